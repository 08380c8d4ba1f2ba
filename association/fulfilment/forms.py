"""The shape of a yearly statement: one pair of fields for each clause, then the whole."""

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, Field, SelectField, TextAreaField

from association.fulfilment.models import Kept, Statement
from association.kernel.attachments import PAPERS, AttachmentField
from association.kernel.forms import AtMost, Form
from association.kernel.words import _l
from association.rules.models import Clause


class WholeForm(Form):
    summary = TextAreaField(
        _l("总的说明"), [AtMost(6000)], description=_l("这一年怎样执行公约，做了什么，还有什么没做到。不写个人信息。"), render_kw={"rows": 8},
    )  # fmt: skip
    is_open = BooleanField(
        _l("同意公开说明的内容"), description=_l("不同意的，公众只看到已报送和日期。证明材料在任何情况下都不公开。"),
    )  # fmt: skip
    evidence = AttachmentField(_l("证明材料"), limits=PAPERS, multiple=True)


def form_for(clauses: Sequence[Clause], statement: Statement) -> "WholeForm":
    """With a pair of fields for each clause, filled with what was kept before."""
    fields: dict[str, Any] = {}
    for n, clause in enumerate(clauses):
        fields[f"kept_{n}"] = SelectField(
            _l("%(mark)s：做到了吗", mark=clause.called),
            choices=[("", _l("不单独说明")), *((k.value, k.label) for k in Kept)],
        )
        fields[f"did_{n}"] = TextAreaField(
            _l("%(mark)s：做了什么", mark=clause.called), [AtMost(2000)], render_kw={"rows": 2}
        )
    before = {row["path"]: row for row in statement.answers}
    data: dict[str, Any] = {"summary": statement.summary, "is_open": statement.is_open}
    for n, clause in enumerate(clauses):
        if row := before.get(clause.path):
            data |= {f"kept_{n}": row["kept"], f"did_{n}": row["did"]}
    return type("StatementForm", (WholeForm,), fields)(data=data)  # type: ignore[no-any-return]


def answers(form: WholeForm, clauses: Sequence[Clause]) -> dict[str, tuple[Kept, str]]:
    """Path → how it was kept, what was done; clauses left alone are left out."""
    typed = form.values
    return {
        clause.path: (Kept(typed[f"kept_{n}"]), typed[f"did_{n}"] or "")
        for n, clause in enumerate(clauses)
        if typed[f"kept_{n}"]
    }


def rows(form: WholeForm, clauses: Sequence[Clause]) -> list[tuple[Clause, Field, Field]]:
    """(clause, how it was kept, what was done), as the page draws them."""
    return [(clause, form[f"kept_{n}"], form[f"did_{n}"]) for n, clause in enumerate(clauses)]
