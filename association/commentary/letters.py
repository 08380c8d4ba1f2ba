"""What is sent about commentary: to the writer who is asked, whose text is returned, issued or withdrawn."""

from association.accounts import letters as to_accounts
from association.accounts.models import Role
from association.commentary.models import Commentary
from association.commentary.workflow import COMMENTARY
from association.kernel import events
from association.kernel.workflow import StepTaken

RETURNED = ("return_first", "return_second", "return_legal", "return_third")
TOLD = dict.fromkeys(RETURNED, "commentary/returned") | {
    "withdraw": "commentary/withdrawn", "drop": "commentary/dropped",
}  # fmt: skip


def commissioned(commentary: Commentary) -> None:
    _to_writer(commentary, "commentary/commissioned")


def _to_writer(commentary: Commentary, template: str, **told: object) -> None:
    if commentary.writer is not None:
        to_accounts.write_to(commentary.writer, template, about=commentary, commentary=commentary, **told)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not COMMENTARY:
        return
    commentary: Commentary = taken.subject
    deed = taken.step.deed
    if deed in TOLD:
        _to_writer(commentary, TOLD[deed], reason=taken.reason)
        if deed in RETURNED and commentary.writer is None:
            to_accounts.write_to_role(
                Role.EDITOR,
                "commentary/returned",
                about=commentary,
                commentary=commentary,
                reason=taken.reason,
            )
    elif commentary.slug is not None and deed in ("third_review", "issue"):
        _to_writer(commentary, "commentary/issued", path=f"/commentary/{commentary.slug}/")


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
