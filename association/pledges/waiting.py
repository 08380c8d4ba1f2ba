"""What waits for whom: staff at each gate and at confirmations, officers at invitations, signatures and new versions."""

from collections.abc import Iterable

from association.kernel import clock, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.pledges import queries
from association.pledges.models import SignatureState, VersionState
from association.pledges.policy import P
from association.pledges.settings import how_many
from association.pledges.workflow import SIGNATURE, VERSION

AREA = "pledges"
S = VersionState
ASKS = {
    S.DRAFTING: lambda: _("请写正文，然后公开征求意见。"), S.CONSULTING: lambda: _("正在征求意见。"),
    S.ANSWERING: lambda: _("请处理意见，议定后登记通过；修订已有单位签署的公约，交签署单位表决。"),
    S.VOTED: lambda: _("签署单位已表决通过，请登记通过和施行日期。"), S.DRAFT: lambda: _("请送初审。"), S.FIRST: lambda: _("请初审。"),
    S.SECOND: lambda: _("请复审。"), S.LEGAL: lambda: _("请核对涉及价格、分成、抵制等的条款。"), S.THIRD: lambda: _("请终审签发。"),
}  # fmt: skip


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.READ_FILE):
        yield from _for_staff(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _for_officers(actor, ids)


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for version in VERSION.turns_of(actor, queries.at_work()):
        yield Waiting(
            title=_("公约：%(title)s", title=version.title), ask=ASKS[version.state](), what=_("公约"), area=AREA,
            endpoint="pledge_desk.show", values={"id": version.id}, button=_("办理"),
        )  # fmt: skip
    for signature in SIGNATURE.turns_of(actor, queries.to_confirm()):
        since = clock.day_of(signature.signed_at or signature.prepared_at)
        yield Waiting(
            title=_("签署：%(name)s", name=signature.name), ask=_("请核对后确认签署，或写明理由不予确认。"), what=_("公约"), area=AREA,
            endpoint="pledge_signatures.show", values={"id": signature.id}, button=_("办理"), due_on=working_days.add(since, how_many("confirm_days")).on,
        )  # fmt: skip


def _for_officers(actor: Actor, ids: list[int]) -> Iterable[Waiting]:
    for signature in queries.of_organisations(ids, SignatureState.PREPARED):
        if can(actor, P.SIGN, signature):
            yield Waiting(
                title=_("签署：《%(title)s》", title=signature.pledge.title),
                ask=_("请阅读全文，代表%(name)s签署。", name=signature.organisation.name), what=_("公约"), area=AREA,
                endpoint="own_pledges.sign", values={"id": signature.id}, button=_("阅读并签署"),
            )  # fmt: skip
    for spell in queries.to_resign(ids):
        yield Waiting(
            title=_("重新签署：《%(title)s》", title=spell.signature.pledge.title),
            ask=_("公约有了新的版本，请代表%(name)s填报，由授权签署人签署。", name=spell.signature.organisation.name), what=_("公约"),
            area=AREA, endpoint="own_pledges.prepare", values={"slug": spell.signature.pledge.document.slug}, button=_("重新签署"),
        )  # fmt: skip
    for invitation in queries.unanswered_invitations(ids):
        yield Waiting(
            title=_("邀请签署：《%(title)s》", title=invitation.pledge.title),
            ask=_("协会邀请%(name)s签署这份公约。", name=invitation.organisation.name), what=_("公约"), area=AREA,
            endpoint="own_pledges.prepare", values={"slug": invitation.pledge.document.slug}, button=_("填报签署"),
        )  # fmt: skip
