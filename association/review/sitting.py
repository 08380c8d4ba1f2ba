"""What the panel tells: when opinions are opened the findings come to the report's table; a panel that was dissolved is followed by another."""

from collections.abc import Callable

from association.kernel import events
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.words import _l
from association.panels import matters
from association.panels import queries as sittings
from association.panels.events import OpinionsOpened, PanelDissolved
from association.panels.models import Panel, PanelSeat
from association.review import queries
from association.review.effects import MATTER
from association.review.models import Conclusion, Gate, ReviewFinding, ReviewState, Severity, WorkReview
from association.review.opinions import Paper
from association.review.workflow import REVIEW

VOTES = matters.VoteKind(
    word="review", choices=tuple(matters.Choice(c.value, c.label, c.tone, c.icon) for c in Conclusion)
)


def _opened(event: OpinionsOpened) -> None:
    if event.panel.matter != MATTER or (round_ := queries.round_of_panel(event.panel)) is None:
        return
    for said in sittings.opinions(event.panel):
        for noted in Paper.read(said.facts).findings:
            session.add(
                ReviewFinding(
                    round_id=round_.id, seat_id=said.seat.id, gate=Gate(noted.gate), severity=Severity(noted.severity), place=noted.place[:200],
                    fact=noted.fact, cause=noted.cause, proposal=noted.proposal, clause=noted.clause[:200],
                )
            )  # fmt: skip
    session.flush()
    REVIEW.take("open_opinions", round_.review, actor=SYSTEM)


def _dissolved(event: PanelDissolved) -> None:
    round_ = queries.round_of_panel(event.panel) if event.panel.matter == MATTER else None
    if round_ is not None and round_.review.state in (ReviewState.WATCHING, ReviewState.CONFERRING):
        REVIEW.take("seek_again", round_.review, actor=SYSTEM)


def before_vote(seat: PanelSeat) -> object | None:
    """Everything is watched and read from beginning to end, and that was confirmed."""
    round_ = queries.round_of_panel(seat.panel)
    account = queries.account_of(seat)
    if round_ is None or account is None:
        return None
    names = queries.unseen_files(round_.version, account)
    return queries.still_to_see(names)


def init_app(
    *,
    read_at: Callable[[PanelSeat], str],
    file_of: Callable[[WorkReview], str],
    minutes_at: Callable[[Panel], str],
) -> None:
    matters.name_matter(
        matters.Matter(
            word=MATTER, label=_l("作品评议"), model=WorkReview, title_of=lambda r: r.called, parties_of=lambda r: [r.work.organisation.name],
            votes=VOTES, read_at=read_at, file_of=file_of, votes_there=True, minutes_at=minutes_at, before_vote=before_vote, readers=frozenset({"issuer"}),
        )
    )  # fmt: skip
    events.subscribe(OpinionsOpened, _opened)
    events.subscribe(PanelDissolved, _dissolved)
