"""One search over everything public. Each hit is looked at again in the database before it is shown."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel.pagecache import uncached
from association.kernel.search import records
from association.kernel.web import actor, public

bp = Blueprint("search", __name__)
PER_PAGE = 10


@bp.get("/search")
@public
@uncached  # the index follows the commit
def index() -> ResponseReturnValue:
    """Words in `q`; prefixes count."""
    q = request.args.get("q", "").strip()[:200]
    raw = request.args.get("page", "1")
    page = min(max(int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 5 else 1, 1), 100)
    found = records.find(q, actor(), offset=(page - 1) * PER_PAGE, limit=PER_PAGE) if q else None
    return render_template("front/search.html", q=q, found=found, page=page, per_page=PER_PAGE)
