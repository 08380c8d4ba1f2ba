"""What is sent about warnings: to the officers of those concerned, many organisations at a time."""

from collections.abc import Iterable, Sequence
from functools import partial

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Officer, Post
from bulletins.warnings import queries
from bulletins.warnings.models import WarningReceipt
from bulletins.warnings.workflow import RECEIPT


def told(receipts: Sequence[WarningReceipt]) -> None:
    """To the first officers: clerks in office, or the signers where there is no clerk."""
    _write("warnings/told", receipts, first=True)


def escalated(receipts: Sequence[WarningReceipt]) -> None:
    """To the other officers; where there is nobody else, to the same again."""
    _write("warnings/escalated", receipts, first=False)


def passed_on(receipts: Sequence[WarningReceipt], news: str, reason: str) -> None:
    """The risk is reduced, the warning lifted or withdrawn: to everybody who acts for those who were told."""
    template = {
        "reduced": "warnings/reduced", "lifted": "warnings/lifted", "withdrawn": "warnings/withdrawn",
    }[news]  # fmt: skip
    _write(template, receipts, first=None, reason=reason)


def _write(
    template: str, receipts: Sequence[WarningReceipt], *, first: bool | None, reason: str = ""
) -> None:
    """Two statements for all of them, besides the letters themselves."""
    officers = organisations.acting_officers([r.organisation_id for r in receipts], Post.CLERK, Post.SIGNER)
    by_organisation: dict[int, list[Officer]] = {}
    for officer in officers:
        by_organisation.setdefault(officer.organisation_id, []).append(officer)
    people = accounts.accounts_of({o.person_id for o in officers if o.person_id is not None})
    account_of: dict[int, Account] = {account.person_id: account for account in people}
    for receipt in receipts:
        persons = chosen(by_organisation.get(receipt.organisation_id, []), first=first)
        for account in (account_of[p] for p in persons if p in account_of):
            to_accounts.write_to(
                account, template, about=receipt.warning, warning=receipt.warning, receipt=receipt,
                organisation=receipt.organisation, reason=reason,
                why=partial(queries.applies_to, receipt.warning, receipt.organisation),
            )  # fmt: skip


def chosen(officers: Iterable[Officer], *, first: bool | None) -> list[int]:
    """Persons: the first ones told, the other ones, or (None) all, each once."""
    acting = [o for o in officers if o.person_id is not None]
    clerks = [o.person_id for o in acting if o.post is Post.CLERK]
    all_of_them = [o.person_id for o in acting]
    front = clerks or all_of_them
    if first is None:
        return _once(all_of_them)
    return _once(front) if first else _once([p for p in all_of_them if p not in front] or front)


def _once(persons: Iterable[int | None]) -> list[int]:
    return [p for p in dict.fromkeys(persons) if p is not None]


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is RECEIPT and taken.step.deed == "ask":
        _write("warnings/ask", [taken.subject], first=None, reason=taken.reason)
    elif taken.workflow is RECEIPT and taken.step.deed == "accept":
        _write("warnings/accept", [taken.subject], first=None)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
