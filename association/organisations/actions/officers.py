"""Who acts for an organisation: inviting, accepting, joining, renewing the authority, handing over when the only officer has left."""

import hashlib
import secrets
from datetime import date, timedelta

from association.accounts import queries as accounts
from association.kernel import attachments, audit, clock
from association.kernel.attachments import Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.regular import every
from association.kernel.words import _
from association.organisations import effects, letters, queries
from association.organisations.models import Officer, OfficerState, Organisation, Post
from association.organisations.policy import KIND, P
from association.organisations.workflow import OFFICER


def invite(
    organisation: Organisation,
    *,
    name: str,
    email: str,
    post: Post,
    authority: Upload | None = None,
    ends_on: date | None = None,
    actor: Actor,
) -> Officer:
    """The signer brings in another officer; a second signer needs a document too, which staff check."""
    require(actor, P.MANAGE_OFFICERS, organisation)
    return invite_to(
        organisation, name=name, email=email, post=post, authority=authority, ends_on=ends_on, actor=actor
    )


def invite_to(
    organisation: Organisation,
    *,
    name: str,
    email: str,
    post: Post,
    authority: Upload | None,
    ends_on: date | None,
    actor: Actor,
) -> Officer:
    """Write the invitation and its letter; whoever opens the link signed in may accept it."""
    _check_authority(post, authority, ends_on)
    inviter = accounts.account(actor.account_id) if actor.account_id else None
    if inviter is not None and inviter.email.casefold() == email.casefold() and post is Post.SIGNER:
        raise Refused(_("授权签署人须是另一个人。个人经营者请勾选“本人签署”。"), field="signer_email")
    token = secrets.token_urlsafe(24)
    officer = Officer(
        organisation_id=organisation.id, post=post, state=OfficerState.INVITED, invited_name=name,
        invited_email=email, invitation=hashed(token), ends_on=ends_on,
    )  # fmt: skip
    session.add(officer)
    session.flush()
    _keep_authority(officer, authority, actor)
    audit.record(
        "invite", officer, actor=actor, personal={"invited_name": name, "invited_email": email}, post=post.value,
        organisation=organisation.id,
    )  # fmt: skip
    letters.invited(officer, organisation, token=token)
    return officer


def propose_signer(
    organisation: Organisation, *, actor: Actor, authority: Upload | None, ends_on: date | None
) -> Officer:
    """A natural person in business signs for themselves."""
    _check_authority(Post.SIGNER, authority, ends_on)
    officer = Officer(
        organisation_id=organisation.id, person_id=actor.person_id, post=Post.SIGNER, ends_on=ends_on
    )
    session.add(officer)
    session.flush()
    _keep_authority(officer, authority, actor)
    return officer


def _check_authority(post: Post, authority: Upload | None, ends_on: date | None) -> None:
    if post is not Post.SIGNER:
        return
    if authority is None:
        raise Refused(_("请上传授权书。"), field="authority")
    if ends_on is None:
        raise Refused(_("请填写授权的截止日期。"), field="authority_ends_on")
    if ends_on <= clock.today():
        raise Refused(_("授权的截止日期须在今天之后。"), field="authority_ends_on")


def _keep_authority(officer: Officer, authority: Upload | None, actor: Actor) -> None:
    if authority is not None:
        attachments.store(
            authority, subject=officer, kind=effects.AUTHORITY, actor=actor, limits=attachments.SCANS
        )


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def accept(officer: Officer, *, actor: Actor) -> None:
    """The invited person accepts, signed in. A clerk is in office at once; a signer when staff have checked the document."""
    lock(officer)
    if officer.state is not OfficerState.INVITED:
        raise Refused(_("这份邀请已经用过或已撤回。"))
    other_post = any(r.kind == KIND and r.id == officer.organisation_id for r in actor.relations)
    if officer.post is Post.SIGNER and other_post and not officer.organisation.is_natural_person:
        raise Refused(_("你已是该单位的经办人；签署人须是另一个人。"))
    needs_check = officer.post is Post.SIGNER or not officer.organisation.is_verified
    officer.person_id, officer.invitation = actor.person_id, None
    officer.state = OfficerState.PROPOSED if needs_check else OfficerState.ACTIVE
    officer.starts_on = clock.today()
    audit.record(
        "accept", officer, actor=actor, to_state=officer.state.value, organisation=officer.organisation_id
    )
    letters.accepted(officer)


