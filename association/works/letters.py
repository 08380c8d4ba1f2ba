"""What is sent about periods of the rule: to those who may confirm, and back to whoever proposed."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import events
from association.kernel.db import session
from association.kernel.workflow import StepTaken
from association.works.models import ClassRule
from association.works.workflow import CLASS_RULE

TOLD = frozenset({"confirm", "drop"})


def waits(rule: ClassRule) -> None:
    holders = {a.id: a for role in (Role.REVIEWER, Role.LEGAL) for a in accounts.with_role(role)}
    for account in holders.values():
        to_accounts.write_to(account, "works/propose", about=rule, rule=rule)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not CLASS_RULE or taken.step.deed not in TOLD or not taken.subject.proposed_by:
        return
    if (account := session.get(Account, taken.subject.proposed_by)) is not None:
        to_accounts.write_to(
            account, f"works/{taken.step.deed}", about=taken.subject, rule=taken.subject, reason=taken.reason
        )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
