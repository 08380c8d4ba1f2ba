"""What everybody sees: verified organisations by name."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import public
from association.kernel.words import _l
from association.organisations import queries
from association.organisations.models import PROVINCES, Kind, Organisation
from association.organisations.models.labels import LABELS

bp = Blueprint("organisations", __name__, url_prefix="/organisations")

COLUMNS = (
    Column("name", LABELS["name"], lambda o: o.name),
    Column("uscc", LABELS["uscc"], lambda o: o.uscc),
    Column("kinds", LABELS["kinds"], lambda o: o.kind_names),
    Column("province", LABELS["province"], lambda o: o.province_name),
    Column("state", _l("状态"), lambda o: str(o.state.label)),
)

ORDERS = {"name": (_l("名称"), (Organisation.name_key, Organisation.id))}


def address(organisation: Organisation) -> str:
    """The public record's address."""
    return url_for("record.show", uscc=organisation.uscc)


def filters() -> list[Words | Choice]:
    """The filters of every list of organisations."""
    return [
        Words("q", _l("名称或代码"), queries.called),
        Choice("kind", LABELS["kinds"], queries.of_kind, pairs=[(k.value, k.label) for k in Kind]),
        Choice(
            "province", LABELS["province"], lambda rows, code: rows.where(Organisation.province == code),
            pairs=list(PROVINCES.items()),
        ),
    ]  # fmt: skip


FEED = Feed(
    title=_l("单位名录"), newest=(Organisation.decided_at.desc(), Organisation.id.desc()), at=lambda o: o.decided_at,
    called=lambda o: o.name, says=lambda o: o.uscc,
)  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Verified organisations that are shown in public, by name."""
    listing = Listing(
        queries.verified(), columns=COLUMNS, url_of=address, orders=ORDERS, filters=filters(), feed=FEED
    )
    return listing.answer("association/organisations/index.html")
