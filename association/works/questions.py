"""What somebody asks of the class of a work, as it stands in an address. What cannot be read is said at its field and left out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from association.kernel import clock, dated
from association.kernel.figures import plain_figures
from association.kernel.words import _, _l
from association.works.classing import WAN, WorkFacts
from association.works.defining import NO, UNSURE, YES, Shape
from association.works.models import Making, Trigger

dated.define(
    "works.deciding_day", label=_l("作品的类别按哪一天的规则判断"), kind="choice", initial="filed",
    choices={"filed": _l("申请规划备案的日期"), "begun": _l("开机的日期"), "launched": _l("上线的日期")},
    basis=_l("各份通知没有写明按哪一天；由协会设置"),
)  # fmt: skip

ANSWERS = {YES: _l("是"), NO: _l("不是"), UNSURE: _l("说不准")}
AMOUNT = re.compile(r"\d{1,6}(\.\d{1,4})?")
MINUTES = re.compile(r"\d{1,4}(\.\d{1,2})?")
COUNT = re.compile(r"\d{1,4}")


class Arguments(Protocol):
    """An address's query (werkzeug.MultiDict)."""

    def get(self, key: str, default: str, /) -> str: ...
    def getlist(self, key: str, /) -> Sequence[str]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`typed` is drawn again as it came; `faults` are sentences by field; `asked` whether anything was asked at all."""

    asked: bool
    facts: WorkFacts
    shape: Shape
    typed: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)


def read(arguments: Arguments, *, known_subjects: Sequence[str]) -> Question:
    reading = _Reading(arguments)
    making, triggers = reading.making(), reading.triggers()
    facts = WorkFacts(
        day=reading.day(), making=making, yuan=reading.yuan(), triggers=triggers,
        subjects=frozenset(s for s in arguments.getlist("subject") if s in known_subjects),
    )  # fmt: skip
    shape = Shape(
        seconds=reading.seconds(), episodes=reading.episodes(), theme=reading.answer("theme"), plot=reading.answer("plot")
    )  # fmt: skip
    return Question(
        asked=len(arguments) > 0, facts=facts, shape=shape, typed=reading.typed, faults=reading.faults
    )


class _Reading:
    """One pass over the query."""

    def __init__(self, arguments: Arguments) -> None:
        self._arguments = arguments
        self.typed: dict[str, str] = {}
        self.faults: dict[str, str] = {}

    def _text(self, name: str) -> str:
        raw = self._arguments.get(name, "").strip()[:40]
        self.typed[name] = raw
        return plain_figures(raw)

    def day(self) -> date:
        raw = self._text("day")
        try:
            return date.fromisoformat(raw) if raw else clock.today()
        except ValueError:
            self.faults["day"] = _("日期请写成2026-11-23这样，已按今天判断。")
            return clock.today()

    def making(self) -> Making:
        raw = self._arguments.get("making", "")
        found = next((m for m in Making if m.value == raw), None)
        if raw and found is None:
            self.faults["making"] = _("没有这种制作方式，已按真人实拍判断。")
        return found or Making.LIVE

    def triggers(self) -> frozenset[Trigger]:
        return frozenset(t for t in Trigger if t.value in self._arguments.getlist("trigger"))

    def yuan(self) -> int | None:
        raw = self._text("wan")
        if not raw:
            return None
        if not AMOUNT.fullmatch(raw):
            self.faults["wan"] = _("投资额请填万元数，例如99.5；最多四位小数。")
            return None
        return int(Decimal(raw) * WAN)

    def seconds(self) -> int | None:
        raw = self._text("minutes")
        if not raw:
            return None
        if not MINUTES.fullmatch(raw):
            self.faults["minutes"] = _("时长请填分钟数，例如1.5。")
            return None
        return int(Decimal(raw) * 60)

    def episodes(self) -> int | None:
        raw = self._text("episodes")
        if not raw:
            return None
        if not COUNT.fullmatch(raw):
            self.faults["episodes"] = _("集数请填一个整数。")
            return None
        return int(raw)

    def answer(self, name: str) -> str:
        raw = self._arguments.get(name, "")
        return raw if raw in ANSWERS else ""
