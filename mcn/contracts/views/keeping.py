"""Staff keep the model clauses: an editor proposes a wording, the legal office confirms it."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.proposals import Proposal
from association.kernel.web import actor, back_to, find, needs
from association.kernel.words import _, _l
from mcn.contracts import actions, queries
from mcn.contracts.forms import ClauseForm
from mcn.contracts.models import ModelClause
from mcn.contracts.policy import P
from mcn.contracts.workflow import MODEL_CLAUSE

bp = Blueprint("model_clauses", __name__, url_prefix="/desk/clauses")

COLUMNS = (
    Column("topic", _l("条目代号"), lambda c: c.topic),
    Column("title", _l("条名"), lambda c: c.title),
    Column("in_force_from", _l("起用"), lambda c: c.in_force_from),
    Column("state", _l("状态"), lambda c: c.state.label),
    Column("basis", _l("依据"), lambda c: c.basis),
    Column("checked_by", _l("核对人"), lambda c: c.checked_by),
    Column("checked_on", _l("核对日期"), lambda c: c.checked_on),
)
ORDERS: dict[str, tuple[object, Sequence[Any]]] = {
    "place": (
        _l("条目次序"),
        [ModelClause.position, ModelClause.in_force_from.desc(), ModelClause.id.desc()],
    ),
    "day": (_l("起用日期"), [ModelClause.in_force_from.desc(), ModelClause.id.desc()]),
}
COPIED = (
    "topic",
    "position",
    "title",
    "question",
    "applies",
    "text",
    "text_en",
    "why",
    "also_why",
    "doubtful_why",
    "basis",
)

steps.add_steps(
    bp, ModelClause, MODEL_CLAUSE, see=P.SEE_CLAUSES, page_of=lambda c: url_for("model_clauses.show", id=c.id),
    title_of=lambda c: _("示范条款：%(title)s", title=c.title),
)  # fmt: skip


@bp.get("/")
@needs(P.SEE_CLAUSES)
def index() -> ResponseReturnValue:
    """Every wording, proposed and struck ones too."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, orders=ORDERS, url_of=lambda c: url_for("model_clauses.show", id=c.id),
        filters=[
            Choice("state", _l("状态"), lambda rows, wanted: rows.where(ModelClause.state == Proposal(wanted)),
                   pairs=[(state.value, state.label) for state in Proposal])
        ],
    )  # fmt: skip
    return listing.answer("mcn/contracts/all.html", may_propose=can(actor(), P.PROPOSE_CLAUSE))


@bp.get("/<int:id>/")
@needs(P.SEE_CLAUSES)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One wording with its trail; an editor may begin another from it."""
    clause = find(ModelClause, id, P.SEE_CLAUSES)
    return render_template(
        "mcn/contracts/wording.html", clause=clause, lines=history.panel(clause), may_propose=can(actor(), P.PROPOSE_CLAUSE),
        buttons=steps.buttons(MODEL_CLAUSE, clause, endpoint="model_clauses.step_model_clause"),
    )  # fmt: skip


@bp.route("/propose/", methods=["GET", "POST"])
@needs(P.PROPOSE_CLAUSE)
def propose() -> ResponseReturnValue:
    """A wording for the legal office; `?from=` a topic begins with its present words."""
    before = next(iter(queries.wordings(request.args.get("from", ""))), None)
    form = ClauseForm(data=_copied(before) if before else None)
    if form.accepts():
        clause = actions.propose(**form.values, actor=actor())
        flash(_("已提出，等待法务看过后确认。"), "done")
        return back_to("model_clauses.show", id=clause.id)
    return form_page(
        form, heading=_("提出示范条款"), button=_("提出"), back=url_for("model_clauses.index"),
        lede=_("由法务确认后采用；采用后不能改，只能另提一份或者撤下。示范条款是建议，不写价格、分成比例和金额。"),
        crumbs=[(_("工作台"), url_for("desk.index")), (_("示范条款的办理"), url_for("model_clauses.index"))],
    )  # fmt: skip


def _copied(clause: ModelClause) -> dict[str, Any]:
    lists = {name: "\n".join(getattr(clause, name)) for name in ("cues", "also", "doubtful")}
    return {name: getattr(clause, name) for name in COPIED} | lists
