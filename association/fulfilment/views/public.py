"""What everybody may know: which signatory has given its yearly statement, and when; what it says where the organisation chose so."""

from collections.abc import Iterable

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.fulfilment import queries
from association.fulfilment.models import Statement
from association.fulfilment.policy import P
from association.kernel.day_words import day_words
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Column, Listing, Words
from association.kernel.web import decided_inside, find, public
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.pledges import queries as pledges
from association.pledges.doors import Door
from association.pledges.models import Pledge

bp = Blueprint("statements", __name__, url_prefix="/pledges")

COLUMNS = (
    Column("name", _l("单位"), lambda s: s.organisation.name),
    Column("uscc", _l("统一社会信用代码"), lambda s: s.organisation.uscc),
    Column("period_from", _l("自"), lambda s: s.period_from),
    Column("period_to", _l("至"), lambda s: s.due_on),
    Column("given_on", _l("报送日期"), lambda s: s.given_on),
    Column("is_late", _l("是否迟于截止日"), lambda s: _("是") if s.is_late else _("否")),
    Column("is_open", _l("内容是否公开"), lambda s: _("是") if s.is_open else _("否")),
)


def doors(pledge: Pledge) -> Iterable[Door]:
    yield _("年度履约说明"), url_for("statements.index", slug=pledge.document.slug)


def page_of(statement: Statement) -> str:
    """Its own page where it is open, else the organisation's record."""
    if statement.is_open:
        return url_for("statements.show", slug=statement.pledge.document.slug, id=statement.id)
    return url_for("record.show", uscc=statement.organisation.uscc)


@bp.get("/<slug>/statements/")
@public
def index(slug: str) -> ResponseReturnValue:
    """Those given, the newest first."""
    pledge = pledges.by_slug(slug)
    if pledge is None:
        raise Unknown
    listing = Listing(
        queries.given_for(pledge), columns=COLUMNS, url_of=page_of,
        orders={
            "newest": (_l("最近报送"), (Statement.given_at.desc(), Statement.id.desc())),
            "name": (_l("名称（拼音）"), (Organisation.name_key, Statement.id)),
        },
        filters=[Words("q", _l("单位名称或代码"), queries.called)],
        feed=Feed(
            title=_("%(title)s的年度履约说明", title=pledge.title), newest=(Statement.given_at.desc(), Statement.id.desc()),
            at=lambda s: s.given_at, called=lambda s: s.organisation.name,
            says=lambda s: _("%(a)s至%(b)s", a=day_words(s.period_from), b=day_words(s.due_on)),
        ),
    )  # fmt: skip
    return listing.answer("association/fulfilment/index.html", pledge=pledge)


@bp.get("/<slug>/statements/<int:id>/")
@decided_inside
def show(slug: str, id: int) -> ResponseReturnValue:  # noqa: A002
    """What one says."""
    statement = find(Statement, id, P.READ_CONTENT)
    if statement.pledge.document.slug != slug:
        raise Unknown
    return render_template("association/fulfilment/content.html", statement=statement)
