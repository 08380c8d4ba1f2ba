"""Who may do what with experts. An expert concerns the person: nobody handles their own candidacy, nor that of somebody they are tied to."""

from typing import Any

from sqlalchemy import select

from association.accounts import queries as accounts
from association.experts.models import CallState, Expert, ExpertCall, ExpertState, Objection
from association.kernel import clock, walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role, signed_in
from association.kernel.words import _l


class P(Permission):
    LIST = _l("查看专家名册、公示和征集")
    SEE_SHOWN = _l("查看一位专家公开的资料")
    APPLY = _l("应征，对公示提出异议")
    RECOMMEND = _l("推荐专家")
    OWN = _l("答复推荐，管理自己的专家资料、同意和日程，请辞")
    SEE_FILE = _l("查看专家的全部资料和办理记录")
    LIST_ALL = _l("查看全部专家和候选人")
    KEEP = _l("审核、公示、暂停专家，答复异议")
    APPOINT = _l("聘任、续聘和解聘专家")
    SEE_CALL = _l("查看一次征集")
    CALL = _l("起草和撤回专家征集")
    ISSUE = _l("发布专家征集")


def serves_today(_actor: Actor, subject: Any) -> bool:
    """Appointed, in the term."""
    return isinstance(subject, Expert) and subject.serves_on(clock.today())


def is_the_person(actor: Actor, subject: Any) -> bool:
    """The expert or candidate themselves; before they have answered, whoever has the address that was written to."""
    if not isinstance(subject, Expert) or actor.account_id is None:
        return False
    if subject.person_id is not None:
        return subject.person_id == actor.person_id
    account = accounts.account(actor.account_id)
    return (
        account is not None
        and subject.state is ExpertState.RECOMMENDED
        and account.email_key == subject.invited_email
    )


def acts_for_an_organisation(actor: Actor, _subject: Any) -> bool:
    """Clerk or signer of any organisation."""
    return bool(actor.ids("organisation", "clerk", "signer"))


def is_in_public(_actor: Actor, subject: Any) -> bool:
    """Published, also when it was withdrawn since."""
    return isinstance(subject, ExpertCall) and subject.state is not CallState.DRAFT


def _persons(subject: Expert) -> list[walls.Thing]:
    return [] if subject.person_id is None else [("person", subject.person_id)]


_of_person = walls.by_column("person", Expert.person_id)
walls.concerns(Expert, of=_persons, among=_of_person)
walls.concerns(
    Objection,
    of=lambda o: _persons(o.expert),
    among=lambda things: Objection.expert_id.in_(select(Expert.id).where(_of_person(things))),
)
STAFF = has_role("experts", "issuer", "auditor")
grant(P.LIST, anyone)
grant(P.SEE_SHOWN, serves_today)
grant(P.APPLY, signed_in)
grant(P.RECOMMEND, acts_for_an_organisation, has_role("experts"))
grant(P.OWN, is_the_person)
grant(P.SEE_FILE, is_the_person, STAFF)
grant(P.LIST_ALL, STAFF)
grant(P.KEEP, has_role("experts"))
grant(P.APPOINT, has_role("issuer"))
grant(P.SEE_CALL, is_in_public, STAFF)
grant(P.CALL, has_role("experts"))
grant(P.ISSUE, has_role("issuer"))
