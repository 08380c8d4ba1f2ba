"""For signatories: to move, to support, to vote – each by the organisation's authorised signer."""

from flask import Blueprint, flash, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.accounts.confirming import asks_for_code, has_second_factor, is_really_them, method
from association.amendments import actions, queries
from association.amendments.forms import MoveForm, SupportForm, VoteForm
from association.amendments.labels import LABELS
from association.amendments.models import Motion, Seat
from association.amendments.policy import P
from association.amendments.workflow import MOTION
from association.kernel import clock, steps
from association.kernel.db import session
from association.kernel.errors import Refused, Unknown
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, allowed, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.actions import check_signer
from association.organisations.models import Organisation
from association.pledges.pages import AT, pledge_called
from association.rules import queries as texts

bp = Blueprint("own_amendments", __name__, url_prefix="/my/pledges")


def page_of(motion: Motion) -> str:
    return url_for("amendments.motion", slug=motion.pledge.document.slug, number=motion.number)


steps.add_steps(
    bp, Motion, MOTION, see=P.SEE_MOTION, page_of=page_of,
    title_of=lambda m: _("《%(title)s》第%(n)d号修订动议", title=m.pledge.title, n=m.number),
)  # fmt: skip


def _signed_for() -> list[Organisation]:
    ids = actor().ids("organisation", "signer")
    return [o for o in organisations.mine(actor()) if o.id in ids]


def _chosen(form: MoveForm | SupportForm, mine: list[Organisation]) -> Organisation:
    return next(o for o in mine if o.id == form.organisation.data)


@bp.route("/<slug>/motions/new/", methods=["GET", "POST"])
@needs(P.MOVE)
def move(slug: str) -> ResponseReturnValue:
    """A signatory's motion."""
    pledge, mine = pledge_called(slug), _signed_for()
    if opening() and len(mine) == 1:
        actions.check_mover(pledge, mine[0], actor=actor())
    form = MoveForm(organisation=request.args.get("organisation", type=int) or mine[0].id)
    form.organisation.choices = [(o.id, o.name) for o in mine]
    if form.accepts():
        motion = actions.move(
            pledge, _chosen(form, mine), reason=form.reason.data or "", wording=form.wording.data or "", actor=actor()
        )  # fmt: skip
        flash(_("已提出。秘书处核对形式后公开，其他签署单位可以附议。"), "done")
        return back_to("amendments.motion", slug=slug, number=motion.number)
    return form_page(
        form, heading=_("提出修订动议：《%(title)s》", title=pledge.title), button=_("提出动议"), back=url_for("amendments.index", slug=slug),
        crumbs=_crumbs(slug, pledge.title),
        lede=_("由授权签署人代表单位提出。受理后公开单位名称、理由和文字；附议达到比例即开始修订，修订须征求意见、由签署单位表决。"),
    )  # fmt: skip


def _crumbs(slug: str, title: str) -> list[tuple[object, str | None]]:
    return [
        (title, url_for("pledges.show", slug=slug)),
        (_("修订动议和表决"), url_for("amendments.index", slug=slug)),
    ]


@bp.route("/motions/<int:id>/support/", methods=["GET", "POST"])
@decided_inside
def support(id: int) -> ResponseReturnValue:  # noqa: A002
    """One organisation's support."""
    motion = _motion(id)
    mine = _signed_for()
    if opening() and len(mine) == 1:
        actions.check_support(motion, mine[0], actor=actor())
    form = SupportForm(organisation=mine[0].id)
    form.organisation.choices = [(o.id, o.name) for o in mine]
    if form.accepts():
        actions.support(motion, _chosen(form, mine), actor=actor())
        flash(_("已附议。"), "done")
        return back_to("amendments.motion", slug=motion.pledge.document.slug, number=motion.number)
    return _motion_page(
        form, motion, heading=_("附议"), button=_("附议"),
        lede=_("附议的单位名称公开，排名不分先后。附议只表示赞成启动修订；修订文本另行表决。征集期间可以撤回附议。"),
    )  # fmt: skip


@bp.route("/motions/<int:id>/take-back/", methods=["GET", "POST"])
@decided_inside
def take_back(id: int) -> ResponseReturnValue:  # noqa: A002
    """The support is taken back."""
    motion = _motion(id)
    given = queries.supported([motion.id], actor().ids("organisation", "signer"))
    mine = [o for o in _signed_for() if (motion.id, o.id) in given]
    if not mine:
        raise Refused(_("你代表的单位没有附议这件动议。"))
    form = SupportForm(organisation=mine[0].id)
    form.organisation.choices = [(o.id, o.name) for o in mine]
    if form.accepts():
        actions.take_support_back(motion, _chosen(form, mine), actor=actor())
        flash(_("已撤回附议。"), "done")
        return back_to("amendments.motion", slug=motion.pledge.document.slug, number=motion.number)
    return _motion_page(form, motion, heading=_("撤回附议"), button=_("撤回附议"), lede="", danger=True)


def _motion(id_: int) -> Motion:
    motion = find(Motion, id_, P.SEE_MOTION)
    allowed(motion, P.MOVE)
    return motion


def _motion_page(
    form: SupportForm, motion: Motion, *, heading: str, button: str, lede: str, danger: bool = False
) -> str:
    slug, title = motion.pledge.document.slug, motion.pledge.title
    numbered = (_("第%(n)d号修订动议", n=motion.number), page_of(motion))
    return form_page(
        form, heading=heading, button=button, back=page_of(motion), lede=lede, danger=danger, crumbs=[*_crumbs(slug, title), numbered]
    )  # fmt: skip


@bp.route("/votes/<int:id>/", methods=["GET", "POST"])
@decided_inside
def vote(id: int) -> ResponseReturnValue:  # noqa: A002
    """The whole text, what differs, and at its end the vote."""
    seat = session.get(Seat, id)
    if seat is None:
        raise Unknown
    if not can(actor(), P.VOTE, seat):
        check_signer(seat.organisation, actor=actor())  # says why not, or is none of their business
    if opening():
        actions.check_open(seat.ballot)
        actions.check_voter(seat, actor=actor())
    form = VoteForm(seen=seat.ballot.text_hash, casts=seat.casts, choice=seat.choice, opinion=seat.opinion)
    if not asks_for_code():
        form.code.validators, form.code.flags.required = [], False
    if form.accepts() and is_really_them(password=form.password, code=form.code):
        actions.vote(
            seat, choice=form.choice.data, opinion=form.opinion.data or "", seen=form.seen.data or "", casts=form.drawn_after,
            method=method(), actor=actor(),
        )  # fmt: skip
        flash(_("已投票。截止前可以改投，以最后一次为准。"), "done")
        return back_to("amendments.ballot", slug=seat.ballot.pledge.document.slug, number=seat.ballot.number)
    page = render_template(
        "association/amendments/vote.html", form=form, seat=seat, ballot=seat.ballot, pledge=seat.ballot.pledge, edition=seat.ballot.edition,
        at=AT, labels=LABELS, consent=actions.consent_of(seat), consent_read=actions.consent_read(seat),
        in_force=texts.in_force_on(seat.ballot.pledge.document, clock.today()), asks_for_code=asks_for_code(),
        has_factor=has_second_factor() or not asks_for_code(), officer=None if "refusal" in g else actions.check_voter(seat, actor=actor()),
    )  # fmt: skip
    return page, (422 if form.faults else 200)
