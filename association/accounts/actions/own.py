"""What people do with their own account. Where it says so, the caller has asked for the password (`knows_password`)."""

from association.accounts import letters, passwords, queries, second_factor, tokens
from association.accounts.actions.forgetting import destroy
from association.accounts.actions.registering import replace_password
from association.accounts.models import Account, SignInSession
from association.kernel import audit, clock, mail_address
from association.kernel.errors import Refused, Unknown
from association.kernel.policy import SYSTEM, Actor
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


def ask_email(account: Account, *, email: str, actor: Actor) -> None:
    """Ask for another address (password asked before); it counts when the link sent there is used."""
    if mail_address.key(email) == account.email_key:
        raise Refused(_("新邮箱与现在的相同。"), field="email")
    token = tokens.make("change_email", account, email=email)
    # Whether the address belongs to another account is told to nobody here; the link then refuses.
    letters.change_email(account, token, to_address=email)
    audit.record("ask_email", account, actor=actor, personal={"email": email}, person_id=account.person_id)


def change_email(token: str) -> Account:
    """A changed address is proven: it takes the old one's place, and the old one is told."""
    row = tokens.use("change_email", token)
    account, email = row.account, str(row.payload["email"])
    row.payload = {}
    taken = queries.by_email(email)
    if taken is not None and taken.id != account.id:
        raise Refused(_("这个邮箱已被另一个账户使用，请换一个。"))
    old = account.email
    account.email, account.email_key = email, mail_address.key(email)
    tokens.cancel(account)
    audit.record(
        "change_email",
        account,
        actor=SYSTEM,
        personal={"email": f"{old} → {email}"},
        person_id=account.person_id,
    )
    letters.by_mail(account, "accounts/email_changed", "/account/", to_address=old)
    return account


def change_password(account: Account, *, password: str, keep: SignInSession | None, actor: Actor) -> None:
    """Change it (the old one asked before), and end every other session."""
    if sentence := passwords.fault(password, email=account.email):
        raise Refused(sentence, field="password")
    replace_password(account, password, keep=keep.id if keep else None)
    audit.record("change_password", account, actor=actor)


def enrol_second_factor(account: Account, *, secret: str, code: str, actor: Actor) -> list[str]:
    """Confirm the app by a code of it (password asked before, if another app is replaced); returns the ten recovery codes, to be
    shown this once."""
    step = second_factor.step_of(secret, code)
    if step is None:
        raise Refused(_("验证码不对，请核对手机时间后再输入一次。"), field="code")
    account.totp_secret, account.totp_confirmed_at, account.totp_last_step = secret, clock.now(), step
    audit.record("enrol_second_factor", account, actor=actor)
    letters.write_to(account, "accounts/second_factor", about=account, name=account.name)
    return second_factor.new_recovery_codes(account)


def fresh_recovery_codes(account: Account, *, actor: Actor) -> list[str]:
    """Ten new codes in place of the old ones (password asked before)."""
    if not account.has_second_factor:
        raise Refused(_("还没有启用第二重验证。"))
    audit.record("new_recovery_codes", account, actor=actor)
    letters.write_to(account, "accounts/recovery_codes", about=account, name=account.name)
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


def close(account: Account, *, actor: Actor) -> None:
    """Close one's own account for good (password asked before): what is personal in it is destroyed."""
    if actor.capacities:
        held = "、".join(words for _key, words in actor.capacities)
        raise Refused(_("你现在还是：%(held)s。请先移交或请协会终止，再注销账户。", held=held))
    address, name = account.email, account.name
    destroy(account, because=_("本人注销"), actor=actor)
    letters.closed(account, to_address=address, name=name)
