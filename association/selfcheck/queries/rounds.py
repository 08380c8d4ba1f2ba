"""Named reads of rounds, of who must take part, and of what may be said of all together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, exists, func, not_, select
from sqlalchemy.orm import joinedload

from association.kernel import clock, dated
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.selfcheck.models import (
    CheckAnswer,
    CheckQuestion,
    Part,
    Round,
    RoundAudience,
    RoundState,
    SelfCheck,
    Value,
)
from association.selfcheck.queries.checks import at_a_mark


def rounds() -> Select[Round]:
    """For the desk."""
    return select(Round)


def published() -> Select[Round]:
    """Rounds whose results everybody may read."""
    return select(Round).where(Round.state == RoundState.PUBLISHED)


def by_slug(slug: str) -> Select[Round]:
    return select(Round).where(Round.slug == slug)


def at_work() -> list[Round]:
    """What somebody of the secretariat holds, and what is past its day."""
    rows = select(Round).where(Round.state.in_([RoundState.DRAFT, RoundState.PROPOSED, RoundState.OPEN]))
    return list(session.scalars(rows.order_by(Round.due_on, Round.id).limit(200)))


def to_publish() -> list[Round]:
    rows = select(Round).where(Round.state == RoundState.CLOSED).order_by(Round.closed_at, Round.id)
    return list(session.scalars(rows.limit(200)))


def concerned(round_: Round) -> Select[Organisation]:
    """All organisations that must take part now."""
    fits = organisations.concerned_by(Round, RoundAudience, of=RoundAudience.round_id)
    return select(Organisation).join(Round, Round.id == round_.id).where(fits)


def how_many(round_: Round) -> int:
    return int(session.scalar(select(func.count()).select_from(concerned(round_).subquery())) or 0)


def not_told(round_: Round, *, limit: int) -> list[Organisation]:
    """The next ones that must take part and have not been told, in the order of their ids."""
    told = exists().where(Part.round_id == round_.id, Part.organisation_id == Organisation.id)
    return list(session.scalars(concerned(round_).where(not_(told)).order_by(Organisation.id).limit(limit)))


def open_rounds() -> list[Round]:
    return list(session.scalars(select(Round).where(Round.state == RoundState.OPEN).order_by(Round.id)))


def _parts() -> Select[Part]:
    return select(Part).join(Part.organisation).options(joinedload(Part.organisation), joinedload(Part.round))


def parts_of(round_: Round) -> Select[Part]:
    return _parts().where(Part.round_id == round_.id)


def part_of(round_id: int, organisation_id: int) -> Part | None:
    rows = _parts().where(Part.round_id == round_id, Part.organisation_id == organisation_id)
    return session.scalars(rows).one_or_none()


def in_standing(rows: Select[Any], value: str) -> Select[Any]:
    """A filter of the desk: finished, waiting, or late."""
    if value == "finished":
        return rows.where(Part.finished_at.is_not(None))
    rows = rows.where(Part.finished_at.is_(None))
    return rows.join(Part.round).where(Round.due_on < clock.today()) if value == "late" else rows


def own_parts(organisation_ids: Sequence[int], *, only_owed: bool = False) -> list[Part]:
    """Rounds these organisations must take part in, those under way first."""
    rows = _parts().join(Part.round).where(Part.organisation_id.in_(organisation_ids))
    if only_owed:
        rows = rows.where(Round.state == RoundState.OPEN, Part.finished_at.is_(None))
    return list(
        session.scalars(
            rows.order_by(Round.state != RoundState.OPEN, Round.due_on.desc(), Part.id).limit(200)
        )
    )


def parts_after(round_: Round, *, after: int, limit: int) -> list[Part]:
    """The next ones in the order of their ids."""
    return list(session.scalars(parts_of(round_).where(Part.id > after).order_by(Part.id).limit(limit)))


def parts_to_remind(today: date, *, limit: int) -> list[Part]:
    """Not finished, of rounds under way, and at a mark (or past the day) they were not written to at yet."""
    marks = sorted(dated.value("selfcheck.round_reminders"))
    rows = _parts().join(Part.round).where(Round.state == RoundState.OPEN, Part.finished_at.is_(None))
    found = [part for part in session.scalars(rows.order_by(Part.id)) if _is_to_remind(part, today, marks)]
    return found[:limit]


def _is_to_remind(part: Part, today: date, marks: Sequence[int]) -> bool:
    due = part.round.due_on
    if due < today:
        return part.reminded_on is None or part.reminded_on <= due
    # Who was told today, or inside the mark, has just heard the day.
    known = max(part.reminded_on or date.min, clock.day_of(part.told_at))
    return at_a_mark(due, known, today, marks)


# What may be said of all together


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many must, how many have, how many are late."""

    told: int
    finished: int
    late: int

    @property
    def may_be_public(self) -> bool:
        """Not where it would point at somebody."""
        return self.told >= figures_from()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One question over the self-checks that were shared."""

    question: CheckQuestion
    yes: int
    no: int
    na: int


def figures_from() -> int:
    return int(dated.value("selfcheck.figures_from"))


def standing(round_: Round) -> Standing:
    done = Part.finished_at.is_not(None)
    told, finished = session.execute(
        select(func.count(), func.count().filter(done)).where(Part.round_id == round_.id)
    ).one()
    return Standing(
        told=told, finished=finished, late=told - finished if round_.due_on < clock.today() else 0
    )


def figures(round_: Round) -> list[Figure]:
    """By question, over what is shared now; empty where too few have shared. Nothing that is not shared is counted."""
    shared = select(SelfCheck.id).where(SelfCheck.round_id == round_.id, SelfCheck.shared_at.is_not(None))
    if int(session.scalar(select(func.count()).select_from(shared.subquery())) or 0) < figures_from():
        return []
    rows = session.execute(
        select(
            CheckAnswer.question_id, *(func.count().filter(CheckAnswer.value == value) for value in (Value.YES, Value.NO, Value.NOT_APPLICABLE))
        ).where(CheckAnswer.check_id.in_(shared)).group_by(CheckAnswer.question_id)
    )  # fmt: skip
    counted = {row[0]: row for row in rows}
    return [
        Figure(question=question, yes=row[1], no=row[2], na=row[3])
        for question in round_.questions
        if (row := counted.get(question.id)) is not None
    ]