def decline(officer: Officer, *, actor: Actor) -> None:
    """The invited person says no."""
    lock(officer)
    if officer.state is not OfficerState.INVITED:
        raise Refused(_("这份邀请已经用过或已撤回。"))
    officer.state, officer.invitation, officer.ends_on = OfficerState.ENDED, None, clock.today()
    officer.ended_because = _("本人未接受邀请")
    audit.record(
        "decline", officer, actor=actor, to_state=officer.state.value, organisation=officer.organisation_id
    )
    letters.declined(officer)


def join(
    organisation: Organisation,
    *,
    post: Post,
    authority: Upload | None,
    ends_on: date | None,
    because: str,
    actor: Actor,
) -> Officer:
    """Somebody asks to act for a verified organisation, with its document; staff check. Also the way back when the only officer has
    left (`hand_over` then ends the old one)."""
    if not organisation.is_verified:
        raise Refused(_("这个单位现在不是已核验状态，不能加入。"), field="code")
    if actor.is_to(post.value, KIND, organisation.id) or actor.is_to(
        f"proposed_{post.value}", KIND, organisation.id
    ):
        raise Refused(_("你已经是该单位的%(post)s，或正在等待核对。", post=str(post.label)), field="post")
    _check_authority(
        Post.SIGNER, authority, ends_on
    )  # whoever comes by themselves shows a document, whatever the post
    officer = Officer(
        organisation_id=organisation.id,
        person_id=actor.person_id,
        post=post,
        state=OfficerState.PROPOSED,
        ends_on=ends_on,
    )
    session.add(officer)
    session.flush()
    _keep_authority(officer, authority, actor)
    audit.record("join", officer, actor=actor, reason=because, organisation=organisation.id, post=post.value)
    letters.joining(officer)
    return officer


def check_renewable(officer: Officer) -> None:
    """Refuses unless it is a signer who has accepted."""
    if officer.post is not Post.SIGNER or officer.person_id is None:
        raise Refused(_("只有授权签署人需要续授权。"))


def renew_authority(
    officer: Officer, *, authority: Upload | None, ends_on: date | None, actor: Actor
) -> Officer:
    """A new document for the same signer: a new entry that staff check, so that what the old one covered stays as it was."""
    require(actor, P.PREPARE, officer)
    check_renewable(officer)
    _check_authority(Post.SIGNER, authority, ends_on)
    renewed = Officer(
        organisation_id=officer.organisation_id, person_id=officer.person_id, post=Post.SIGNER,
        state=OfficerState.PROPOSED, ends_on=ends_on,
    )  # fmt: skip
    session.add(renewed)
    session.flush()
    _keep_authority(renewed, authority, actor)
    audit.record("renew", renewed, actor=actor, organisation=officer.organisation_id, earlier=officer.id)
    letters.joining(renewed)
    return renewed


def hand_over(newcomer: Officer, *, reason: str, leaving: list[Officer], actor: Actor) -> None:
    """Staff: accept the newcomer's authority and end those who have left, in one act with its basis."""
    if not reason.strip():
        raise Refused(_("请写明交接的依据。"), field="reason")
    if not leaving:
        raise Refused(_("请勾选已经离任的人。"), field="leaving")
    OFFICER.take("approve", newcomer, actor=actor)
    for officer in leaving:
        if officer.organisation_id != newcomer.organisation_id:
            raise Refused(_("只能交接同一单位的人。"), field="leaving")
        OFFICER.take("hand_over", officer, actor=actor, reason=reason)


@every(timedelta(hours=6), "organisations.ending_authorities")
def remind_of_ending_authorities() -> int:
    """Tell signers and clerks of documents about to end; returns how many letters' occasions."""
    ending = queries.expiring_authorities(clock.today())
    for officer in ending:
        officer.reminded_on = clock.today()
        letters.authority_ends(officer)
        audit.record("remind", officer, actor=SYSTEM, organisation=officer.organisation_id)
    return len(ending)
