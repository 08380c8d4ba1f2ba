"""What is sent about a case: the respondent's officers hear of every step that concerns it, each desk of what waits for it."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from bulletins.cases.models import CaseFile
from bulletins.cases.workflow import CASE

TO_RESPONDENT = frozenset({"file", "notify", "set_hearing", "hear", "drop", "resolve", "issue", "deem"})
DESKS = {
    "check": Role.LEGAL, "file": Role.INVESTIGATOR, "plead": Role.INVESTIGATOR, "offer": Role.INVESTIGATOR, "hear": Role.INVESTIGATOR,
    "reopen": Role.INVESTIGATOR, "excuse": Role.EXPERTS, "submit": Role.EXPERTS, "deliberate": Role.LEGAL, "draft": Role.ISSUER,
    "return_draft": Role.LEGAL, "issue": Role.INTAKE,
}  # fmt: skip
"""Whose turn it is after a deed."""


def _write(case: CaseFile, template: str, reason: str) -> None:
    acting = organisations.acting_officers([case.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, f"cases/{template}", about=case, case=case, organisation=case.organisation, reason=reason
        )


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not CASE:
        return
    case, deed = taken.subject, taken.step.deed
    if deed in TO_RESPONDENT and case.is_known:
        _write(case, deed, taken.reason)
    if deed in DESKS:
        to_accounts.write_to_role(DESKS[deed], "cases/turn", about=case, case=case)
    if deed == "plead" and case.wants_hearing:
        to_accounts.write_to_role(Role.EXPERTS, "cases/turn", about=case, case=case)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
