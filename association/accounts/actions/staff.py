"""What administrators do: invite, propose roles, disable. And what the command line does before there are two of them."""

from datetime import date

from sqlalchemy import delete

from association.accounts import letters, passwords, queries, tokens
from association.accounts.actions.registering import create, invite_again
from association.accounts.models import Account, GrantState, RecoveryCode, Role, RoleGrant
from association.accounts.policy import P
from association.kernel import audit, clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.words import _


def create_account(
    *,
    name: str,
    email: str,
    password: str,
    language: str = "zh",
    is_demo: bool = False,
    actor: Actor = SYSTEM,
) -> Account:
    """A proven account, made by the operator's command or the demo."""
    if queries.by_email(email) is not None:
        raise Refused(_("这个邮箱已有账户。"), field="email")
    if sentence := passwords.fault(password, email=email):
        raise Refused(sentence, field="password")
    account = create(
        name=name, email=email, language=language, password_hash=passwords.hashed(password), is_demo=is_demo
    )
    account.email_proven_at = clock.now()
    audit.record("create_account", account, actor=actor)
    return account


def make_administrator(account: Account) -> RoleGrant:
    """The first two administrators come by command; from then on a grant needs two of them."""
    if len(queries.administrators()) >= 2:
        raise Refused(_("已有两位管理员，今后由他们在网站上授予角色。"))
    row = RoleGrant(account_id=account.id, role=Role.ADMIN, state=GrantState.CONFIRMED)
    session.add(row)
    audit.record("make_administrator", row, actor=SYSTEM, account=account.id)
    return row


def invite(
    *, name: str, email: str, role: Role, language: str, ends_on: date | None, actor: Actor
) -> RoleGrant:
    """Invite somebody and propose their first role. The link sets their password; the role counts when a second administrator
    confirms it."""
    require(actor, P.MANAGE)
    account = queries.by_email(email)
    if account is None:
        account = create(name=name, email=email, language=language)
        audit.record("invite", account, actor=actor)
        invite_again(account)
    return propose(account, role=role, ends_on=ends_on, actor=actor)


def send_invitation_again(account: Account, *, actor: Actor) -> None:
    """The first link was lost or ran out."""
    require(actor, P.MANAGE, account)
    if account.password_hash is not None:
        raise Refused(_("对方已经设过密码，可以自己重设。"))
    if account.disabled_at is not None:
        raise Refused(_("账户已经停用。"))
    audit.record("invite", account, actor=actor)
    invite_again(account)


def accept_invitation(token: str, *, password: str) -> Account:
    """The invited person sets a password; the link proves the address."""
    row = tokens.find("invite", token)
    if row is not None and (sentence := passwords.fault(password, email=row.account.email)):
        raise Refused(sentence, field="password")
    account = tokens.use("invite", token).account
    account.password_hash, account.email_proven_at = passwords.hashed(password), clock.now()
    audit.record("accept_invitation", account, actor=Actor(account_id=account.id, name=account.name))
    return account


def propose(account: Account, *, role: Role, ends_on: date | None, actor: Actor) -> RoleGrant:
    """One administrator proposes; another must confirm."""
    require(actor, P.PROPOSE, account)
    if account.disabled_at is not None:
        raise Refused(_("账户已经停用，先启用才能授予角色。"))
    if ends_on is not None and ends_on < clock.today():
        raise Refused(_("截止日期不能在今天之前。"), field="ends_on")
    open_or_held = [g for g in queries.grants_of(account.id) if g.role is role and _counts(g)]
    if open_or_held:
        raise Refused(_("对方已有这一角色，或已有同样的提议待确认。"), field="role")
    row = RoleGrant(account_id=account.id, role=role, ends_on=ends_on)
    session.add(row)
    session.flush()
    audit.record("propose", row, actor=actor, account=account.id, role=role.value)
    letters.proposed(row, proposer=actor)
    return row


def follow_appointment(person_id: int, *, from_on: date, until: date | None, actor: Actor) -> None:
    """The expert's role is not proposed by administrators but comes and goes with an appointment others have decided: what they held ends,
    and with `until` they hold it from the first day of the term to its last. Never a role of the staff."""
    for account in queries.accounts_of([person_id]):
        for row in queries.grants_of(account.id):
            if row.role is Role.EXPERT and _counts(row) and row.state is GrantState.CONFIRMED:
                row.state, row.ends_on = GrantState.ENDED, max(clock.today(), row.starts_on)
        if until is not None:
            granted = RoleGrant(
                account_id=account.id,
                role=Role.EXPERT,
                state=GrantState.CONFIRMED,
                starts_on=max(from_on, clock.today()),
                ends_on=until,
            )
            session.add(granted)
            audit.record("appoint_role", granted, actor=actor, account=account.id, role=Role.EXPERT.value)


def _counts(row: RoleGrant) -> bool:
    if row.state is GrantState.PROPOSED:
        return True
    return row.state is GrantState.CONFIRMED and (row.ends_on is None or row.ends_on >= clock.today())


def disable(account: Account, *, because: str, actor: Actor) -> None:
    """Nobody enters with it any more; every session ends."""
    require(actor, P.MANAGE, account)
    if not because.strip():
        raise Refused(_("请写明停用的理由。"), field="because")
    if account.disabled_at is not None:
        raise Refused(_("账户已经停用。"))
    account.disabled_at, account.disabled_because = clock.now(), because
    for row in queries.sessions_of(account.id):
        row.ended_at = clock.now()
    tokens.cancel(account)
    audit.record("disable", account, actor=actor, reason=because)
    letters.by_mail(account, "accounts/disabled", "/", reason=because)


def enable(account: Account, *, because: str, actor: Actor) -> None:
    """Let it enter again."""
    require(actor, P.MANAGE, account)
    if account.disabled_at is None:
        raise Refused(_("账户没有停用。"))
    if account.person.forgotten_at is not None:
        raise Refused(_("个人信息已经清除，账户不能再启用。"))
    account.disabled_at = account.disabled_because = None
    audit.record("enable", account, actor=actor, reason=because)
    letters.by_mail(account, "accounts/enabled", "/account/login", reason=because)


def reset_second_factor(account: Account) -> None:
    """By command, when phone and codes are gone: at the next sign-in they enrol again."""
    account.totp_secret = account.totp_confirmed_at = None
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    for row in queries.sessions_of(account.id):
        row.ended_at = clock.now()
    audit.record("reset_second_factor", account, actor=SYSTEM)
    letters.write_to(account, "accounts/second_factor_reset", about=account, name=account.name)
