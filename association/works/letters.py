"""What is sent about periods of the rule: to those who may confirm, and back to whoever proposed. About a work: to its maker's other officers."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import events
from association.kernel.db import session
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.works.models import ClassRule, Work
from association.works.workflow import CLASS_RULE, WORK

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


def _on_work_step(taken: StepTaken) -> None:
    """Whoever acts for the organisation beside the one who did it hears that a work is on the register, or off it."""
    if taken.workflow is not WORK or taken.step.deed not in ("keep_work", "withdraw_work"):
        return
    work: Work = taken.subject
    acting = organisations.acting_officers([work.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of([o.person_id for o in acting if o.person_id]):
        if account.id != taken.actor.account_id:
            to_accounts.write_to(
                account, f"works/{taken.step.deed}", about=work, work=work, reason=taken.reason
            )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
    events.subscribe(StepTaken, _on_work_step)
