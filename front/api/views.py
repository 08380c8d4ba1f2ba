"""The addresses under /api/v1/."""

from typing import Any

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from association.kernel.errors import Forbidden, Unknown
from association.kernel.pagecache import uncached
from association.kernel.web import public
from front.api import answers, changes, openapi, problems
from front.api.licence import licence
from front.api.resources import RESOURCES, Resource, list_of

bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """What there is and how it is asked, for people."""
    return render_template(
        "front/api/index.html", resources=RESOURCES, licence=licence(), usual=answers.USUAL, most=answers.MOST, base=answers.base()
    )  # fmt: skip


@bp.get("/openapi.json")
@public
def document() -> ResponseReturnValue:
    """The same for programs, as OpenAPI 3.1."""
    return answers.answered(openapi.document())


@bp.get("/changes")
@public
@uncached
def changed() -> ResponseReturnValue:
    """What has changed since `?cursor=`, with tombstones."""
    answers.check_names(answers.OWN)
    since, wanted, base = answers.cursor() or 0, answers.limit(), answers.base()
    rows = changes.after(since, wanted + 1)
    shown = rows[:wanted]
    cursor = shown[-1].number if shown else since
    items = [
        {
            "number": c.number, "change": c.change, "removed": c.change in changes.GONE, "list": c.resource, "item": base + c.item,
            "url": base + c.page, "at": c.at.isoformat(timespec="seconds"),
        }
        for c in shown
    ]  # fmt: skip
    onward = f"{base}/api/v1/changes?cursor={cursor}&limit={wanted}" if len(rows) > wanted else None
    return answers.answered({"items": items, "cursor": cursor, "next": onward})


def _rows(resource: Resource) -> Any:
    @public
    def rows(**blanks: Any) -> ResponseReturnValue:
        listing = list_of(resource, **blanks)
        answers.check(resource, listing.filters)
        return answers.page(resource, listing, blanks)

    return rows


def _row(resource: Resource) -> Any:
    @public
    def row(id: int, **blanks: Any) -> ResponseReturnValue:  # noqa: A002
        answers.check_names(())
        found = answers.item(resource, list_of(resource, **blanks), id, blanks)
        if found is None:
            raise Unknown
        return found

    return row


for _resource in RESOURCES:
    bp.add_url_rule(f"/{_resource.path}", _resource.name, _rows(_resource))
    bp.add_url_rule(f"/{_resource.path}/<int:id>", f"{_resource.name}_item", _row(_resource))


@bp.errorhandler(problems.Wrong)
def wrong(error: problems.Wrong) -> Response:
    return problems.page(400, error.sentence, parameter=error.parameter)


@bp.errorhandler(Forbidden)
def not_public(_error: Forbidden) -> Response:
    """What is not public is not there."""
    return problems.page(404)
