"""What is sent about ties and lifts: whom it is about always hears, and who has to look."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.policy import Actor
from association.kernel.workflow import Step, StepTaken
from association.ties.models import Lift, Tie
from association.ties.workflow import LIFT, TIE


def declared(tie: Tie) -> None:
    to_accounts.write_to_role(Role.EXPERTS, "ties/declared", about=tie, tie=tie, name=tie.person.name)


def entered(tie: Tie) -> None:
    for account in accounts.accounts_of([tie.person_id]):
        to_accounts.write_to(account, "ties/entered", about=tie, tie=tie)


def lift_proposed(lift: Lift, *, proposer: Actor) -> None:
    for role in (Role.LEGAL, Role.ISSUER):
        to_accounts.write_to_role(
            role, "ties/lift_waits", about=lift, lift=lift, name=lift.person.name, proposer=proposer.name
        )


def _moved(tie: Tie, step: Step, reason: str) -> None:
    for account in accounts.accounts_of([tie.person_id]):
        to_accounts.write_to(account, "ties/moved", about=tie, tie=tie, word=step.label, reason=reason)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is TIE:
        _moved(taken.subject, taken.step, taken.reason)
        if taken.step.deed == "question":
            for role in (Role.LEGAL, Role.ISSUER):
                to_accounts.write_to_role(
                    role, "ties/strike_waits", about=taken.subject, tie=taken.subject, name=taken.subject.person.name,
                    reason=taken.reason,
                )  # fmt: skip
    elif taken.workflow is LIFT and taken.step.deed != "withdraw":
        lift: Lift = taken.subject
        told = accounts.accounts_of([lift.person_id]) if taken.step.deed != "refuse" else []
        for account in told:
            to_accounts.write_to(
                account, f"ties/lift_{taken.step.deed}", about=lift, lift=lift, reason=taken.reason
            )
        if taken.step.deed != "end":
            to_accounts.write_to_role(
                Role.EXPERTS, f"ties/lift_told_{taken.step.deed}", about=lift, lift=lift, name=lift.person.name,
                reason=taken.reason,
            )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
