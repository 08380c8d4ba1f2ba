"""Works of all organisations, for staff on duty for reviews."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from association.kernel.lists import Listing, Words
from association.kernel.web import needs
from association.kernel.words import _l
from association.works import queries
from association.works.policy import P
from association.works.views.columns import COLUMNS, ORDERS
from association.works.views.own import filters, page_of

bp = Blueprint("work_desk", __name__, url_prefix="/desk/works")


@bp.get("/")
@needs(P.LIST_WORKS)
def index() -> ResponseReturnValue:
    """Whatever was put on the register, but what one has a tie to."""
    listing = Listing(
        queries.on_file(), columns=COLUMNS, orders=ORDERS, url_of=page_of,
        filters=[*filters(), Words("maker", _l("单位"), queries.of_maker)],
    )  # fmt: skip
    return listing.answer("association/works/desk.html")
