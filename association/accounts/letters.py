"""What is sent about accounts, and how everybody else writes to an account or to a role."""

from typing import Any

from association.accounts import queries
from association.accounts.models import Account, Role, RoleGrant
from association.accounts.workflow import ROLE_GRANT
from association.kernel import events
from association.kernel.db import Model
from association.kernel.letters import Letter, send
from association.kernel.workflow import StepTaken


def write_to(account: Account, template: str, *, about: Model | None = None, **context: Any) -> Letter:
    """A letter to an account: its inbox and its address."""
    return send(
        template, to_address=account.email, account_id=account.id, language=account.language, about=about, **context
    )


def write_to_role(role: Role, template: str, *, about: Model | None = None, **context: Any) -> int:
    """A letter to everybody who holds a role today; returns to how many."""
    holders = queries.with_role(role)
    for account in holders:
        write_to(account, template, about=about, **context)
    return len(holders)


def link(account: Account, template: str, path: str, *, to_address: str | None = None, **context: Any) -> None:
    """A letter whose link proves the address: by mail only, never in the inbox."""
    send(
        template, to_address=to_address or account.email, account_id=account.id, language=account.language,
        about=account, only_by_mail=True, name=account.name, path=path, **context,
    )  # fmt: skip


def proposed(grant: RoleGrant, *, proposer: str) -> None:
    """To the other administrators, who may confirm."""
    for admin in queries.with_role(Role.ADMIN):
        if admin.name != proposer and admin.id != grant.account_id:
            write_to(admin, "accounts/grant_waits", about=grant, grant=grant, proposer=proposer, name=grant.account.name)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not ROLE_GRANT:
        return
    grant: RoleGrant = taken.subject
    deed = taken.step.deed
    if deed in ("confirm", "end"):
        write_to(grant.account, f"accounts/grant_{deed}", about=grant, grant=grant, reason=taken.reason)
    if deed in ("confirm", "refuse") and (proposer := queries.proposer_of(grant)):
        account = queries.account(proposer)
        if account is not None:
            write_to(account, f"accounts/grant_told_{deed}", about=grant, grant=grant, name=grant.account.name, reason=taken.reason)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
