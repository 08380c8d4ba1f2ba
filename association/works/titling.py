"""Looking over a title for what regulators' hints name. It finds words, never judges a title, and says which words it found.

Traditional and simplified characters, full and half width, marks and blanks between characters make no difference; what is found is
shown as it was written.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from association.kernel import dated
from association.kernel.spotting import Spotted, ready
from association.kernel.words import _l
from association.works.faults import TitleFault

LONGEST = 100
"""Characters of a title that are looked at."""
_SPOKEN = "！？!?，,。…~～"
_REPEATED = re.compile(r"(.)\1{3,}")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleHit:
    """One reason to look again. `found` is as written, at `start` to `end` of the title; `pattern` the line it came from, or ""."""

    fault: TitleFault
    found: str
    start: int
    end: int
    pattern: str = ""
    reason: Any = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """The lines of each label and the length of the day."""

    lines: Mapping[TitleFault, Sequence[str]]
    longest: int

    @classmethod
    def of_today(cls) -> "TitleWords":
        return cls(
            lines={fault: tuple(dated.value(fault.setting)) for fault in TitleFault},
            longest=int(dated.value("titles.longest")),
        )


def look_over(title: str, words: TitleWords) -> list[TitleHit]:
    """What was found, label by label in their order, each place once per label."""
    title = unicodedata.normalize("NFC", title)[:LONGEST]
    spotted = ready(title)
    hits = [
        hit
        for fault in TitleFault
        for hit in [*_worded(fault, words.lines.get(fault, ()), spotted), *_formed(fault, title, spotted.plain, words)]
    ]  # fmt: skip
    return list({(hit.fault, hit.start, hit.end): hit for hit in reversed(hits)}.values())[::-1]


def _worded(fault: TitleFault, lines: Sequence[str], title: Spotted) -> list[TitleHit]:
    places = [(line, title.find(line)) for line in lines]
    return [
        TitleHit(fault=fault, found=title.text[at[0] : at[1]], start=at[0], end=at[1], pattern=line)
        for line, at in places
        if at is not None
    ]


def _formed(fault: TitleFault, title: str, plain: str, words: TitleWords) -> list[TitleHit]:
    """What is seen from the form alone."""
    if fault is TitleFault.LONG:
        return _too_long(title, plain, words.longest)
    if fault is not TitleFault.MEANINGLESS or not title.strip():
        return []
    if not _HAN.search(title):
        return [_at(fault, title, 0, len(title), _l("没有一个汉字。"))]
    if repeated := _REPEATED.search(title):
        return [_at(fault, title, *repeated.span(), _l("同一个字连着出现四次以上。"))]
    return []


def _too_long(title: str, plain: str, longest: int) -> list[TitleHit]:
    if len(plain) > longest:
        reason = _l("有%(n)d个字，超过%(longest)d个字。", n=len(plain), longest=longest)
        return [_at(TitleFault.LONG, title, 0, len(title), reason)]
    place = next((n for n, sign in enumerate(title[:-1]) if sign in _SPOKEN), None)
    if place is None:
        return []
    return [_at(TitleFault.LONG, title, place, place + 1, _l("名字中间有标点，读起来像一句话。"))]


def _at(fault: TitleFault, title: str, start: int, end: int, reason: Any) -> TitleHit:
    return TitleHit(fault=fault, found=title[start:end], start=start, end=end, reason=reason)


BLIND = (
    _l("它只认表里的字样和字数，看不懂意思：反语、典故、方言、地名和人名里的巧合，它都分不清。"),
    _l("谐音要靠读出来才知道；表里没有列的谐音，它看不出来。"),
    _l("它不看内容、简介、海报和投流素材，也不知道片名是否与内容相符。"),
    _l("它不知道有没有同名作品、商标或者已被停播后改名的作品。"),
    _l("没有找到，不等于片名没有问题；找到了，也不等于不能用。由主管部门和平台审看决定。"),
)
"""What it cannot see, said on every answer."""
