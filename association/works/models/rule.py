"""One period of the rule that classes micro-dramas."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel.db import Key, Model, Prose
from association.kernel.proposals import HasProposal
from association.works.models.words import DramaClass, Making, Trigger

TO_VERIFY = "待核："
"""Begins a line that nobody has compared with an official text yet; who types English writes `to verify:`."""
_MARK = re.compile(rf"^(?:{TO_VERIFY}|to verify:)\s*", re.IGNORECASE)
_DEADLINE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(.+)")


class ClassRule(HasProposal, Model):
    """In force for works made in one of `makings` from `in_force_from` until a later row for the same making begins.

    Amounts are 万元 and the least that belongs to the class (含); None where the period knows no amount. Lists in prose are one line each.
    """

    __tablename__ = "class_rule"

    id: Mapped[Key]
    makings: Mapped[list[Any]]
    key_from: Mapped[int | None]
    ordinary_from: Mapped[int | None]
    subjects: Mapped[list[Any]] = mapped_column(default=list)
    """Special subjects: a work on one of them is 重点 whatever it cost."""
    triggers: Mapped[list[Any]] = mapped_column(default=list)
    handled_key: Mapped[Prose] = mapped_column(default="")
    handled_ordinary: Mapped[Prose] = mapped_column(default="")
    handled_other: Mapped[Prose] = mapped_column(default="")
    numbers: Mapped[Prose] = mapped_column(default="")
    deadlines: Mapped[Prose] = mapped_column(default="")
    doubts: Mapped[Prose] = mapped_column(default="")
    number_to_verify: Mapped[bool] = mapped_column(default=False)
    """The 文号 in the basis was seen in one reprint only."""

    __table_args__ = (
        CheckConstraint("ordinary_from is null or ordinary_from < key_from", name="amounts_in_order"),
    )

    @property
    def kinds_of_making(self) -> list[Making]:
        return [Making(word) for word in self.makings]

    @property
    def circumstances(self) -> list[Trigger]:
        return [Trigger(word) for word in self.triggers]

    def handled(self, drama_class: DramaClass) -> str:
        """Who deals with works of this class."""
        return {
            DramaClass.KEY: self.handled_key, DramaClass.ORDINARY: self.handled_ordinary, DramaClass.OTHER: self.handled_other,
        }[drama_class]  # fmt: skip

    @property
    def number_lines(self) -> list[tuple[str, bool]]:
        """What numbers there are, and whether each is still to be verified."""
        return [(_MARK.sub("", line), bool(_MARK.match(line))) for line in _lines(self.numbers)]

    @property
    def doubt_lines(self) -> list[str]:
        return _lines(self.doubts)

    @property
    def dated_lines(self) -> list[tuple[date, str]]:
        """Days the period names, with what holds from or until them."""
        return [deadline(line) for line in _lines(self.deadlines)]


def deadline(line: str) -> tuple[date, str]:
    """`2024-06-01 …` as a day and its words; ValueError for anything else."""
    found = _DEADLINE.fullmatch(line.strip())
    if found is None:
        raise ValueError(line)
    return date.fromisoformat(found[1]), found[2]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def ends(rules: Sequence[ClassRule]) -> dict[int, dict[Making, date | None]]:
    """For each row, by making: the first day on which a later row holds instead. `rules` are confirmed, oldest first."""
    found: dict[int, dict[Making, date | None]] = {}
    later: dict[Making, date] = {}
    for rule in reversed(rules):
        found[rule.id] = {making: later.get(making) for making in rule.kinds_of_making}
        later |= dict.fromkeys(rule.kinds_of_making, rule.in_force_from)
    return found
