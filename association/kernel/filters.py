"""Filters of lists (kernel.lists): what may stand in the query string, and how it narrows the rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Select

from association.kernel.words import _

LONGEST_WORDS = 200
"""Characters of free words; what is longer is cut."""

Apply = Callable[[Select[Any], Any], Select[Any]]
Pair = tuple[str, object]


@dataclass(slots=True, kw_only=True)
class Option:
    """One choice of a filter as the page shows it."""

    value: str
    label: object
    url: str
    is_current: bool
    count: int | None = None


@dataclass(slots=True)
class Filter:
    """A filter in the query string. `apply` narrows the select; an unusable value narrows nothing and is said on the page."""

    name: str
    label: object
    apply: Apply
    kind: ClassVar[str] = "search"
    value: str = field(default="", init=False)
    wanted: Any = field(default=None, init=False)
    """What `apply` gets; None while the filter leaves the list as it is."""
    fault: str = field(default="", init=False)
    options: list[Option] = field(default_factory=list, init=False)

    def read(self, raw: str) -> Any:
        """What `apply` gets, or None to leave the list as it is."""
        return raw or None

    def choices(self) -> Sequence[Pair]:
        return ()


class Words(Filter):
    """Free words, anywhere in what `apply` looks at."""

    def read(self, raw: str) -> Any:
        if "\0" in raw:
            self.fault = _("词里有不能使用的字符，已按不限显示。")
            return None
        return raw.strip()[:LONGEST_WORDS] or None


@dataclass(slots=True)
class Choice(Filter):
    """One of some values, as a select or, `as_links`, as plain links. `counted`: the column of the list's rows that holds the values; then
    each link says how many there are under the other filters, for one statement more (not in lists of tens of thousands)."""

    pairs: Callable[[], Sequence[Pair]] | Sequence[Pair] = ()
    as_links: bool = False
    counted: Any = None

    @property
    def kind(self) -> str:  # type: ignore[override]
        return "facet" if self.as_links else "select"

    def choices(self) -> Sequence[Pair]:
        return self.pairs() if callable(self.pairs) else self.pairs

    def read(self, raw: str) -> Any:
        if raw and raw not in {value for value, _label in self.choices()}:
            self.fault = _("没有“%(value)s”这个选项，已按“全部”显示。", value=raw[:40])
            return None
        return raw or None


class Day(Filter):
    """A day, 2026-11-23."""

    kind: ClassVar[str] = "date"

    def read(self, raw: str) -> Any:
        if not raw:
            return None
        try:
            return date.fromisoformat(raw)
        except ValueError:
            self.fault = _("日期请写成2026-11-23这样，已按不限日期显示。")
            return None
