"""Tables of warnings."""

from bulletins.warnings.models.level import Level
from bulletins.warnings.models.warning import (
    ENDED,
    IN_FORCE,
    LISTED,
    ReceiptState,
    RiskWarning,
    WarningAudience,
    WarningReceipt,
    WarningState,
)

__all__ = [
    "ENDED", "IN_FORCE", "LISTED", "Level", "ReceiptState", "RiskWarning", "WarningAudience", "WarningReceipt", "WarningState",
]  # fmt: skip
