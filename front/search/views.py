"""One search over everything public. Each hit is looked at again in the database before it is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from flask import Blueprint, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import exports
from association.kernel.lists import Column
from association.kernel.pagecache import uncached
from association.kernel.search import records
from association.kernel.search.finding import COUNTED
from association.kernel.search.records import Found, Hit
from association.kernel.web import actor, public
from association.kernel.words import _l
from front.search import otherwise
from front.search.answers import answers_to
from front.search.kinds import KINDS, WEIGHTS

bp = Blueprint("search", __name__)
PER_PAGE = 10
NEAR = 10
"""What is near fills up a page that is not full."""
SUGGESTED = 8
LONGEST = 200
COLUMNS = (
    Column("title", _l("名称"), lambda hit: hit.title),
    Column("kind", _l("类别"), lambda hit: KINDS.get(hit.kind, "")),
    Column("dated_on", _l("日期"), lambda hit: hit.dated_on),
    Column("text", _l("内容"), lambda hit: "".join(text for text, _is_hit in hit.snippet)),
    Column("url", _l("地址"), lambda hit: hit.url),
)
_NUMBER = re.compile("[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the query string asks for; what cannot be meant asks for nothing."""

    q: str
    kind: str
    since: date | None
    until: date | None
    order: str

    @classmethod
    def read(cls) -> "Asked":
        kind, order = request.args.get("kind", ""), request.args.get("order", "")
        return cls(
            request.args.get("q", "").strip()[:LONGEST], kind if kind in KINDS else "", _day("since"), _day("until"),
            "newest" if order == "newest" else "best",
        )  # fmt: skip

    def url(self, **other: Any) -> str:
        """The same question, but for what is named."""
        now = {
            "q": self.q,
            "kind": self.kind,
            "since": self.since,
            "until": self.until,
            "order": self.order if self.order != "best" else "",
        }
        return url_for("search.index", **{name: value for name, value in {**now, **other}.items() if value})

    def find(self, *, offset: int = 0, limit: int, near: int = 0) -> tuple[Found, str]:
        return otherwise.find(
            self.q, actor(), kinds=[self.kind] if self.kind else [], since=self.since, until=self.until,
            order="newest" if self.order == "newest" else "best", offset=offset, limit=limit, near=near, weights=WEIGHTS,
        )  # fmt: skip


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


@bp.get("/search")
@public
@uncached  # the index follows the commit
def index() -> ResponseReturnValue:
    """Words in `q`; prefixes count. `kind`, `since`, `until` and `order` narrow and sort."""
    asked = Asked.read()
    raw = request.args.get("page", "1")
    page = min(int(raw), 100) if _NUMBER.fullmatch(raw) else 1
    if (wanted := request.args.get("format")) in ("csv", "json"):
        hits = asked.find(limit=COUNTED)[0].hits
        return (
            exports.csv(hits, COLUMNS)
            if wanted == "csv"
            else exports.json(hits, COLUMNS, lambda hit: hit.url)
        )
    if not asked.q:
        return render_template("front/search.html", asked=asked, found=None)
    answers = answers_to(asked.q) if page == 1 and not asked.kind else []
    found, words = asked.find(offset=(page - 1) * PER_PAGE, limit=PER_PAGE, near=0 if answers else NEAR)
    return render_template(
        "front/search.html", asked=asked, found=found, words=words, page=page, per_page=PER_PAGE, kinds=KINDS, link=_link,
        answers=answers, meant=records.meant(asked.q) if found.is_available and not found.count and not answers else "",
        facets=[(kind, label, found.kinds[kind]) for kind, label in KINDS.items() if kind in found.kinds],
    )  # fmt: skip


def _link(hit: Hit) -> str:
    """Where it opens; browsers that can show the words that were found there."""
    if hit.url.startswith("/my/"):
        return hit.url
    marked = next((text for text, is_hit in hit.snippet if is_hit and len(text) > 1), "")
    if not marked:
        return hit.url
    page, _hash, place = hit.url.partition("#")
    return f"{page}#{place}:~:text={quote(marked, safe='').replace('-', '%2D')}"


@bp.get("/search/suggest")
@public
@uncached
def suggest() -> ResponseReturnValue:
    """Titles that have what is typed so far, for the fields of search."""
    q = request.args.get("q", "").strip()[:LONGEST]
    return jsonify(list(_titles(q)) if q else [])


def _titles(q: str) -> Iterator[str]:
    kinds = [kind for kind in KINDS if kind != "clause"]
    hits = records.find(q, actor(), kinds=kinds, limit=SUGGESTED * 2, weights=WEIGHTS).hits
    yield from list(dict.fromkeys(hit.title for hit in hits))[:SUGGESTED]
