"""What people do with their own account."""

from association.accounts import letters, passwords, queries, second_factor, tokens
from association.accounts.models import Account, SignInSession
from association.kernel import audit, clock
from association.kernel.errors import Refused, Unknown
from association.kernel.policy import Actor
from association.kernel.words import _
from association.people import actions as people


def revise(account: Account, *, name: str, phone: str | None, language: str, actor: Actor) -> None:
    """Name, phone, language of letters."""
    people.rename(account.person, name=name, phone=phone, actor=actor)
    change_language(account, language=language, actor=actor)


def change_language(account: Account, *, language: str, actor: Actor) -> None:
    if language != account.language:
        audit.record("edit_account", account, actor=actor, changes=[("language", account.language, language)])
        account.language = language


def change_email(account: Account, *, email: str, password: str, actor: Actor) -> None:
    """Ask for another address; it counts when the link sent there is used."""
    _own_password(account, password)
    if queries.email_key(email) == account.email_key:
        raise Refused(_("新邮箱与现在的相同。"), field="email")
    token = tokens.make("change_email", account, email=email)
    # Whether the address belongs to another account is told to nobody here; the link then refuses.
    letters.link(account, "accounts/change_email", f"/account/email/{token}/", to_address=email)
    audit.record("ask_email", account, actor=actor, personal={"email": email}, person_id=account.person_id)


def _own_password(account: Account, password: str) -> None:
    if not passwords.fits(account.password_hash, password):
        raise Refused(_("现在的密码不对。"), field="current")


def change_password(account: Account, *, current: str, password: str, keep: SignInSession | None, actor: Actor) -> None:
    """Change it, and end every other session."""
    _own_password(account, current)
    if sentence := passwords.fault(password, email=account.email):
        raise Refused(sentence, field="password")
    account.password_hash = passwords.hashed(password)
    for row in queries.sessions_of(account.id):
        if keep is None or row.id != keep.id:
            row.ended_at = clock.now()
    audit.record("change_password", account, actor=actor)
    letters.write_to(account, "accounts/password_changed", about=account, name=account.name)


def enrol_second_factor(account: Account, *, secret: str, code: str, actor: Actor) -> list[str]:
    """Confirm the app by a code of it; returns the ten recovery codes, to be shown this once."""
    step = second_factor.step_of(secret, code)
    if step is None:
        raise Refused(_("验证码不对，请核对手机时间后再输入一次。"), field="code")
    account.totp_secret, account.totp_confirmed_at, account.totp_last_step = secret, clock.now(), step
    audit.record("enrol_second_factor", account, actor=actor)
    letters.write_to(account, "accounts/second_factor", about=account, name=account.name)
    return second_factor.new_recovery_codes(account)


def fresh_recovery_codes(account: Account, *, password: str, actor: Actor) -> list[str]:
    """Ten new codes in place of the old ones."""
    _own_password(account, password)
    if not account.has_second_factor:
        raise Refused(_("还没有启用第二重验证。"))
    audit.record("new_recovery_codes", account, actor=actor)
    return second_factor.new_recovery_codes(account)


def end_session(account: Account, session_id: int, *, actor: Actor) -> None:
    """Sign one browser out."""
    row = next((s for s in queries.sessions_of(account.id) if s.id == session_id), None)
    if row is None:
        raise Unknown
    row.ended_at = clock.now()
    audit.record("end_session", account, actor=actor)


def sign_out_everywhere(account: Account, *, actor: Actor) -> int:
    """Sign every browser out, this one too; returns how many."""
    rows = queries.sessions_of(account.id)
    for row in rows:
        row.ended_at = clock.now()
    audit.record("sign_out_everywhere", account, actor=actor, sessions=len(rows))
    return len(rows)
