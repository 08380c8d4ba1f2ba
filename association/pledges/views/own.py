"""For organisations: what they may sign, what is under way, what they stand by."""

from flask import Blueprint, flash, g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.accounts.confirming import asks_for_code, has_second_factor, is_really_them, method
from association.kernel import steps
from association.kernel.db import session
from association.kernel.errors import Refused, Unknown
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.actions import check_signer
from association.pledges import actions, papers, queries
from association.pledges.forms import LeaveForm, PrepareForm, SignForm
from association.pledges.labels import LABELS
from association.pledges.models import Signature, SignatureState
from association.pledges.pages import AT, pledge_called
from association.pledges.policy import FOR_SOMEBODY, P
from association.pledges.workflow import SIGNATURE

bp = Blueprint("own_pledges", __name__, url_prefix="/my/pledges")


def page_of(signature: Signature) -> str:
    return url_for("pledge_signatures.show", id=signature.id)


steps.add_steps(
    bp,
    Signature,
    SIGNATURE,
    see=P.SEE_SIGNATURE,
    page_of=page_of,
    title_of=lambda s: f"{s.pledge.title} {s.name}",
)


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("我的公约"), url_for("own_pledges.index"))]


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Pledges that can be signed, and those of one's organisations."""
    ids = actor().ids("organisation", "clerk", "signer")
    versions = queries.versions_in_force()
    taken = queries.taken_up(ids, versions) if ids else set()
    pledges = [(v.pledge, v, any((v.pledge_id, id_) not in taken for id_ in ids)) for v in versions]
    return render_template(
        "association/pledges/own.html", signatures=queries.of_organisations(ids) if ids else [], pledges=pledges,
        invitations=queries.unanswered_invitations(ids) if ids else [], papers=papers,
    )  # fmt: skip


@bp.route("/<slug>/prepare/", methods=["GET", "POST"])
@needs(P.PREPARE)
def prepare(slug: str) -> ResponseReturnValue:
    """A clerk chooses the organisation; the signer is written to."""
    pledge = pledge_called(slug)
    ids = actor().ids("organisation", *FOR_SOMEBODY)
    mine = [o for o in organisations.mine(actor()) if o.id in ids]
    if opening() and len(mine) == 1:
        actions.check_preparable(pledge, mine[0])
    form = PrepareForm(organisation=request.args.get("organisation", type=int) or mine[0].id)
    form.organisation.choices = [(o.id, o.name) for o in mine]
    if form.accepts():
        chosen = next(o for o in mine if o.id == form.organisation.data)
        signature = actions.prepare(pledge, chosen, actor=actor())
        flash(_("已填报。授权签署人会收到信函，阅读全文后签署。"), "done")
        return back_to("pledge_signatures.show", id=signature.id)
    return form_page(
        form, heading=_("填报签署：《%(title)s》", title=pledge.title), button=_("填报"), back=AT.document(pledge.document), crumbs=_crumbs(),
        lede=_("填报人和签署人须为两人。填报后，由授权签署人阅读全文、以密码和动态验证码确认签署，再由协会确认、编号、发证。"),
    )  # fmt: skip


@bp.route("/signatures/<int:id>/sign/", methods=["GET", "POST"])
@decided_inside
def sign(id: int) -> ResponseReturnValue:  # noqa: A002
    """The whole text, and at its end the signature."""
    signature = session.get(Signature, id)
    if signature is None:
        raise Unknown
    if not can(actor(), P.SIGN, signature):
        check_signer(signature.organisation, actor=actor())  # says why not, or is none of their business
    if opening():
        if signature.state is SignatureState.SIGNED:
            raise Refused(_("%(name)s已经签署，正等待协会确认。", name=signature.organisation.name))
        steps.ready(SIGNATURE, "sign", signature)
    form = SignForm(seen=signature.text_hash)
    if not asks_for_code():
        form.code.validators, form.code.flags.required = [], False
    if form.accepts() and is_really_them(password=form.password, code=form.code):
        actions.sign(signature, seen=form.seen.data or "", method=method(), actor=actor())
        flash(_("已签署，等待协会确认。"), "done")
        return back_to("pledge_signatures.show", id=id)
    page = render_template(
        "association/pledges/sign.html", form=form, signature=signature, edition=signature.version.edition, labels=LABELS, at=AT,
        consent=actions.consent_of(signature), consent_read=actions.consent_read(signature), has_factor=has_second_factor() or not asks_for_code(), asks_for_code=asks_for_code(), officer=None if "refusal" in g else check_signer(signature.organisation, actor=actor()),
    )  # fmt: skip
    return page, (422 if form.faults else 200)


@bp.route("/signatures/<int:id>/leave/", methods=["GET", "POST"])
@decided_inside
def leave(id: int) -> ResponseReturnValue:  # noqa: A002
    """By notice, from a day on."""
    signature = find(Signature, id, P.LEAVE)
    steps.ready(SIGNATURE, "leave", signature)
    form = LeaveForm()
    if form.accepts():
        actions.leave(signature, **form.values, actor=actor())
        flash(_("已退出，协会和公开名单随即知道。"), "done")
        return back_to("pledge_signatures.show", id=id)
    return form_page(
        form, heading=_("退出《%(title)s》", title=signature.pledge.title), button=_("通知退出"), back=page_of(signature), crumbs=_crumbs(),
        danger=True, lede=_("退出自由。自所填的日期起不再受公约约束，证书失效；公开名单注明已退出和日期，说明随名单公开。以后可以重新签署。"),
    )  # fmt: skip
