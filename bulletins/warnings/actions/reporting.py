"""What an organisation did about a warning, with evidence."""

from collections.abc import Sequence

from association.kernel import attachments
from association.kernel.attachments import PAPERS, Upload
from association.kernel.policy import Actor
from bulletins.warnings.models import WarningReceipt
from bulletins.warnings.workflow import RECEIPT

EVIDENCE = "evidence"


def report(receipt: WarningReceipt, *, statement: str, evidence: Sequence[Upload], actor: Actor) -> None:
    """Say what was done. What was sent before stays on file."""
    RECEIPT.take("report", receipt, actor=actor, statement=statement)
    for paper in evidence:
        attachments.store(paper, subject=receipt, kind=EVIDENCE, actor=actor, limits=PAPERS)
