"""After publication: re-examination, and 修改单 or 勘误 on the text."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.consultations import texts as clauses
from association.kernel import history, steps
from association.kernel.forms import StepForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.rules import queries as texts
from association.rules.models import Edition
from association.standards import acting, actions, queries
from association.standards.forms import ActForm, FindingForm
from association.standards.models import Act, ActKind, Examination, Standard
from association.standards.policy import P
from association.standards.workflow import ACT, EXAMINATION

bp = Blueprint("standard_keeping", __name__, url_prefix="/desk/standards")


def _crumbs(standard: Standard) -> list[tuple[object, str | None]]:
    return [
        (_("标准制修订"), url_for("standard_desk.index")),
        (standard.document.title, url_for("standard_keeping.show", id=standard.id)),
    ]


def title_of(subject: Any) -> str:
    return str(subject.standard.document.title)


steps.add_steps(
    bp, Examination, EXAMINATION, see=P.READ_FILE, title_of=title_of,
    page_of=lambda e: url_for("standard_keeping.examination", id=e.id),
)  # fmt: skip
steps.add_steps(
    bp, Act, ACT, see=P.SEE_ACT, title_of=title_of, page_of=lambda a: url_for("standard_keeping.act", id=a.id)
)


@bp.get("/kept/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """A published standard in the hands of staff."""
    standard = find(Standard, id, P.READ_FILE)
    edition = texts.newest_of(standard.document)
    may_examine = can(actor(), P.EXAMINE) and standard.examine_by is not None and standard.ended_on is None
    return render_template(
        "association/standards/kept.html", standard=standard, edition=edition, titled=acting.titled,
        examinations=queries.examinations_of(standard), acts=queries.acts_of(standard),
        may_examine=may_examine and queries.open_examination(standard) is None,
        may_act=can(actor(), P.WRITE_ACT) and edition is not None and standard.ended_on is None,
    )  # fmt: skip


@bp.route("/kept/<int:id>/examine/", methods=["GET", "POST"])
@decided_inside
def examine(id: int) -> ResponseReturnValue:  # noqa: A002
    """Begin a re-examination before its day."""
    standard = find(Standard, id, P.EXAMINE)
    if opening():
        actions.check_examinable(standard)
    form = StepForm()
    del form.reason
    if form.accepts():
        examination = actions.begin_examination(standard, actor=actor())
        flash(_("已开始复审。"), "done")
        return back_to("standard_keeping.examination", id=examination.id)
    return form_page(
        form, heading=_("现在开始复审"), button=_("开始复审"), back=url_for("standard_keeping.show", id=id),
        crumbs=_crumbs(standard), lede=_("复审期限前的规定天数内会自动开始；有关法规变了，可以提前复审。"),
    )  # fmt: skip


@bp.get("/examinations/<int:id>/")
@decided_inside
def examination(id: int) -> ResponseReturnValue:  # noqa: A002
    """One re-examination and its finding."""
    found = find(Examination, id, P.READ_FILE)
    return render_template(
        "association/standards/examination.html", examination=found, standard=found.standard, lines=history.panel(found),
        buttons=steps.buttons(
            EXAMINATION, found, endpoint="standard_keeping.step_standard_examination",
            own_pages={"find": url_for("standard_keeping.find_outcome", id=id)},
        ),
    )  # fmt: skip


@bp.route("/examinations/<int:id>/find/", methods=["GET", "POST"])
@decided_inside
def find_outcome(id: int) -> ResponseReturnValue:  # noqa: A002
    """An outcome with its reasons."""
    found = find(Examination, id, P.EXAMINE)
    steps.ready(EXAMINATION, "find", found)
    form = FindingForm()
    if form.accepts():
        actions.find(found, **form.values, actor=actor())
        flash(_("已提出结论，等待审定。"), "done")
        return back_to("standard_keeping.examination", id=id)
    return form_page(
        form, heading=_("提出复审结论"), button=_("提出结论"), back=url_for("standard_keeping.examination", id=id),
        crumbs=_crumbs(found.standard),
    )  # fmt: skip


@bp.get("/acts/<int:id>/")
@decided_inside
def act(id: int) -> ResponseReturnValue:  # noqa: A002
    """One act, with its steps."""
    found = find(Act, id, P.SEE_ACT)
    return render_template(
        "association/standards/act.html", act=found, standard=found.standard, titled=acting.titled, lines=history.panel(found),
        buttons=steps.buttons(ACT, found, endpoint="standard_keeping.step_standard_act"),
        may_change=can(actor(), P.WRITE_ACT, found),
    )  # fmt: skip


@bp.route("/editions/<int:id>/act/", methods=["GET", "POST"])
@decided_inside
def write_act(id: int) -> ResponseReturnValue:  # noqa: A002
    """Draft an act on an edition."""
    edition = find(Edition, id, P.WRITE_ACT)
    if opening():
        actions.check_published(edition)
    form = ActForm()
    if form.accepts():
        made = actions.write_act(edition, **_typed(form, edition), actor=actor())
        flash(_("已起草，等待审核。"), "done")
        return back_to("standard_keeping.act", id=made.id)
    return form_page(
        form, heading=_("起草修改单或勘误"), button=_("存为草稿"), back=url_for("standards.show", slug=edition.document.slug),
        crumbs=[(edition.called, url_for("standards.edition", slug=edition.document.slug, edition=edition.slug))],
        lede=_("正文的文字不动；修改单或勘误签发后列在正文之前，所改的条款页上也会注明。"),
    )  # fmt: skip


@bp.route("/acts/<int:id>/change/", methods=["GET", "POST"])
@decided_inside
def change_act(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change a draft act."""
    found = find(Act, id, P.WRITE_ACT)
    if opening():
        actions.check_draft(found)
    form = ActForm(obj=found, kind=found.kind.value)
    if form.accepts():
        actions.change_act(found, **_typed(form, found.edition), actor=actor())
        flash(_("已保存。"), "done")
        return back_to("standard_keeping.act", id=id)
    return form_page(
        form, heading=_("修改草稿"), button=_("保存"), back=url_for("standard_keeping.act", id=id),
        crumbs=_crumbs(found.standard),
    )  # fmt: skip


def _typed(form: ActForm, edition: Edition) -> dict[str, Any]:
    """What was typed; a clause may be named in words."""
    return form.values | {
        "kind": ActKind(form.kind.data), "path": clauses.path_typed(edition, form.path.data or ""),
    }  # fmt: skip
