"""What is sent about permits."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.permits.models import Permit
from association.permits.workflow import PERMIT


def _officers(permit: Permit) -> list[Account]:
    acting = organisations.acting_officers([permit.organisation_id], Post.CLERK, Post.SIGNER)
    return accounts.accounts_of([o.person_id for o in acting if o.person_id])


def reported(permit: Permit) -> None:
    to_accounts.write_to_role(
        Role.REGISTRAR, "permits/waits", about=permit, permit=permit, organisation=permit.organisation
    )


def ends(permit: Permit) -> None:
    for account in _officers(permit):
        to_accounts.write_to(
            account, "permits/ends", about=permit, permit=permit, organisation=permit.organisation
        )


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is PERMIT and taken.step.deed in ("check", "refuse"):
        for account in _officers(taken.subject):
            to_accounts.write_to(
                account, f"permits/{taken.step.deed}", about=taken.subject, permit=taken.subject,
                organisation=taken.subject.organisation, reason=taken.reason,
            )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
