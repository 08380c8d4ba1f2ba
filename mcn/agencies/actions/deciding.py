"""Registrars examine, ask for changes, and decide through the workflow."""

from collections.abc import Mapping, Sequence
from datetime import date

from association.kernel import audit
from association.kernel.db import lock
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from mcn.agencies import registering
from mcn.agencies.models import WITH_STAFF, Filing
from mcn.agencies.policy import P
from mcn.agencies.workflow import FILING


def ask(filing: Filing, *, asked: Sequence[tuple[str, str]], reason: str, actor: Actor) -> None:
    """Please change these, because. Pairs of what (`sections.asked_labels`) and why; at least one."""
    if not asked:
        raise Refused(_("请至少勾选一项并写明原因。"))
    FILING.take(
        "ask", filing, actor=actor, reason=reason,
        asked=[{"field": field, "because": because, "done": False} for field, because in asked],
    )  # fmt: skip


def examine(
    filing: Filing, *, interviewed_on: date, interview: str, answers: Mapping[str, str], actor: Actor
) -> None:
    """What the interview was about, and an answer to each question of the checks."""
    FILING.take(
        "examine", filing, actor=actor, interviewed_on=interviewed_on, interview=interview, answers=dict(answers)
    )  # fmt: skip


def check_with_staff(filing: Filing) -> None:
    """Refuses unless registrars hold it."""
    if filing.state not in WITH_STAFF:
        raise Refused(_("现在不在秘书处手里，不用重新检查。"))


def recheck(filing: Filing, *, actor: Actor) -> None:
    """Make the checks anew while it is with staff: permits lapse, others claim."""
    lock(filing)
    require(actor, P.EXAMINE, filing)
    check_with_staff(filing)
    registering.look_again(filing)
    audit.record("recheck", filing, actor=actor)
