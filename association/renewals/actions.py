"""Verbs of renewals: holders are invited to an update session."""

from sqlalchemy import insert

from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.renewals import letters, queries
from association.renewals.models import CourseRenewal, RenewalInvitation, RenewalState
from association.renewals.policy import P
from association.training.models import CourseSession, SessionState


def check_invitable(renewal: CourseRenewal) -> None:
    if renewal.state is not RenewalState.REVIEWED:
        raise Refused(_("请先复核这门课程，再邀请证书持有人。"))


def invite(renewal: CourseRenewal, *, to: CourseSession, actor: Actor) -> int:
    """Everybody with a valid certificate from before the change who was not invited to this session yet; returns how many. Pressed twice nobody hears twice."""
    require(actor, P.INVITE, renewal)
    lock(renewal)
    check_invitable(renewal)
    if to.state is not SessionState.PUBLISHED or to.starts_at <= clock.now():
        raise Refused(_("这一期没有公布，或已经开班。"), field="session")
    holders = queries.to_invite(renewal, to, clock.today())
    if holders:
        rows = [
            {"renewal_id": renewal.id, "session_id": to.id, "enrolment_id": e.id, "at": clock.now()}
            for e in holders
        ]
        session.execute(insert(RenewalInvitation), rows)
        letters.invited(renewal, to, holders)
    audit.record("invite_to_update", renewal, actor=actor, session=to.id, count=len(holders))
    return len(holders)
