"""What is sent about model clauses: to the legal office, and back to whoever proposed."""

from association.accounts import letters as to_accounts
from association.accounts.models import Account, Role
from association.kernel import events
from association.kernel.db import session
from association.kernel.workflow import StepTaken
from mcn.contracts.models import ModelClause
from mcn.contracts.workflow import MODEL_CLAUSE

TOLD = frozenset({"confirm", "drop"})


def waits(clause: ModelClause) -> None:
    to_accounts.write_to_role(Role.LEGAL, "contracts/propose", about=clause, clause=clause)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not MODEL_CLAUSE or taken.step.deed not in TOLD or not taken.subject.proposed_by:
        return
    if (account := session.get(Account, taken.subject.proposed_by)) is not None:
        to_accounts.write_to(
            account, f"contracts/{taken.step.deed}", about=taken.subject, clause=taken.subject, reason=taken.reason
        )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
