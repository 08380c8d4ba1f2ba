"""Named reads of warnings and of what organisations did about them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import joinedload

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.words import _l
from bulletins.warnings.models import (
    IN_FORCE,
    LISTED,
    Level,
    ReceiptState,
    RiskWarning,
    WarningReceipt,
    WarningState,
)

dated.define(
    "warnings.rate_from", label=_l("应确认的单位达到几家才公布确认比例"), kind="number", initial=5, unit=_l("家"),
    basis=_l("协会自行设置：家数太少时，比例会让人看出是谁没有确认"),
)  # fmt: skip

GRAVEST = case(*((RiskWarning.level == level, -level.rank) for level in Level), else_=0)
IN_FORCE_FIRST = case((RiskWarning.state.in_(IN_FORCE), 0), else_=1)


def listed() -> Select[RiskWarning]:
    """In public lists."""
    return select(RiskWarning).where(RiskWarning.state.in_(LISTED))


def everything() -> Select[RiskWarning]:
    """For the desk."""
    return select(RiskWarning)


def by_slug(slug: str) -> Select[RiskWarning]:
    return select(RiskWarning).where(RiskWarning.slug == slug)


def newest_in_force() -> RiskWarning | None:
    """The line on the home page: what is valid today, the newest first."""
    rows = listed().where(
        RiskWarning.state.in_(IN_FORCE),
        RiskWarning.valid_to >= clock.today(),
        RiskWarning.valid_from <= clock.today(),
    )
    return session.scalars(
        rows.order_by(RiskWarning.published_at.desc(), RiskWarning.id.desc()).limit(1)
    ).first()


def at_work() -> list[RiskWarning]:
    """What somebody of the secretariat holds."""
    states = (WarningState.DRAFT, WarningState.FIRST, WarningState.SECOND, WarningState.THIRD)
    return list(
        session.scalars(
            select(RiskWarning)
            .where(RiskWarning.state.in_(states))
            .order_by(RiskWarning.made_at, RiskWarning.id)
            .limit(200)
        )
    )


def past_their_day() -> list[RiskWarning]:
    """In force, and their last day is over."""
    rows = select(RiskWarning).where(RiskWarning.state.in_(IN_FORCE), RiskWarning.valid_to < clock.today())
    return list(session.scalars(rows.order_by(RiskWarning.id)))


def must_be_told() -> list[RiskWarning]:
    """Must-read ones in force: an organisation verified since is concerned too."""
    rows = select(RiskWarning).where(
        RiskWarning.state.in_(IN_FORCE), RiskWarning.must_read, RiskWarning.valid_to >= clock.today()
    )
    return list(session.scalars(rows.order_by(RiskWarning.id)))


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Title, number, what happens or what to do."""
    for word in words.split():
        texts = (RiskWarning.title, RiskWarning.number, RiskWarning.happens, RiskWarning.todo)
        rows = rows.where(or_(*(text.contains(word, autoescape=True) for text in texts)))
    return rows


# What organisations did


def receipts_of(warning: RiskWarning) -> Select[WarningReceipt]:
    return (
        select(WarningReceipt)
        .join(WarningReceipt.organisation)
        .where(WarningReceipt.warning_id == warning.id)
        .options(joinedload(WarningReceipt.organisation), joinedload(WarningReceipt.warning))
    )


def receipts_after(warning: RiskWarning, *, after: int, limit: int) -> list[WarningReceipt]:
    """The next ones in the order of their ids."""
    rows = receipts_of(warning).where(WarningReceipt.id > after).order_by(WarningReceipt.id).limit(limit)
    return list(session.scalars(rows))


def unconfirmed(rows: Select[Any], value: str) -> Select[Any]:
    """A filter of the desk: a state, or `late`."""
    if value == "late":
        return rows.where(WarningReceipt.state == ReceiptState.WAITING, WarningReceipt.due_on < clock.today())
    return rows.where(WarningReceipt.state == ReceiptState(value))


def late(*, limit: int) -> list[WarningReceipt]:
    """Not confirmed in time and not yet escalated, of warnings in force."""
    rows = (
        select(WarningReceipt)
        .join(WarningReceipt.warning)
        .where(
            RiskWarning.state.in_(IN_FORCE), WarningReceipt.state == ReceiptState.WAITING,
            WarningReceipt.due_on < clock.today(), WarningReceipt.escalated_at.is_(None),
        )
        .options(joinedload(WarningReceipt.warning), joinedload(WarningReceipt.organisation))
        .order_by(WarningReceipt.id)
        .limit(limit)
    )  # fmt: skip
    return list(session.scalars(rows))


def waiting_at(organisation_ids: list[int]) -> list[WarningReceipt]:
    """What these organisations still owe: a confirmation, or a statement."""
    owed = or_(
        WarningReceipt.state.in_([ReceiptState.WAITING, ReceiptState.ASKED]),
        (WarningReceipt.state == ReceiptState.CONFIRMED) & RiskWarning.wants_statement,
    )
    rows = select(WarningReceipt).join(WarningReceipt.warning)
    rows = rows.where(
        WarningReceipt.organisation_id.in_(organisation_ids), RiskWarning.state.in_(IN_FORCE), owed
    )
    rows = rows.options(joinedload(WarningReceipt.warning), joinedload(WarningReceipt.organisation))
    return list(session.scalars(rows.order_by(WarningReceipt.due_on, WarningReceipt.id)))


def to_judge() -> list[WarningReceipt]:
    """Statements nobody has read yet, the oldest first."""
    rows = select(WarningReceipt).where(WarningReceipt.state == ReceiptState.REPORTED)
    rows = rows.options(joinedload(WarningReceipt.warning), joinedload(WarningReceipt.organisation))
    return list(session.scalars(rows.order_by(WarningReceipt.reported_at, WarningReceipt.id).limit(200)))


@dataclass(frozen=True, slots=True)
class Rate:
    """Of how many organisations told, how many have confirmed; and, for staff, how many are late while it is in force."""

    told: int = 0
    confirmed: int = 0
    late: int = 0

    @property
    def may_be_public(self) -> bool:
        """Not where it would point at somebody."""
        return self.told >= int(dated.value("warnings.rate_from"))


def rate(warning: RiskWarning) -> Rate:
    waiting = WarningReceipt.state == ReceiptState.WAITING
    row = session.execute(
        select(
            func.count(), func.count().filter(~waiting), func.count().filter(waiting, WarningReceipt.due_on < clock.today())
        ).where(WarningReceipt.warning_id == warning.id)
    ).one()  # fmt: skip
    told, confirmed, late = row
    return Rate(told, confirmed, late if warning.state in IN_FORCE else 0)
