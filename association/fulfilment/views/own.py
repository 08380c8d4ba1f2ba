"""For organisations: what they owe, what they have written, what they gave."""

from collections.abc import Iterable

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.fulfilment import actions, forms, queries
from association.fulfilment.models import LIVE, Statement
from association.fulfilment.policy import P
from association.fulfilment.workflow import STATEMENT
from association.kernel import attachments, history, steps
from association.kernel.day_words import day_words
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from association.pledges.doors import Door
from association.pledges.models import Signature

bp = Blueprint("own_statements", __name__, url_prefix="/my/pledges/statements")


def page_of(statement: Statement) -> str:
    return url_for("own_statements.show", id=statement.id)


steps.add_steps(
    bp, Statement, STATEMENT, see=P.SEE, page_of=page_of,
    title_of=lambda s: f"{s.organisation.name} {s.pledge.title} {s.due_on.isoformat()}",
)  # fmt: skip


def doors(signature: Signature) -> Iterable[Door]:
    """The one that is ahead or owed, from the page of its signature."""
    living = queries.living(signature.pledge_id, signature.organisation_id)
    if living is not None and living.signature_id == signature.id and can(actor(), P.SEE, living):
        yield _("年度履约说明：%(day)s到期", day=day_words(living.due_on)), page_of(living)


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """All of one's organisations, the next due first."""
    ids = actor().ids("organisation", "clerk", "signer")
    found = queries.of_organisations(ids) if ids else []
    return render_template(
        "association/fulfilment/own.html", live=[s for s in found if s.state in LIVE],
        over=[s for s in reversed(found) if s.state not in LIVE],
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everything about one."""
    statement = find(Statement, id, P.SEE)
    return render_template(
        "association/fulfilment/show.html", statement=statement, papers=attachments.attachments_of(statement, actions.EVIDENCE),
        is_ours=can(actor(), P.DRAFT, statement), may_write=can(actor(), P.DRAFT, statement) and statement.state.value == "open",
        buttons=steps.buttons(STATEMENT, statement, endpoint="own_statements.step_pledge_statement"),
        lines=history.panel(statement),
    )  # fmt: skip


@bp.route("/<int:id>/write/", methods=["GET", "POST"])
@decided_inside
def write(id: int) -> ResponseReturnValue:  # noqa: A002
    """A clerk writes it, keeps it as often as they like, and sends it to the signer."""
    statement = find(Statement, id, P.DRAFT)
    if opening():
        actions.check_writable(statement)
    clauses = queries.clauses_for(statement)
    form = forms.form_for(clauses, statement)
    if form.accepts():
        actions.write(
            statement, summary=form.summary.data or "", answers=forms.answers(form, clauses), is_open=bool(form.is_open.data),
            evidence=form.evidence.data or [], actor=actor(),
        )  # fmt: skip
        if request.form.get("do") != "submit":
            flash(_("已保存，可以以后接着写。"), "done")
            return back_to("own_statements.write", id=id)
        actions.submit(statement, actor=actor())
        flash(_("已送授权签署人确认。"), "done")
        return back_to("own_statements.show", id=id)
    page = render_template(
        "association/fulfilment/write.html", form=form, statement=statement, rows=forms.rows(form, clauses),
        papers=attachments.attachments_of(statement, actions.EVIDENCE),
    )  # fmt: skip
    return page, (422 if form.faults else 200)
