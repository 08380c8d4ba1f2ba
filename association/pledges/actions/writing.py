"""From the first draft of a pledge to the body's adoption, and its revisions."""

from collections.abc import Sequence
from datetime import date, datetime

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.site import site
from association.kernel.words import _
from association.organisations.models import Kind, Organisation
from association.pledges import effects, letters, queries, signing
from association.pledges.models import WRITTEN_IN, Invitation, Pledge, PledgeVersion
from association.pledges.policy import P
from association.pledges.workflow import VERSION
from association.rules import actions as rules
from association.rules.models import DocumentKind


def begin(
    *, title: str, code: str, kinds: Sequence[Kind], by_invitation: bool, actor: Actor
) -> PledgeVersion:
    """A pledge to be written; its code becomes part of every certificate's number."""
    require(actor, P.DRAFT)
    code = code.upper()
    if not (code.isascii() and code.isalnum() and 2 <= len(code) <= 12):
        raise Refused(_("代号请用2到12个字母或数字，例如DJ。"), field="code")
    if session.query(Pledge.id).filter_by(code=code).first() is not None:
        raise Refused(_("这个代号已经用过。"), field="code")
    document = rules.found(title, slug=rules.slug_for(title), kind=DocumentKind.PLEDGE, issuer=site().name)
    pledge = Pledge(
        document=document,
        document_id=document.id,
        code=code,
        kinds=[kind.value for kind in kinds],
        by_invitation=by_invitation,
    )
    session.add(pledge)
    session.flush()
    return _new_version(pledge, why="", actor=actor)


def _new_version(pledge: Pledge, *, why: str, actor: Actor) -> PledgeVersion:
    version = PledgeVersion(
        pledge=pledge, pledge_id=pledge.id, number=queries.last_number(pledge) + 1, why=why
    )
    session.add(version)
    audit.record("begin_pledge", version, actor=actor, title=pledge.title, reason=why)
    return version


def check_revisable(pledge: Pledge) -> PledgeVersion:
    """The version in force, from which a revision would begin now. Refused with the sentence that says why not."""
    if queries.version_under_way(pledge) is not None:
        raise Refused(_("这份公约已有一版正在起草或审核。"))
    before = queries.version_in_force(pledge)
    if before is None:
        raise Refused(_("只有正在施行的公约可以修订。"))
    return before


def revise(pledge: Pledge, *, why: str, actor: Actor) -> PledgeVersion:
    """The next version, begun from the text in force: by the office, or by the clock once a motion has its support."""
    lock(pledge)
    if not actor.is_system:
        require(actor, P.DRAFT)
    before = check_revisable(pledge)
    version = _new_version(pledge, why=why, actor=actor)
    session.flush()
    effects.started_from(version, before)
    return version


def change_signatories(pledge: Pledge, *, kinds: Sequence[Kind], by_invitation: bool, actor: Actor) -> None:
    """Who may sign from now on; who has signed stays."""
    lock(pledge)
    require(actor, P.DRAFT)
    after = [kind.value for kind in kinds]
    changes = [("kinds", pledge.kinds, after), ("by_invitation", pledge.by_invitation, by_invitation)]
    pledge.kinds, pledge.by_invitation = after, by_invitation
    version = queries.versions_of(pledge)[0]
    audit.record("change_signatories", version, actor=actor, changes=[c for c in changes if c[1] != c[2]])


def check_writable(version: PledgeVersion) -> None:
    """Refused unless its text may be edited now."""
    if version.state not in WRITTEN_IN:
        raise Refused(_("现在是“%(state)s”，正文不能改。", state=str(version.state.label)))


def lay_out(
    version: PledgeVersion,
    *,
    title: str,
    closes_on: date,
    note: str,
    actor: Actor,
    opens_on: date | None = None,
) -> None:
    """Everybody may comment until that day; members are written to."""
    VERSION.take(
        "lay_out", version, actor=actor, title=title, closes_on=closes_on, note=note, opens_on=opens_on
    )


def adopt(
    version: PledgeVersion,
    *,
    adopted_by: str,
    adopted_on: date,
    effective_on: date,
    trial_until: date | None,
    note: str,
    actor: Actor,
    publish_at: datetime | None = None,
) -> None:
    """Register the body's decision."""
    VERSION.take(
        "adopt", version, actor=actor, adopted_by=adopted_by, adopted_on=adopted_on, effective_on=effective_on,
        trial_until=trial_until, note=note, publish_at=publish_at,
    )  # fmt: skip


def repeal(version: PledgeVersion, *, on: date, reason: str, actor: Actor) -> None:
    VERSION.take("repeal", version, actor=actor, on=on, reason=reason)


def invite(pledge: Pledge, organisation: Organisation | None, *, actor: Actor) -> Invitation:
    """Ask a verified organisation to sign."""
    require(actor, P.DRAFT)
    lock(pledge)
    if organisation is None or not organisation.is_verified:
        raise Refused(_("没有使用这个代码的已核验单位。"), field="code")
    if queries.is_invited(pledge.id, organisation.id):
        raise Refused(_("已经邀请过这家单位。"), field="code")
    invitation = Invitation(
        pledge=pledge, pledge_id=pledge.id, organisation=organisation, organisation_id=organisation.id
    )
    session.add(invitation)
    session.flush()
    if (sentence := signing.why_not(pledge, organisation)) is not None:
        raise Refused(sentence, field="code")
    audit.record("invite_to_sign", invitation, actor=actor, organisation=organisation.name)
    letters.invited(invitation)
    return invitation
