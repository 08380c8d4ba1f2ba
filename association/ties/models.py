"""A tie of a person, the lifting of a wall, and somebody's word that what is on record is complete."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.personal import Encrypted
from association.kernel.state import State, Stored
from association.kernel.walls import Thing
from association.kernel.words import _l
from association.people.models import Person


class TieKind(State):
    """What somebody has to do with the other side."""

    EMPLOYER = "employer", _l("任职、受聘")
    ACCOUNT = "account", _l("账号由其经纪")
    WORK = "work", _l("参与过的作品")
    KIN = "kin", _l("近亲属")
    INVESTOR = "investor", _l("投资、持股")
    RIVAL = "rival", _l("竞争、纠纷")
    OTHER = "other", _l("其他利害关系")


class Source(State):
    """How a tie came on record."""

    SELF = "self", _l("本人声明")
    STAFF = "staff", _l("秘书处登记")


class TieState(State):
    DECLARED = "declared", _l("待认定对方"), "ochre", "hourglass-split"
    STANDING = "standing", _l("已登记"), "indigo", "sign-stop"
    QUESTIONED = "questioned", _l("待第二人确认撤销"), "ochre", "question-circle"
    STRUCK = "struck", _l("已撤销"), "soft", "slash-circle"
    SET_ASIDE = "set_aside", _l("不涉及本站"), "soft", "dash-circle"


WALLS = (TieState.STANDING, TieState.QUESTIONED)
"""A tie holds its wall until a second person has agreed that it never was."""


class Tie(Model):
    """`said` is the other side as it was written; `to_kind` and `to_id` name it on this site, once it is known which it is."""

    __tablename__ = "tie"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[TieKind] = mapped_column(Stored(TieKind))
    source: Mapped[Source] = mapped_column(Stored(Source))
    state: Mapped[TieState] = mapped_column(Stored(TieState), default=TieState.DECLARED)
    said: Mapped[str] = mapped_column(Encrypted)
    note: Mapped[str] = mapped_column(Encrypted, default="")
    to_kind: Mapped[str] = mapped_column(String(32), default="")
    to_id: Mapped[int | None]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    """Its last day; None: it lasts."""
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    person: Mapped[Person] = relationship()

    __table_args__ = (
        Index("ix_tie_other_side", "to_kind", "to_id"),
        CheckConstraint("state not in ('standing', 'questioned') or to_id is not null", name="wall_has_other_side"),
        CheckConstraint("to_on is null or from_on is null or from_on <= to_on", name="days_in_order"),
    )  # fmt: skip

    @property
    def thing(self) -> Thing | None:
        return None if self.to_id is None else (self.to_kind, self.to_id)


class LiftState(State):
    PROPOSED = "proposed", _l("待第二人同意"), "ochre", "hourglass-split"
    LIFTED = "lifted", _l("已解除"), "jade", "unlock"
    REFUSED = "refused", _l("未予同意"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("提议已撤回"), "soft", "slash-circle"
    ENDED = "ended", _l("已恢复回避"), "soft", "lock"


class Lift(Model):
    """Between one person and one thing there is no wall, from the second person's word to the last day (or until it is ended)."""

    __tablename__ = "tie_lift"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    to_kind: Mapped[str] = mapped_column(String(32))
    to_id: Mapped[int]
    kinds: Mapped[list[Any]] = mapped_column(default=list)
    """The words of the ties it was asked for; all that the public count tells."""
    reason: Mapped[Prose]
    until: Mapped[date]
    state: Mapped[LiftState] = mapped_column(Stored(LiftState), default=LiftState.PROPOSED)
    proposed_at: Mapped[datetime] = mapped_column(default=clock.now)
    lifted_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    __table_args__ = (CheckConstraint("state not in ('lifted', 'ended') or lifted_at is not null", name="lifted_says_when"),)  # fmt: skip

    @property
    def thing(self) -> Thing:
        return (self.to_kind, self.to_id)

    @property
    def has_run_out(self) -> bool:
        return self.until < clock.today()


class Affirmation(Model):
    """“What is on record of me is complete”, on a day."""

    __tablename__ = "tie_affirmation"

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
