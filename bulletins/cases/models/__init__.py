"""The case file and what comes after the decision."""

from bulletins.cases.models.afterwards import (
    AppealResult,
    AppealState,
    CaseAppeal,
    CasePublicity,
    CaseRepair,
    PublicityEnd,
    RepairState,
)
from bulletins.cases.models.case import (
    OPEN,
    OVER_WITHOUT_DECISION,
    STARTED,
    CaseCharge,
    CaseDelivery,
    CaseEvidence,
    CaseFile,
    CaseState,
    Channel,
    Outcome,
    Paper,
    Source,
)

__all__ = [
    "OPEN", "OVER_WITHOUT_DECISION", "STARTED", "AppealResult", "AppealState", "CaseAppeal", "CaseCharge", "CaseDelivery", "CaseEvidence", "CaseFile", "CasePublicity",
    "CaseRepair", "CaseState", "Channel", "Outcome", "Paper", "PublicityEnd", "RepairState", "Source",
]  # fmt: skip
