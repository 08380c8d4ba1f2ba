"""Tables of notices: the notice, what it cites, its corrections, who got it."""

from bulletins.notices.models.correction import Correction, CorrectionState
from bulletins.notices.models.notice import Notice, NoticeCitation, NoticeKind, NoticeRecipient, NoticeState

__all__ = [
    "Correction", "CorrectionState", "Notice", "NoticeCitation", "NoticeKind", "NoticeRecipient", "NoticeState",
]  # fmt: skip
