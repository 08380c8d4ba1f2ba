"""What the steps of a round do. Who must take part is told by the worker: one row, however many there are."""

from association.kernel import clock, jobs, numbering
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _
from association.organisations import queries as organisations
from association.selfcheck.models import Round, VersionState

TELL, NEWS = "selfcheck.tell", "selfcheck.news"


def address(round_: Round) -> str:
    return f"/selfcheck/rounds/{round_.slug}/"


def public_text(round_: Round) -> str:
    """What the public log commits to."""
    return (
        f"{round_.slug}:{round_.title}:{round_.due_on.isoformat()}:{round_.state.value}:{round_.closing_note}"
    )


def missing(round_: Round) -> object | None:
    """What must be put right before it is opened."""
    if round_.due_on < clock.today():
        return _("截止日已过，请先改截止日。")
    if round_.version.state is not VersionState.PUBLISHED:
        return _("所选的问卷已有新版本，请先改选。")
    if round_.only_named and not round_.named:
        return _("只限点名时，请至少写一家单位。")
    return None


def opened(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    if (sentence := missing(round_)) is not None:
        raise Refused(sentence)
    round_.opened_at = clock.now()
    number = numbering.issue("self_check_round", round_)
    round_.slug = f"{number.year}-{number.number}"
    jobs.later(TELL, key=f"self_check_round:{round_.id}", round=round_.id)


def closed(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """`reason` is the closing note; those who took part hear it."""
    round_.closed_at, round_.closing_note = clock.now(), reason
    jobs.later(NEWS, round=round_.id, after=0)


def published(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    round_.published_at = clock.now()
    records.publish(
        key=f"self_check_round:{round_.id}", kind="self_check_round", title=round_.title, url=address(round_),
        body=f"{round_.topic}\n{round_.purpose}\n{round_.closing_note}\n{organisations.whom(round_)}", dated_on=clock.today(),
        facets={"topic": round_.topic},
    )  # fmt: skip


def taken_back(round_: Round, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    round_.published_at = None
    records.withdraw(f"self_check_round:{round_.id}")
