"""What is sent about yearly statements, to the officers of the organisation."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.fulfilment.models import Statement
from association.fulfilment.workflow import STATEMENT
from association.kernel import clock, events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post


def _write(statement: Statement, template: str, *posts: Post, **told: object) -> None:
    acting = organisations.acting_officers([statement.organisation_id], *(posts or (Post.CLERK, Post.SIGNER)))
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, f"fulfilment/{template}", about=statement, statement=statement, pledge=statement.pledge,
            organisation=statement.organisation, **told,
        )  # fmt: skip


def due(statement: Statement) -> None:
    """It can be handed in; so many days are left."""
    _write(statement, "due", days=(statement.due_on - clock.today()).days)


def overdue(statement: Statement) -> None:
    _write(statement, "overdue")


def lapsed(statement: Statement) -> None:
    _write(statement, "lapsed")


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not STATEMENT:
        return
    statement: Statement = taken.subject
    match taken.step.deed:
        case "submit":
            _write(statement, "submitted", Post.SIGNER)
        case "give_back":
            _write(statement, "given_back", reason=taken.reason)
        case "give":
            _write(statement, "given", restored=statement.overdue_on is not None)
        case "excuse":
            _write(statement, "excused", reason=taken.reason)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
