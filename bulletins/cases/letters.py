"""What is sent about a case: the respondent's officers hear of every step that concerns it, each desk of what waits for it."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from bulletins.cases.models import CaseAppeal, CaseFile, CaseRepair
from bulletins.cases.workflow import APPEAL, CASE, REPAIR

TO_RESPONDENT = frozenset({
    "file", "notify", "set_hearing", "hear", "drop", "resolve", "issue", "deem", "take_effect", "carry_out", "publicise", "end_publicity",
    "annul", "keep",
})  # fmt: skip
DESKS = {
    "check": Role.LEGAL, "file": Role.INVESTIGATOR, "plead": Role.INVESTIGATOR, "offer": Role.INVESTIGATOR, "hear": Role.INVESTIGATOR,
    "reopen": Role.INVESTIGATOR, "excuse": Role.EXPERTS, "submit": Role.EXPERTS, "deliberate": Role.LEGAL, "draft": Role.ISSUER,
    "return_draft": Role.LEGAL, "issue": Role.INTAKE, "report": Role.INVESTIGATOR, "carry_out": Role.ISSUER, "seek_annulment": Role.ISSUER,
}  # fmt: skip
"""Whose turn it is after a deed."""
OF_APPEALS = {
    "accept": Role.EXPERTS, "complete": Role.APPEALS, "judge": Role.APPEALS, "prepare": Role.APPEALS, "return_ruling": Role.APPEALS,
}  # fmt: skip
OF_APPEALS_TO_RESPONDENT = frozenset({"accept", "ask_more", "refuse", "lapse", "decide"})


def _write(case: CaseFile, template: str, reason: str) -> None:
    acting = organisations.acting_officers([case.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, f"cases/{template}", about=case, case=case, organisation=case.organisation, reason=reason
        )


def lodged(appeal: CaseAppeal) -> None:
    to_accounts.write_to_role(Role.APPEALS, "cases/turn", about=appeal.case, case=appeal.case)


def applied(repair: CaseRepair) -> None:
    to_accounts.write_to_role(Role.LEGAL, "cases/turn", about=repair.case, case=repair.case)


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is CASE:
        _of_case(taken.subject, deed, taken.reason)
    elif taken.workflow is APPEAL:
        case = taken.subject.case
        if deed in OF_APPEALS_TO_RESPONDENT:
            _write(case, f"appeal_{deed}", taken.reason)
        if deed in OF_APPEALS:
            to_accounts.write_to_role(OF_APPEALS[deed], "cases/turn", about=case, case=case)
    elif taken.workflow is REPAIR and deed in ("grant", "decline"):
        _write(taken.subject.case, f"repair_{deed}", taken.reason)


def _of_case(case: CaseFile, deed: str, reason: str) -> None:
    if deed in TO_RESPONDENT and case.is_known:
        _write(case, deed, reason)
    if deed in DESKS:
        to_accounts.write_to_role(DESKS[deed], "cases/turn", about=case, case=case)
    if deed == "plead" and case.wants_hearing:
        to_accounts.write_to_role(Role.EXPERTS, "cases/turn", about=case, case=case)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
