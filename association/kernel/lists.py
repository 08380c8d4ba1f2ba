"""Lists once for all: filters, order, paging and count from the query string, and the same set as page, CSV and JSON.

A view describes its list and answers with it::

    listing = Listing(
        queries.visible(), columns=COLUMNS, url_of=lambda o: url_for("organisations.show", uscc=o.uscc),
        filters=[Words("q", _l("名称或代码"), by_name), Choice("kind", _l("类别"), KINDS, by_kind)],
        orders={"name": (_l("名称"), [Organisation.name_key, Organisation.id])},
    )
    return listing.answer("organisations/index.html")

The count is exact up to `COUNT_CAP` and “1,000+” beyond it: counting is what costs in a long list. An order must end in a unique
column, so that pages neither repeat nor skip a row.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from flask import g, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, func, select

from association.kernel import exports, feeds
from association.kernel.db import session
from association.kernel.filters import Choice, Day, Filter, Option, Words
from association.kernel.walls import open_rows
from association.kernel.web import actor, is_everybodys
from association.kernel.words import _

__all__ = ["Choice", "Column", "Day", "Filter", "Listing", "Option", "Table", "Words", "read_by"]

COUNT_CAP = 1_000
PER_PAGE = 20
LAST_PAGE = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the exports: its machine name (JSON), its heading (CSV), its value."""

    name: str
    label: object
    value: Callable[[Any], Any]


def read_by(reader: "Callable[[Listing | Table], ResponseReturnValue]") -> None:
    """From here on this request's list goes to `reader` instead of onto a page: who answers programs calls the page's own view,
    and so asks what the page asks."""
    g.list_reader = reader


class Table:
    """A few rows that are counted or laid down, not selected: the same set as page, CSV and JSON. `key_of` names a row among them."""

    filters: Sequence[Filter] = ()

    def __init__(
        self,
        rows: Sequence[Any],
        *,
        columns: Sequence[Column],
        url_of: Callable[[Any], str],
        key_of: Callable[[Any], int],
    ) -> None:
        self.rows, self.columns, self.url_of, self.key_of = rows, columns, url_of, key_of

    def after(self, key: int | None, limit: int) -> list[Any]:
        rows = sorted(self.rows, key=self.key_of)
        return [row for row in rows if key is None or self.key_of(row) > key][:limit]

    def called(self, key: int) -> Any:
        return next((row for row in self.rows if self.key_of(row) == key), None)

    def answer(self, template: str, **context: Any) -> ResponseReturnValue:
        if (reader := g.get("list_reader")) is not None:
            return reader(self)  # type: ignore[no-any-return]
        wanted = request.args.get("format", "")
        if wanted == "csv":
            return exports.csv(self.rows, self.columns)
        if wanted == "json":
            return exports.json(self.rows, self.columns, self.url_of)
        return render_template(template, rows=self.rows, **context)


