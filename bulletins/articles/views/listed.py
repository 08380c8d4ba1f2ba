"""The list of articles: its columns, its filters with their counts, its feed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy import Select

from association.kernel import clock
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.words import _, _l
from association.organisations.models import Kind
from bulletins.articles import naming, queries
from bulletins.articles.effects import NO_MEASURE
from bulletins.articles.labels import LABELS
from bulletins.articles.models import CaseArticle
from bulletins.articles.queries import counts
from bulletins.cases import ladder
from bulletins.cases.models import Outcome
from bulletins.cases.settings import lines

ORDERS = {
    "newest": (_l("最近公开"), (CaseArticle.published_at.desc(), CaseArticle.id.desc())),
    "title": (_l("标题"), (CaseArticle.title, CaseArticle.id)),
}
FEED = Feed(
    title=_l("典型案例"), newest=(CaseArticle.published_at.desc(), CaseArticle.id.desc()), at=lambda a: a.published_at,
    called=lambda a: a.title, says=lambda a: f"{a.number}　{naming.called(a)}　{a.lede}",
)  # fmt: skip


def address(article: CaseArticle) -> str:
    return url_for("articles.show", slug=article.slug)


def measures() -> dict[str, str]:
    """Every measure by its word, and what ended without one."""
    return {**ladder.names(), NO_MEASURE: _("不采取措施")}


def columns(called: Mapping[str, str]) -> tuple[Column, ...]:
    """The respondent only on the days on which it is named; else what kind of organisation it is."""
    return (
        Column("number", LABELS["number"], lambda a: a.number),
        Column("title", LABELS["title"], lambda a: a.title),
        Column("fault", LABELS["fault"], lambda a: a.fault),
        Column("party", LABELS["party"], lambda a: str(a.party.label) if a.party else ""),
        Column("name", _l("当事方（只在公示期内）"), _name),
        Column("uscc", _l("统一社会信用代码（只在公示期内）"), _uscc),
        Column("outcome", LABELS["outcome"], lambda a: str(a.outcome.label) if a.outcome else ""),
        Column("measure", LABELS["measure"], lambda a: called.get(a.measure, a.measure)),
        Column("days", _l("立案到决定的天数"), lambda a: a.days),
        Column(
            "published_on", _l("公开日期"), lambda a: clock.day_of(a.published_at) if a.published_at else None
        ),
    )


def _name(article: CaseArticle) -> str:
    organisation = naming.named(article)
    return organisation.name if organisation else ""


def _uscc(article: CaseArticle) -> str:
    organisation = naming.named(article)
    return organisation.uscc if organisation else ""


@dataclass(slots=True)
class Facet(Choice):
    """A choice whose numbers come from one statement for all of them (`count`); `convert` reads a value as its column holds it."""

    convert: Callable[[str], Any] = str


def facet(name: str, pairs: Any, convert: Any = str) -> Facet:
    column = getattr(CaseArticle, name)
    return Facet(
        name, LABELS[name], lambda rows, value: rows.where(column == convert(value)), pairs=pairs, as_links=True, convert=convert,
    )  # fmt: skip


def filters(called: Mapping[str, str]) -> list[Words | Choice]:
    return [
        Words("q", _l("标题、编号或公示中的单位"), queries.Called()),
        Choice("clause", LABELS["clause"], queries.of_clause, pairs=counts.clauses),
        facet("fault", lambda: [(fault, fault) for fault in lines("faults")]),
        facet("party", [(kind.value, kind.label) for kind in Kind], Kind),
        facet("measure", list(called.items())),
        facet("outcome", [(o.value, o.label) for o in Outcome], Outcome),
        facet("year", lambda: [(str(year), str(year)) for year in queries.years()], int),
    ]  # fmt: skip


def listed() -> Listing:
    called = measures()
    return Listing(
        queries.in_public(), columns=columns(called), url_of=address, orders=ORDERS, filters=filters(called), feed=FEED
    )  # fmt: skip


def is_cut(listing: Listing) -> bool:
    """Whether words had more articles than are found by words."""
    return any(isinstance(f.apply, queries.Called) and f.apply.is_cut for f in listing.filters)


def beyond_facets(listing: Listing) -> Select[Any]:
    """Narrowed by words and clause alone."""
    rows = queries.in_public()
    for f in listing.filters:
        if not isinstance(f, Facet) and f.wanted is not None:
            rows = f.apply(rows, f.wanted)
    return rows


def count(listing: Listing) -> None:
    """Write beside every choice how many it would leave under the other filters."""
    facets = [f for f in listing.filters if isinstance(f, Facet)]
    numbers = counts.by_choice(
        beyond_facets(listing), {f.name: f.convert(f.wanted) for f in facets if f.wanted is not None}
    )
    for f in facets:
        for option in f.options:
            option.count = (
                numbers[f.name].get(option.value, 0) if option.value else sum(numbers[f.name].values())
            )


def narrowed(listing: Listing) -> Select[Any]:
    """By every filter: what the charts count."""
    rows = queries.in_public()
    for f in listing.filters:
        if f.wanted is not None:
            rows = f.apply(rows, f.wanted)
    return rows


def chosen(listing: Listing) -> dict[str, Any]:
    """The filters as they stand, for another page of the same set."""
    return {f.name: f.value for f in listing.filters if f.wanted is not None}


def said(listing: Listing) -> list[tuple[object, object]]:
    """The filters in words."""
    return [
        (f.label, next((o.label for o in f.options if o.is_current), f.value))
        for f in listing.filters
        if f.wanted is not None
    ]
