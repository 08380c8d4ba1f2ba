"""For those who read by machine without an API: which pages there are, which are the same, where nobody need look, and what a page is about.

The map comes from what everybody can find (kernel.search): what is withdrawn or masked leaves both in the deed's own transaction. Pages are named once,
without filters; a page of a list beyond the first names itself.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from flask import Blueprint, Flask, Response, current_app, g, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement, func, select

from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.pagecache import uncached
from association.kernel.search.records import SearchRecord
from association.kernel.settings import Settings
from association.kernel.web import public
from front.api.licence import licence
from front.api.resources import RESOURCES
from front.search.kinds import KINDS

bp = Blueprint("crawlers", __name__)
AT_ONCE = 5_000
"""Addresses in one part of the map; the protocol allows ten times as many."""
NEVER = ("/search", "/preferences/", "/verify/", "/healthz", "/readyz")
"""Open to everybody and yet no place for crawlers: answers, choices of the reader, and codes that only who holds a paper should have."""
TYPES = {
    "organisation": "Organization", "agency": "Organization", "rule": "Legislation", "pledge": "CreativeWork", "training": "Course",
    "notice": "Article", "warning": "Article", "guidance": "Article", "commentary": "Article", "commendation": "Article",
    "model_clause": "CreativeWork", "questionnaire": "CreativeWork",
}  # fmt: skip
"""What each kind of thing is in the words of schema.org; others are pages."""


def base() -> str:
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url.rstrip("/")


@bp.get("/robots.txt")
@public
def robots() -> ResponseReturnValue:
    """Where nobody need look, read off the marks of the views, and a pace."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {place}" for place in _closed()),
        "Crawl-delay: 1",
        "",
        f"Sitemap: {base()}/sitemap.xml",
        "",
    ]
    return Response("\n".join(lines), mimetype="text/plain")


def _closed() -> list[str]:
    """First pieces of addresses under which nothing is for everybody."""
    opened: dict[str, bool] = {}
    for rule in current_app.url_map.iter_rules():
        first = rule.rule.split("/")[1]
        if not first or "<" in first or first == "static":
            continue
        view = current_app.view_functions[rule.endpoint]
        is_open = getattr(view, "access", None) == "public" and "GET" in (rule.methods or ())
        opened[first] = opened.get(first, False) or is_open
    return sorted({*(f"/{first}/" for first, is_open in opened.items() if not is_open), *NEVER})


def _findable() -> Sequence[ColumnElement[bool]]:
    return (
        SearchRecord.audience == "public",
        SearchRecord.withdrawn.is_(False),
        ~SearchRecord.url.contains("#"),
    )