class Listing:
    """One list, as one request asked for it. Costs one statement for the count and one for the rows, however many there are."""

    def __init__(
        self,
        rows: Select[Any],
        *,
        columns: Sequence[Column],
        url_of: Callable[[Any], str],
        orders: Mapping[str, tuple[object, Sequence[Any]]],
        filters: Sequence[Filter] = (),
        per_page: int = PER_PAGE,
        feed: feeds.Feed | None = None,
        prepare: Callable[[Sequence[Any]], None] | None = None,
        scalars: bool = True,
    ) -> None:
        self.columns, self.url_of, self.orders, self.filters = columns, url_of, orders, filters
        self.per_page, self.feed, self._prepare, self._scalars = per_page, feed, prepare, scalars
        self._args = {k: v for k, v in request.args.items() if v != "" and k != "format"}
        self.order = self._args.get("order", "")
        if self.order not in orders:
            self.order = next(iter(orders))
        # Behind a wall one does not even see that there is a row; what is public is public for all.
        self._all = rows if is_everybodys() else open_rows(rows, actor().walls)
        self._selected = self._filtered(self._all)
        self.page = min(max(_int(self._args.get("page")), 1), LAST_PAGE)

    def _filtered(self, rows: Select[Any]) -> Select[Any]:
        for f in self.filters:
            f.value = self._args.get(f.name, "")
            f.wanted = f.read(f.value)
            f.options = [
                Option(
                    value=v, label=label, is_current=v == f.value, url=self.url(**{f.name: v, "page": None})
                )
                for v, label in [("", _("全部")), *f.choices()]
            ]
        return self._narrowed(rows)

    def _narrowed(self, rows: Select[Any], *, but: Filter | None = None) -> Select[Any]:
        for f in self.filters:
            if f is not but and f.wanted is not None:
                rows = f.apply(rows, f.wanted)
        return rows

    def _count_options(self, f: Choice) -> None:
        """How many each choice of a facet would leave, under the other filters."""
        rows = self._narrowed(self._all, but=f).order_by(None).subquery()
        column = rows.c[f.counted.key]
        found = {
            str(getattr(value, "value", value)): int(n)
            for value, n in session.execute(select(column, func.count()).group_by(column))
        }
        for option in f.options:
            option.count = found.get(option.value, 0) if option.value else sum(found.values())

    def _fetch(self, rows: Select[Any], order: Sequence[Any] = ()) -> list[Any]:
        ordered = rows.order_by(None).order_by(*(order or self.orders[self.order][1]))
        found = list(session.scalars(ordered) if self._scalars else session.execute(ordered))
        if self._prepare is not None:
            self._prepare(found)
        return found

    @property
    def key(self) -> Any:
        """The unique column every order ends in: it names a row in this list for as long as the row exists."""
        last = next(iter(self.orders.values()))[1][-1]
        return getattr(last, "element", last)

    def key_of(self, row: Any) -> int:
        return int(getattr(row, self.key.key))

    def after(self, key: int | None, limit: int) -> list[Any]:
        """Rows by their key, from the one after `key` on: whoever reads on misses none and sees none twice, whatever happens meanwhile."""
        rows = self._selected if key is None else self._selected.where(self.key > key)
        return self._fetch(rows.limit(limit), [self.key])

    def called(self, key: int) -> Any:
        """The row of this key, or None where this list has none."""
        return next(iter(self._fetch(self._selected.where(self.key == key), [self.key])), None)

    @cached_property
    def items(self) -> list[Any]:
        """The rows of this page."""
        return self._fetch(self._selected.limit(self.per_page).offset((self.page - 1) * self.per_page))

    @cached_property
    def _counted(self) -> int:
        few = self._selected.order_by(None).limit(COUNT_CAP + 1).subquery()
        return int(session.scalar(select(func.count()).select_from(few)) or 0)

    @property
    def count(self) -> int:
        return min(self._counted, COUNT_CAP)

    @property
    def count_capped(self) -> bool:
        return self._counted > COUNT_CAP

    @property
    def pages(self) -> int:
        """Pages that can be turned to; the last one is not known when the count is capped."""
        if self.count_capped:
            return min(max(self.page + 1, COUNT_CAP // self.per_page), LAST_PAGE)
        return max((self.count + self.per_page - 1) // self.per_page, 1)

    @property
    def first(self) -> int:
        return (self.page - 1) * self.per_page + 1 if self.items else 0

    @property
    def last(self) -> int:
        return (self.page - 1) * self.per_page + len(self.items)

    @property
    def is_filtered(self) -> bool:
        return any(f.value for f in self.filters)

    @property
    def faults(self) -> list[str]:
        return [f.fault for f in self.filters if f.fault]

    def url(self, **changes: Any) -> str:
        """This list with some of the query changed; None removes."""
        args = {**self._args, **changes}
        kept = [(k, str(v)) for k, v in args.items() if v not in (None, "")]
        return request.path + ("?" + urlencode(kept) if kept else "")

    @property
    def csv_url(self) -> str:
        return self.url(format="csv", page=None)

    @property
    def json_url(self) -> str:
        return self.url(format="json", page=None)

    @property
    def atom_url(self) -> str | None:
        """The feed of what these filters leave, where the list has one."""
        return self.url(format="atom", page=None, order=None) if self.feed else None

    @property
    def clear_url(self) -> str:
        return request.path

    @property
    def order_links(self) -> list[Option]:
        return [
            Option(
                value=name, label=label, is_current=name == self.order, url=self.url(order=name, page=None)
            )
            for name, (label, _clauses) in self.orders.items()
        ]

    def answer(self, template: str, **context: Any) -> ResponseReturnValue:
        """The page, or the whole set as CSV or JSON up to `exports.MAXIMUM` rows, or its newest as a feed."""
        if (reader := g.get("list_reader")) is not None:
            return reader(self)  # type: ignore[no-any-return]
        wanted = request.args.get("format", "")
        if self.feed is not None and wanted in feeds.FORMATS:
            newest = self._selected.order_by(None).order_by(*self.feed.newest).limit(feeds.NEWEST)
            rows = list(session.scalars(newest))
            if self._prepare is not None:
                self._prepare(rows)
            return feeds.answer(self.feed, rows, self.url_of, page=self.url(page=None), wanted=wanted)
        if wanted not in ("csv", "json"):
            for f in self.filters:
                if isinstance(f, Choice) and f.counted is not None:
                    self._count_options(f)
            return render_template(template, listing=self, **context)
        rows = self._fetch(self._selected.limit(exports.MAXIMUM + 1))
        if wanted == "csv":
            return exports.csv(rows, self.columns)
        return exports.json(rows, self.columns, self.url_of)


def _int(raw: str | None) -> int:
    # isdecimal alone lets Arabic-Indic figures through, which int() would read; a page number is ASCII.
    return int(raw) if raw and raw.isascii() and raw.isdecimal() and len(raw) < 7 else 1
