"""One search over everything public. Each hit is looked at again in the database before it is shown."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import exports
from association.kernel.lists import Column
from association.kernel.pagecache import uncached
from association.kernel.search import records
from association.kernel.search.finding import COUNTED
from association.kernel.web import actor, public
from association.kernel.words import _l

bp = Blueprint("search", __name__)
PER_PAGE = 10
COLUMNS = (
    Column("title", _l("名称"), lambda hit: hit.title),
    Column("dated_on", _l("日期"), lambda hit: hit.dated_on),
    Column("text", _l("内容"), lambda hit: "".join(text for text, _is_hit in hit.snippet)),
    Column("url", _l("地址"), lambda hit: hit.url),
)


@bp.get("/search")
@public
@uncached  # the index follows the commit
def index() -> ResponseReturnValue:
    """Words in `q`; prefixes count."""
    q = request.args.get("q", "").strip()[:200]
    raw = request.args.get("page", "1")
    page = min(max(int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 5 else 1, 1), 100)
    if (wanted := request.args.get("format")) in ("csv", "json"):
        hits = records.find(q, actor(), limit=COUNTED).hits
        return (
            exports.csv(hits, COLUMNS)
            if wanted == "csv"
            else exports.json(hits, COLUMNS, lambda hit: hit.url)
        )
    found = records.find(q, actor(), offset=(page - 1) * PER_PAGE, limit=PER_PAGE) if q else None
    return render_template("front/search.html", q=q, found=found, page=page, per_page=PER_PAGE)
