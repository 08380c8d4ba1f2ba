"""Rows as the API writes them, page by page."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import Response, current_app, g, json, request, url_for

from association.kernel import exports
from association.kernel.errors import Forbidden, Unknown
from association.kernel.filters import LONGEST_WORDS, Filter, Words
from association.kernel.routing import GREATEST
from association.kernel.search import records
from association.kernel.settings import Settings
from association.kernel.words import _
from front.api import corrections
from front.api.problems import Wrong
from front.api.resources import RESOURCES, List, Resource, list_of

USUAL, MOST = 50, 200
"""Rows of one answer."""
OWN = ("cursor", "limit")


def base() -> str:
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url


def check(resource: Resource, filters: Sequence[Filter]) -> None:
    """Refuse what the list would pass over in silence: a parameter it does not have, or a value it cannot use."""
    check_names({*OWN, *(f.name for f in filters), *(("on",) if resource.of_day else ())})
    for f in filters:
        if f.fault:
            raise Wrong(f.name, f.fault)
        if f.name in request.args and not f.value and not isinstance(f, Words):
            raise Wrong(f.name, _("请写一个值，或者不写这个参数。"))
        if isinstance(f, Words) and len(f.value) > LONGEST_WORDS:
            raise Wrong(f.name, _("最多%(n)d个字。", n=LONGEST_WORDS))
    if resource.of_day:
        _check_day(request.args.get("on"))


def check_names(known: Collection[str]) -> None:
    for name, values in request.args.lists():
        if name not in known:
            raise Wrong(name, _("没有这个参数。"))
        if len(values) > 1:
            raise Wrong(name, _("这个参数只能写一次。"))


def _check_day(typed: str | None) -> None:
    try:
        is_day = typed is None or date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        is_day = False
    if not is_day:
        raise Wrong("on", _("日期请写成2026-11-23这样。"))


def limit() -> int:
    typed = request.args.get("limit")
    if typed is None:
        return USUAL
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= MOST):
        raise Wrong("limit", _("请写1到%(n)d之间的整数。", n=MOST))
    return int(typed)


def cursor() -> int | None:
    """The key after which to go on."""
    typed = request.args.get("cursor")
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdecimal() and str(int(typed)) == typed and int(typed) <= GREATEST):
        raise Wrong("cursor", _("不是本接口给出的游标。"))
    return int(typed)


def page(resource: Resource, listing: List, blanks: Mapping[str, Any]) -> Response:
    """The next rows, and where to go on."""
    wanted = limit()
    found = listing.after(cursor(), wanted + 1)
    rows, onward = found[:wanted], None
    if len(found) > wanted:
        args = {**request.args.to_dict(), "cursor": listing.key_of(rows[-1])}
        onward = f"{base()}{request.path}?{urlencode(args)}"
    answer = answered({"items": [row_of(resource, listing, row, blanks) for row in rows], "next": onward})
    if onward:
        answer.headers["Link"] = f'<{onward}>; rel="next"'
    return answer


def item(resource: Resource, listing: List, key: int, blanks: Mapping[str, Any]) -> Response | None:
    """One row with all that belongs to it; None where the list has no such row."""
    row = listing.called(key)
    return None if row is None else answered(items_of(resource, listing, [row], blanks)[0])


def items_of(
    resource: Resource, listing: List, rows: Sequence[Any], blanks: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Rows with the text their pages are found by, what was corrected since, and the lists beneath them."""
    texts = records.texts_at([listing.url_of(row) for row in rows])
    return [
        {
            # A column of this name is the text itself.
            "text": texts.get(listing.url_of(row)), **row_of(resource, listing, row, blanks), "corrections": corrections.of(row),
            "lists": {r.name: base() + url_for(f"api.{r.name}", **of) for r, of in beneath(resource, listing.url_of(row))},
        }
        for row in rows
    ]  # fmt: skip


def row_of(resource: Resource, listing: List, row: Any, blanks: Mapping[str, Any]) -> dict[str, Any]:
    key = listing.key_of(row)
    return {
        "id": key,
        "self": base() + url_for(f"api.{resource.name}_item", id=key, **blanks),
        "url": base() + listing.url_of(row),
        **{
            c.name: exports.plain(c.value(row))
            for c in listing.columns
            if c.name not in ("id", "self", "url")
        },
    }


def beneath(resource: Resource, path: str) -> list[tuple[Resource, dict[str, Any]]]:
    """Lists of the row whose page is at this path, as far as they are there, with what fills their blanks: it is read off the path."""
    nested = [r for r in RESOURCES if r.path.startswith(f"{resource.path}/<")]
    if not nested:
        return []
    _endpoint, args = current_app.url_map.bind("").match(urlsplit(path).path)
    filled = [(r, {blank: args.get(blank) for blank in r.blanks}) for r in nested]
    return [(r, blanks) for r, blanks in filled if None not in blanks.values() and is_there(r, blanks)]


def is_there(resource: Resource, blanks: Mapping[str, Any]) -> bool:
    try:
        list_of(resource, **blanks)
    except (Unknown, Forbidden):
        return False
    return True


def answered(said: Mapping[str, Any], *, mimetype: str = "application/json") -> Response:
    """With an ETag: that of the finished pages where they keep it, else one of its own."""
    answer = Response(json.dumps(said, ensure_ascii=False, sort_keys=False), mimetype=mimetype)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    if "page_key" in g:
        return answer
    answer.headers["Cache-Control"] = "no-cache"
    answer.vary.update(("Accept-Language", "Cookie"))
    answer.add_etag(weak=True)
    answer.make_conditional(request)
    return answer
