"""For organisations: rounds that are open, what they put forward, what was put forward about them. A nomination's page is also staff's."""

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, clock, history, steps
from association.kernel.errors import Refused
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, find_by, needs, opening, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from bulletins.commendations import actions, gates, queries
from bulletins.commendations.forms import OwnNominationForm
from bulletins.commendations.models import Nomination, NominationState
from bulletins.commendations.policy import P
from bulletins.commendations.workflow import NOMINATION

bp = Blueprint("own_commendations", __name__, url_prefix="/my/commendations")


def page_of(nomination: Nomination) -> str:
    return url_for("own_commendations.show", id=nomination.id)


steps.add_steps(
    bp, Nomination, NOMINATION, see=P.SEE_EVIDENCE, page_of=page_of, title_of=lambda n: n.title,
)  # fmt: skip


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Rounds that take nominations, and all nominations one's organisations have to do with."""
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template(
        "bulletins/commendations/own.html", rounds=queries.open_rounds(clock.today()), nominations=queries.of_organisations(ids),
    )  # fmt: skip


@bp.route("/<slug>/nominate/", methods=["GET", "POST"])
@needs(P.NOMINATE)
def nominate(slug: str) -> ResponseReturnValue:
    """Put forward a work or practice, one's own or another's."""
    round_ = find_by(queries.by_slug(slug), P.READ)
    if opening():
        actions.check_open(round_)
    mine = [o for o in organisations.mine(actor()) if o.id in actor().ids("organisation", "clerk", "signer")]
    if not mine:
        raise Refused(_("你还没有代表任何单位；单位登记并核验后可以提名。"))
    form = OwnNominationForm(organisation=request.args.get("organisation", type=int) or mine[0].id)
    form.organisation.choices = [(o.id, o.name) for o in mine]
    if form.accepts():
        typed = form.values
        by = next(o for o in mine if o.id == typed.pop("organisation"))
        nomination = actions.nominate(round_, **typed, by=by, actor=actor())
        flash(
            _("已提名。")
            if nomination.state is NominationState.SUBMITTED
            else _("已提名，等待作品所属单位的授权签署人同意。"),
            "done",
        )
        return back_to("own_commendations.show", id=nomination.id)
    return render_template("bulletins/commendations/nominate.html", form=form, round=round_)


@bp.get("/nominations/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """A nomination with its grounds and evidence, and what may be done with it."""
    nomination = find(Nomination, id, P.SEE_EVIDENCE)
    is_staff = can(actor(), P.READ_FILE)
    under_way = nomination.state in (
        NominationState.SUBMITTED, NominationState.ADMITTED, NominationState.PROPOSED,
    )  # fmt: skip
    return render_template(
        "bulletins/commendations/nomination.html", nomination=nomination, round=nomination.round, is_staff=is_staff,
        files=attachments.attachments_of(nomination, actions.EVIDENCE),
        unfit=gates.unfit(nomination.organisation) if is_staff and under_way else None,
        buttons=steps.buttons(NOMINATION, nomination, endpoint="own_commendations.step_nomination"),
        lines=history.panel(nomination),
    )  # fmt: skip
