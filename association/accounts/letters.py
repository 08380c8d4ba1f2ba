"""What is sent about accounts, and how everybody else writes to an account or to a role."""

from datetime import datetime
from typing import Any

from association.accounts import queries, tokens
from association.accounts.models import Account, PendingAccount, Role, RoleGrant
from association.accounts.workflow import ROLE_GRANT
from association.kernel import clock, events, policy, walls
from association.kernel.db import Model
from association.kernel.letters import Letter, send
from association.kernel.policy import Actor
from association.kernel.workflow import StepTaken


def write_to(account: Account, template: str, *, about: Model | None = None, **context: Any) -> Letter:
    """A letter to an account: its inbox and its address. `stop_path` among the context is kernel.letters' own."""
    return send(
        template,
        to_address=account.email,
        account_id=account.id,
        language=account.language,
        about=about,
        **context,
    )


def write_to_role(role: Role, template: str, *, about: Model | None = None, **context: Any) -> int:
    """A letter to everybody who holds a role today and stands behind no wall from the subject; returns to how many."""
    holders = [account for account in queries.with_role(role) if not _is_walled(account, about)]
    for account in holders:
        write_to(account, template, about=about, **context)
    return len(holders)


def _is_walled(account: Account, about: Model | None) -> bool:
    if about is None or walls.concern_of(type(about)) is None:
        return False
    return walls.is_behind(policy.walls_of(account.person_id, clock.today()), about)


def by_mail(
    account: Account, template: str, path: str, *, to_address: str | None = None, **context: Any
) -> None:
    """A letter to the address only, never in the inbox: its link proves the address, or its reader cannot sign in."""
    send(
        template, to_address=to_address or account.email, account_id=account.id, language=account.language,
        about=account, only_by_mail=True, name=account.name, path=path, **context,
    )  # fmt: skip


def prove(registration: PendingAccount, token: str) -> None:
    """To an address that has no account yet; no word in it is the stranger's who typed the address."""
    send(
        "accounts/prove", to_address=registration.email, language=registration.language, only_by_mail=True,
        path=f"/account/prove/{token}/", until=_in_china(registration.expires_at),
    )  # fmt: skip


def reset(account: Account, token: str) -> None:
    by_mail(account, "accounts/reset", f"/account/reset/{token}/", until=_in_china(tokens.link_expires_at()))


def change_email(account: Account, token: str, *, to_address: str) -> None:
    until = _in_china(tokens.link_expires_at())
    by_mail(account, "accounts/change_email", f"/account/email/{token}/", to_address=to_address, until=until)


def invitation(account: Account, token: str) -> None:
    """To somebody who shall set their first password."""
    until = _in_china(tokens.invitation_expires_at())
    by_mail(account, "accounts/invited", f"/account/invitation/{token}/", until=until)


def _in_china(moment: datetime) -> datetime:
    return moment.astimezone(clock.CHINA)


def closed(account: Account, *, to_address: str, name: str) -> None:
    """The last letter, to an address the site has just forgotten."""
    send("accounts/closed", to_address=to_address, language=account.language, only_by_mail=True, name=name)


def proposed(grant: RoleGrant, *, proposer: Actor) -> None:
    """To the other administrators, who may confirm."""
    for admin in queries.with_role(Role.ADMIN):
        if admin.id not in (proposer.account_id, grant.account_id):
            write_to(
                admin,
                "accounts/grant_waits",
                about=grant,
                grant=grant,
                proposer=proposer.name,
                name=grant.account.name,
            )


def _on_step(taken: StepTaken) -> None:
    """The grantee hears what counts for them, the proposer what became of the proposal."""
    if taken.workflow is not ROLE_GRANT:
        return
    grant: RoleGrant = taken.subject
    deed = taken.step.deed
    if deed in ("confirm", "end"):
        write_to(grant.account, f"accounts/grant_{deed}", about=grant, grant=grant, reason=taken.reason)
    proposer = queries.proposer_of(grant)
    account = queries.account(proposer) if proposer else None
    if deed in ("confirm", "refuse") and account is not None:
        write_to(
            account,
            f"accounts/grant_told_{deed}",
            about=grant,
            grant=grant,
            name=grant.account.name,
            reason=taken.reason,
        )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
