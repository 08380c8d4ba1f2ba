"""Tokens: made and revoked by the signer, used by programs."""

from collections.abc import Sequence
from datetime import timedelta

from association.accounts.tokens import hash_of, new
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, Relation, require
from association.kernel.words import _
from association.organisations.models import Organisation
from association.organisations.policy import KIND
from bulletins.figures import letters, queries
from bulletins.figures.actions.reporting import Answers, check_asked, write
from bulletins.figures.models import Period, Report, ReportState, Token, Via
from bulletins.figures.policy import P
from bulletins.figures.settings import number
from bulletins.figures.workflow import REPORT

MOST = 5
"""Living tokens of one organisation."""


def make_token(
    organisation: Organisation, *, name: str, scopes: Sequence[str], actor: Actor
) -> tuple[Token, str]:
    """The row, and the token itself: it is not kept, and cannot be shown again."""
    require(actor, P.KEEP_TOKENS, organisation)
    check_asked(organisation)
    lock(organisation)
    if sum(t.is_living for t in queries.tokens_of(organisation.id)) >= MOST:
        raise Refused(_("已有%(n)d个有效的令牌，请先撤销不用的。", n=MOST))
    secret = f"yzf_{new()}"
    token = Token(
        organisation=organisation, organisation_id=organisation.id, name=name, token_hash=hash_of(secret), scopes=sorted(scopes),
        made_by=actor.name, expires_at=clock.now() + timedelta(days=number("token_days")),
    )  # fmt: skip
    session.add(token)
    session.flush()
    audit.record("make_token", token, actor=actor, organisation=organisation.id, scopes=sorted(scopes))
    letters.token(token, "make_token")
    return token, secret


def revoke_token(token: Token, *, actor: Actor) -> None:
    """From this moment it opens nothing."""
    require(actor, P.KEEP_TOKENS, token)
    lock(token)
    if token.revoked_at is not None:
        raise Refused(_("这个令牌已经撤销。"))
    token.revoked_at = clock.now()
    audit.record("revoke_token", token, actor=actor, organisation=token.organisation_id)
    letters.token(token, "revoke_token")


def report_by_program(period: Period, token: Token, *, answers: Answers, because: str) -> tuple[Report, bool]:
    """What a program reports goes to the signer like what a clerk writes; returns it and whether anything changed. The same twice is one report."""
    organisation = token.organisation
    token.last_used_at = clock.now()
    standing = queries.open_of(period.id, organisation.id) or queries.counting_of(period.id, organisation.id)
    if standing is not None and standing.state is not ReportState.DRAFT and standing.answers == dict(answers):
        return standing, False
    as_program = Actor(name=token.name, relations=(Relation(word="clerk", kind=KIND, id=organisation.id),))
    report = write(period, organisation, answers=answers, because=because, via=Via.PROGRAM, actor=as_program)
    REPORT.take("submit", report, actor=as_program)
    return report, True
