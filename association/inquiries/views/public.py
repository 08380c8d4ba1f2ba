"""What is publicised now, and no longer than its term."""

from collections.abc import Iterable

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.inquiries import queries
from association.inquiries.models import Measure
from association.inquiries.policy import P
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.lists import Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, public
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.pledges import queries as pledges
from association.pledges.doors import Door
from association.pledges.models import Pledge

bp = Blueprint("publicity", __name__, url_prefix="/pledges")

COLUMNS = (
    Column("name", _l("单位"), lambda m: m.organisation.name),
    Column("uscc", _l("统一社会信用代码"), lambda m: m.organisation.uscc),
    Column("from", _l("自"), lambda m: m.in_force_on),
    Column("until", _l("至"), lambda m: m.until),
    Column("text", _l("内容"), lambda m: m.public_text),
)


def doors(pledge: Pledge) -> Iterable[Door]:
    yield _("公示"), url_for("publicity.index", slug=pledge.document.slug)


def _pledge(slug: str) -> Pledge:
    found = pledges.by_slug(slug)
    if found is None:
        raise Unknown
    return found


@bp.get("/<slug>/publicity/")
@public
def index(slug: str) -> ResponseReturnValue:
    """What lasts today."""
    pledge = _pledge(slug)
    listing = Listing(
        queries.publicities(pledge), columns=COLUMNS, url_of=lambda m: url_for("publicity.show", slug=slug, id=m.id),
        orders={"newest": (_l("最近公示"), (Measure.in_force_on.desc(), Measure.id.desc()))},
        filters=[Words("q", _l("单位名称或代码"), lambda rows, q: rows.where(Organisation.name.contains(q, autoescape=True)))],
    )  # fmt: skip
    return listing.answer("association/inquiries/publicities.html", pledge=pledge)


@bp.get("/<slug>/publicity/<int:id>/")
@public
def show(slug: str, id: int) -> ResponseReturnValue:  # noqa: A002
    """One, while it lasts; afterwards it is not there for the public."""
    measure = session.get(Measure, id)
    if measure is None or measure.inquiry.pledge.document.slug != slug or not measure.is_public:
        raise Unknown
    if not can(actor(), P.READ_PUBLICITY, measure):
        raise Unknown
    return render_template(
        "association/inquiries/publicity.html", measure=measure, pledge=measure.inquiry.pledge
    )
