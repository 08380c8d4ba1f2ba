"""Whether what is described is a micro-drama, by the definition of the notice: single episodes of some tens of seconds to about fifteen
minutes, with a rather clear theme and main line and a rather continuous, complete plot. The notice's “some” and “about” are kept: near
its edges the answer is a doubt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from association.kernel import dated
from association.kernel.words import _l
from association.works.models import MicroDrama

_NOTICE = _l("广电办发〔2022〕345号：单集时长从几十秒到15分钟左右、主题和主线较明确、情节较连续完整")

for _key, _label, _initial, _unit in (
    ("works.shortest_seconds", _l("微短剧单集时长：短于多少秒要提醒"), 20, _l("秒")),
    ("works.longest_minutes", _l("微短剧单集时长：“15分钟左右”按几分钟"), 15, _l("分钟")),
    ("works.about_minutes", _l("微短剧单集时长：超过多少分钟以内仍算“左右”"), 2, _l("分钟")),
    ("works.usual_episodes", _l("微短剧通常至少几集"), 3, _l("集")),
):
    dated.define(
        _key, label=_label, kind="number", initial=_initial, unit=_unit, basis=_NOTICE,
        help=_l("原文没有写确切的数；这里的数只用来提醒，由协会设置。"),
    )  # fmt: skip

YES, NO, UNSURE = "yes", "no", "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is said of the form. `seconds` of the longest episode; `theme` and `plot` are yes, no, unsure, or "" where nothing is said."""

    seconds: int | None = None
    episodes: int | None = None
    theme: str = ""
    plot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers of the day."""

    shortest_seconds: int
    longest_minutes: int
    about_minutes: int
    usual_episodes: int

    @classmethod
    def of_today(cls) -> "Limits":
        return cls(**{name: int(dated.value(f"works.{name}")) for name in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeHint:
    """`verdict` None: nothing was said."""

    verdict: MicroDrama | None
    reasons: Sequence[Any] = ()
    notes: Sequence[Any] = ()


Found = tuple[MicroDrama, Any]


def define(shape: Shape, limits: Limits) -> ShapeHint:
    """The weakest of what is found decides: one clear no is a no, one doubt a doubt."""
    found = [*_of_length(shape.seconds, limits), *_of_story(shape)]
    if not found:
        return ShapeHint(verdict=None)
    order = [MicroDrama.NO, MicroDrama.DOUBTFUL, MicroDrama.YES]
    return ShapeHint(
        verdict=min((verdict for verdict, _reason in found), key=order.index),
        reasons=[reason for _verdict, reason in found],
        notes=_notes(shape, limits),
    )


def _of_length(seconds: int | None, limits: Limits) -> list[Found]:
    if seconds is None:
        return []
    longest, about = limits.longest_minutes * 60, (limits.longest_minutes + limits.about_minutes) * 60
    if seconds < limits.shortest_seconds:
        return [
            (
                MicroDrama.DOUBTFUL,
                _l(
                    "最长一集%(n)s，短于%(least)d秒；定义说的是“几十秒”。",
                    n=length(seconds),
                    least=limits.shortest_seconds,
                ),
            )
        ]
    if seconds <= longest:
        return [
            (
                MicroDrama.YES,
                _l(
                    "最长一集%(n)s，在几十秒到%(most)d分钟之内。",
                    n=length(seconds),
                    most=limits.longest_minutes,
                ),
            )
        ]
    if seconds <= about:
        return [
            (
                MicroDrama.DOUBTFUL,
                _l(
                    "最长一集%(n)s，略超过%(most)d分钟；定义说的是“15分钟左右”。",
                    n=length(seconds),
                    most=limits.longest_minutes,
                ),
            )
        ]
    return [
        (
            MicroDrama.NO,
            _l("最长一集%(n)s，明显超过%(most)d分钟。", n=length(seconds), most=limits.longest_minutes),
        )
    ]


_STORY = {
    "theme": {
        YES: (MicroDrama.YES, _l("有相对明确的主题和主线。")),
        UNSURE: (MicroDrama.DOUBTFUL, _l("主题和主线是否明确，还说不准。")),
        NO: (MicroDrama.NO, _l("没有相对明确的主题和主线。")),
    },
    "plot": {
        YES: (MicroDrama.YES, _l("故事情节较为连续和完整。")),
        UNSURE: (MicroDrama.DOUBTFUL, _l("情节是否连续完整，还说不准。")),
        NO: (MicroDrama.NO, _l("没有较为连续和完整的故事情节。")),
    },
}


def _of_story(shape: Shape) -> list[Found]:
    said = {"theme": shape.theme, "plot": shape.plot}
    return [_STORY[name][answer] for name, answer in said.items() if answer]


def _notes(shape: Shape, limits: Limits) -> list[Any]:
    if shape.episodes is None or shape.episodes >= limits.usual_episodes:
        return []
    return [_l("备案的通常不少于%(n)d集；集数少的，请先问清按哪一种节目办理。", n=limits.usual_episodes)]


def length(seconds: int) -> Any:
    """Seconds in words."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _l("%(s)d秒", s=rest)
    return _l("%(m)d分钟", m=minutes) if not rest else _l("%(m)d分%(s)d秒", m=minutes, s=rest)
