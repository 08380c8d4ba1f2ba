"""What is sent about self-checks. No letter says what was asked or answered: letters are kept and can go astray."""

from collections.abc import Sequence
from typing import TypeVar

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Officer, Post
from association.selfcheck.models import Part, SelfCheck
from association.selfcheck.workflow import SELF_CHECK

T = TypeVar("T", Part, SelfCheck)


def told(parts: Sequence[Part]) -> None:
    """To the clerks in office, or the signers where there is no clerk."""
    _to_parts("selfcheck/told", parts, only_front=True)


def reminded(parts: Sequence[Part]) -> None:
    """To everybody who acts for those who have not finished; past the day it says so."""
    _to_parts("selfcheck/reminded", parts)


def closed(parts: Sequence[Part]) -> None:
    _to_parts("selfcheck/closed", parts)


def gaps_due(checks: Sequence[SelfCheck]) -> None:
    """Something has to be put right soon: what it is stands on the organisation's own page only."""
    for check, account in _with_officers(checks):
        to_accounts.write_to(
            account,
            "selfcheck/gaps_due",
            about=check,
            organisation=check.organisation,
            path=f"/my/selfcheck/{check.id}/#gaps",
        )


def shared(check: SelfCheck) -> None:
    """Staff hear that there is something to read."""
    to_accounts.write_to_role(
        Role.REGISTRAR, "selfcheck/shared", about=check, organisation=check.organisation, title=check.version.title,
        path=f"/my/selfcheck/{check.id}/",
    )  # fmt: skip


def _to_parts(template: str, parts: Sequence[Part], *, only_front: bool = False) -> None:
    for part, account in _with_officers(parts, only_front=only_front):
        to_accounts.write_to(
            account, template, about=part.round, round=part.round, part=part, organisation=part.organisation,
            path=f"/my/selfcheck/rounds/{part.id}/",
        )  # fmt: skip


def _with_officers(subjects: Sequence[T], *, only_front: bool = False) -> list[tuple[T, Account]]:
    """Each with the accounts of its organisation's officers: two statements, however many there are."""
    officers = organisations.acting_officers([s.organisation_id for s in subjects], Post.CLERK, Post.SIGNER)
    by_organisation: dict[int, list[Officer]] = {}
    for officer in officers:
        by_organisation.setdefault(officer.organisation_id, []).append(officer)
    account_of = {
        a.person_id: a
        for a in accounts.accounts_of({o.person_id for o in officers if o.person_id is not None})
    }
    return [
        (subject, account_of[person])
        for subject in subjects
        for person in _persons(by_organisation.get(subject.organisation_id, []), only_front=only_front)
        if person in account_of
    ]


def _persons(officers: Sequence[Officer], *, only_front: bool) -> list[int]:
    """Each once; `only_front` leaves the signers out where there are clerks."""
    clerks = [o for o in officers if o.post is Post.CLERK]
    chosen = clerks if only_front and clerks else officers
    return list(dict.fromkeys(o.person_id for o in chosen if o.person_id is not None))


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is SELF_CHECK and taken.step.deed == "share":
        shared(taken.subject)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
