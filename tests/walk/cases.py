"""What fills the blanks of cases."""

from collections.abc import Callable
from typing import Any

from bulletins.cases.models import CaseAppeal, CaseCharge, CaseFile, CaseRepair, CaseState

ID_OF = {
    "case_desk": "case_file", "case_file": "case_file", "case_file.withdraw": "case_charge", "case_deciding": "case_file",
    "case_afterwards": "case_file", "case_afterwards.convene": "case_appeal", "case_afterwards.prepare": "case_appeal", "own_cases": "case_file",
    "case_desk.take_up": "complaint", "case_desk.join": "complaint",
}  # fmt: skip
BLANKS = {("case_desk.paper", "word"): "case_paper"}


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    return {
        "case_file": {
            "case in effect": first(CaseFile, state=CaseState.EFFECTIVE).id,
            "borealis's case": first(CaseFile, state=CaseState.NOTIFIED).id,
            "lead": first(CaseFile, state=CaseState.LEAD).id,
        },
        "case_appeal": {"decided appeal": first(CaseAppeal).id},
        "case_repair": {"repair applied for": first(CaseRepair).id},
        "case_charge": {"a point alleged": first(CaseCharge).id},
        "case_paper": {"decision": "decision"},
    }
