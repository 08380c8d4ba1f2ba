"""What accounts no longer need, taken away by the clock: tries, dead links, ended sessions, registrations nobody proved."""

from datetime import timedelta

from sqlalchemy import Delete, delete, or_

from association.accounts.models import MailToken, PendingAccount, SignInAttempt, SignInSession
from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.letters import Letter, LetterState
from association.kernel.regular import every
from association.kernel.words import _l

dated.define(
    "accounts.sessions_kept_days", label=_l("已结束的登录保留多久"), kind="number", initial=180, unit=_l("天"),
    basis=dated.OWN,
)  # fmt: skip


@every(timedelta(hours=6), "accounts.retention")
def tidy_up() -> int:
    """By the worker; returns how many rows went."""
    now = clock.now()
    kept = timedelta(days=int(dated.value("accounts.sessions_kept_days")))
    over: tuple[Delete, ...] = (
        delete(SignInAttempt).where(SignInAttempt.at < now - timedelta(days=1)),
        delete(PendingAccount).where(PendingAccount.expires_at < now),
        delete(MailToken).where(or_(MailToken.expires_at < now, MailToken.used_at < now - timedelta(days=1))),
        delete(SignInSession).where(
            or_(SignInSession.ended_at < now - kept, SignInSession.expires_at < now - kept)
        ),
        # Letters that are in no inbox carry links; once sent and past, they are of no use to anybody but a thief.
        delete(Letter).where(
            Letter.account_id.is_(None),
            Letter.state == LetterState.SENT,
            Letter.sent_at < now - timedelta(days=30),
        ),
    )
    return sum(session.execute(rows).rowcount for rows in over)  # type: ignore[attr-defined]
