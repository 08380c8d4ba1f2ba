"""For organisations: what they are asked to initiate, what they may join, what they have joined."""

from flask import Blueprint, flash, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association import drafting
from association.kernel import clock, history, steps
from association.kernel.errors import Refused, Unknown
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, find_by, needs, opening, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.appeals import actions, effects, queries
from bulletins.appeals.forms import AgreeForm, JoinForm
from bulletins.appeals.models import Initiator, Joining
from bulletins.appeals.policy import P
from bulletins.appeals.workflow import INITIATOR, JOINING
from bulletins.notices import queries as notices
from bulletins.notices.policy import P as NoticeP

bp = Blueprint("own_appeals", __name__, url_prefix="/my/appeals")


def page_of(initiator: Initiator) -> str:
    """Where its reader answers or keeps it."""
    if can(actor(), P.KEEP):
        return url_for("notice_desk.show", id=initiator.appeal.notice_id)
    return url_for("own_appeals.initiate", id=initiator.id)


steps.add_steps(
    bp, Initiator, INITIATOR, see=P.SEE_INITIATOR, page_of=page_of,
    title_of=lambda i: f"{i.appeal.notice.title} {i.organisation.name}",
)  # fmt: skip
steps.add_steps(
    bp, Joining, JOINING, see=P.SEE_JOINING, page_of=lambda _j: url_for("own_appeals.index"),
    title_of=lambda j: f"{j.appeal.notice.title} {j.name}",
)  # fmt: skip


def _mine() -> list[Organisation]:
    """Organisations one acts for in whatever post: who may not sign is told why."""
    return [
        o
        for o in organisations.mine(actor())
        if o.id in actor().ids("organisation", "clerk", "signer", "proposed_signer")
    ]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Appeals that are open, and what one's organisations have joined or are asked."""
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template(
        "bulletins/appeals/own.html", asked=queries.asked_of(ids) if ids else [], appeals=queries.open_on(clock.today()),
        joined=[(j, steps.buttons(JOINING, j, endpoint="own_appeals.step_appeal_joining")) for j in queries.joined_by(ids)],
    )  # fmt: skip


@bp.get("/initiate/<int:id>/")
@decided_inside
def initiate(id: int) -> ResponseReturnValue:  # noqa: A002
    """An invitation with the text as it stands, and the answer."""
    initiator = find(Initiator, id, P.SEE_INITIATOR)
    return render_template("bulletins/appeals/initiate.html", **_shown(initiator), form=None)


def _shown(initiator: Initiator) -> dict[str, object]:
    notice = initiator.appeal.notice
    draft = drafting.latest(notice)
    return {
        "initiator": initiator, "notice": notice,
        "preview": drafting.preview(draft.text, title=notice.title) if draft and not notice.lines else None,
        "buttons": steps.buttons(
            INITIATOR, initiator, endpoint="own_appeals.step_appeal_initiator",
            own_pages={"agree": url_for("own_appeals.agree", id=initiator.id)},
        ),
        "lines": history.panel(initiator),
    }  # fmt: skip


@bp.route("/initiate/<int:id>/agree/", methods=["GET", "POST"])
@decided_inside
def agree(id: int) -> ResponseReturnValue:  # noqa: A002
    """The text to its end, and there the button: one agrees to these very words."""
    initiator = find(Initiator, id, P.ANSWER)
    steps.ready(INITIATOR, "agree", initiator)
    form = AgreeForm(seen=effects.words_hash(initiator.appeal) if opening() else None)
    if form.accepts():
        INITIATOR.take("agree", initiator, actor=actor(), seen=form.values["seen"])
        flash(_("已答复：同意共同倡议。"), "done")
        return back_to("own_appeals.initiate", id=id)
    if "refusal" in g:  # the words have changed: the page shows the new ones
        form.seen.data = effects.words_hash(initiator.appeal)
    return render_template("bulletins/appeals/initiate.html", **_shown(initiator), form=form)


@bp.route("/<slug>/join/", methods=["GET", "POST"])
@needs(P.JOIN)
def join(slug: str) -> ResponseReturnValue:
    """The whole text, and at its end the button of the authorised signer."""
    notice = find_by(notices.by_slug(slug), NoticeP.READ)
    appeal = queries.of_notice(notice)
    if appeal is None:
        raise Unknown
    if opening():
        actions.check_open(appeal)
    mine = _mine()
    if not mine:
        raise Refused(_("你还没有代表任何单位；单位登记并核验后，由授权签署人加入。"))
    form = JoinForm(
        organisation=request.args.get("organisation", type=int) or mine[0].id, text_hash=notice.text_hash
    )
    form.organisation.choices = [(o.id, o.name) for o in mine]
    if form.accepts():
        chosen = next(o for o in mine if o.id == form.organisation.data)
        actions.join(appeal, chosen, text_hash=form.text_hash.data or "", actor=actor())
        flash(_("%(name)s已加入。", name=chosen.name), "done")
        return back_to("bulletins.show", slug=slug)
    return render_template(
        "bulletins/appeals/join.html", form=form, notice=notice, appeal=appeal,
        consents=[actions.consent_of(appeal, o) for o in mine],
    )  # fmt: skip