@bp.get("/sitemap.xml")
@public
@uncached  # what is masked leaves at once
def sitemap() -> ResponseReturnValue:
    """The parts of the map: lists, and things by kind."""
    counts = select(
        SearchRecord.kind, func.count(SearchRecord.url.distinct()), func.max(SearchRecord.dated_on)
    )
    parts: list[tuple[str, date | None]] = [(url_for("crawlers.lists"), None)]
    for kind, count, newest in session.execute(
        counts.where(*_findable()).group_by(SearchRecord.kind).order_by(SearchRecord.kind)
    ):
        if kind in KINDS:
            parts += [
                (url_for("crawlers.part", kind=kind, number=n + 1), newest)
                for n in range(-(-count // AT_ONCE))
            ]
    return _xml("sitemapindex", "sitemap", parts)


@bp.get("/sitemap/lists.xml")
@public
def lists() -> ResponseReturnValue:
    """The home page and every public list."""
    doors = [
        "/",
        *(url_for(r.endpoint) for r in RESOURCES if not r.blanks),
        url_for("api.index"),
        url_for("crawlers.terms"),
        url_for("bulk.index"),
        url_for("log.index"),
    ]
    return _xml("urlset", "url", [(path, None) for path in dict.fromkeys(doors)])


@bp.get("/sitemap/<kind>-<int:number>.xml")
@public
@uncached
def part(kind: str, number: int) -> ResponseReturnValue:
    """Things of one kind."""
    if kind not in KINDS or not 1 <= number <= 1_000:
        raise Unknown
    rows = select(SearchRecord.url, func.max(SearchRecord.dated_on)).where(
        *_findable(), SearchRecord.kind == kind
    )
    rows = (
        rows.group_by(SearchRecord.url)
        .order_by(SearchRecord.url)
        .limit(AT_ONCE)
        .offset((number - 1) * AT_ONCE)
    )
    found = [(row[0], row[1]) for row in session.execute(rows)]
    if not found:
        raise Unknown
    return _xml("urlset", "url", found)


def _xml(outer: str, inner: str, entries: Sequence[tuple[str, date | None]]) -> Response:
    words = render_template("front/sitemap.xml", outer=outer, inner=inner, entries=entries, base=base())
    return Response(words, mimetype="application/xml")


@bp.get("/licence/")
@public
def terms() -> ResponseReturnValue:
    """Under which terms everything public here may be used."""
    return render_template("front/licence.html", licence=licence())


def canonical() -> str:
    """The one address of the page that is being drawn; empty where it is nobody's to find."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "access", None) != "public" or request.method != "GET" or request.path.startswith(NEVER):
        return ""
    page = request.args.get("page", "")
    beyond = (
        f"?page={int(page)}"
        if len(request.args) == 1 and page.isascii() and page.isdecimal() and 1 < int(page) < 10_000
        else ""
    )
    return base() + request.path + beyond


def about() -> dict[str, Any] | None:
    """What the page is about, in the words of schema.org; None for pages about no one thing."""
    if not canonical():
        return None
    rows = (
        select(SearchRecord)
        .where(*_findable(), SearchRecord.url == request.path)
        .order_by(SearchRecord.id.desc())
        .limit(1)
    )
    record = session.scalars(rows).first()
    if record is None or record.kind not in TYPES:
        return None
    said: dict[str, Any] = {
        "@context": "https://schema.org", "@type": TYPES[record.kind], "name": record.title, "url": base() + record.url, "inLanguage": "zh-Hans",
    }  # fmt: skip
    if said["@type"] == "Organization":
        del said["inLanguage"]
        return said
    said |= {"publisher": _publisher(), "license": base() + url_for("crawlers.terms")}
    if said["@type"] == "Article":
        said |= {
            "headline": record.title[:110],
            "author": _publisher(),
            "datePublished": record.dated_on.isoformat(),
        }
    elif said["@type"] == "Legislation":
        said["legislationDate"] = record.dated_on.isoformat()
    elif said["@type"] == "Course":
        said |= {"description": record.body[:300], "provider": said["publisher"]}
    return said


def dataset() -> dict[str, Any]:
    """Everything public, as one set of data."""
    site = g.site if "site" in g else None
    return {
        "@context": "https://schema.org", "@type": "Dataset", "name": str(getattr(site, "name", "")) or base(), "url": base() + url_for("api.index"),
        "description": str(licence().terms), "license": base() + url_for("crawlers.terms"), "isAccessibleForFree": True,
        "creator": _publisher(), "distribution": [
            {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": base() + "/api/v1/openapi.json"},
        ],
    }  # fmt: skip


def _publisher() -> dict[str, str]:
    return {"@type": "Organization", "url": base() + "/"}


def way(steps: Sequence[tuple[object, str | None]]) -> dict[str, Any]:
    """Where a page stands, as its crumbs say it."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": list(_steps(steps)),
    }


def _steps(steps: Sequence[tuple[object, str | None]]) -> Iterator[dict[str, Any]]:
    for place, (label, url) in enumerate(steps, start=1):
        said = {"@type": "ListItem", "position": place, "name": str(label)}
        yield {**said, "item": base() + url} if url else said


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
    app.jinja_env.globals.update(canonical=canonical, about_page=about, way_to_page=way, about_data=dataset)
