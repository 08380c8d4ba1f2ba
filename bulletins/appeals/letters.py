"""What is sent about appeals: invitations and their answers, and the acknowledgement of joining and leaving."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.db import Model
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Organisation, Post
from bulletins.appeals.models import Initiator, Joining
from bulletins.appeals.workflow import INITIATOR, JOINING


def _officers(organisation: Organisation, template: str, about: Model, **told: object) -> None:
    acting = organisations.acting_officers([organisation.id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of([o.person_id for o in acting if o.person_id]):
        to_accounts.write_to(account, template, about=about, organisation=organisation, **told)


def asked(initiator: Initiator) -> None:
    _officers(
        initiator.organisation,
        "appeals/asked",
        initiator,
        initiator=initiator,
        notice=initiator.appeal.notice,
    )


def joined(joining: Joining) -> None:
    _officers(joining.organisation, "appeals/joined", joining, joining=joining, notice=joining.appeal.notice)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is JOINING:
        joining: Joining = taken.subject
        _officers(
            joining.organisation, "appeals/left", joining, joining=joining, notice=joining.appeal.notice
        )
    if taken.workflow is not INITIATOR:
        return
    initiator: Initiator = taken.subject
    if taken.step.deed == "ask_again":
        asked(initiator)
    elif taken.step.deed == "remove":
        _officers(
            initiator.organisation, "appeals/removed", initiator, notice=initiator.appeal.notice, reason=taken.reason
        )  # fmt: skip
    else:
        to_accounts.write_to_role(
            Role.EDITOR, "appeals/answered", about=initiator, initiator=initiator, notice=initiator.appeal.notice,
            reason=taken.reason,
        )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
