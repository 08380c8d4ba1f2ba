"""The register: who stands by a pledge on a day, and who has left."""

from datetime import date
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Filter, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, public
from association.kernel.words import _, _l
from association.organisations.models import PROVINCES, Kind, Organisation
from association.pledges import queries
from association.pledges.labels import LABELS
from association.pledges.models import BOUND, PledgeVersion, Signature, Spell, Standing
from association.pledges.pages import pledge_called
from association.pledges.policy import P
from association.rules import pages

bp = Blueprint("pledge_register", __name__, url_prefix="/pledges")

ORDERS = {
    "time": (_l("签署时间"), (Signature.since_on, Spell.id)),
    "newest": (_l("最近签署"), (Signature.since_on.desc(), Spell.id.desc())),
    "name": (_l("名称（拼音）"), (Signature.name_key, Spell.id)),
}


def _name(spell: Spell) -> str:
    """A natural person in business is named only while there is a basis for it (CAUTIONS, People)."""
    if spell.signature.organisation.has_public_record:
        return spell.signature.name
    return _("自然人经营者（不列名）")


def _code(spell: Spell) -> str:
    organisation = spell.signature.organisation
    return organisation.uscc if organisation.has_public_record else ""


def _kinds(spell: Spell) -> str:
    return _("、").join(str(Kind(k).label) for k in spell.signature.as_it_was["kinds"])


def _page(spell: Spell) -> str:
    """The organisation's public record; what has none is checked by its certificate."""
    organisation = spell.signature.organisation
    if organisation.has_public_record:
        return url_for("record.show", uscc=organisation.uscc)
    return certificate_address(spell.signature.number)


def _columns(day: date) -> tuple[Column, ...]:
    return (
        Column("name", LABELS["name"], _name),
        Column("uscc", LABELS["uscc"], _code),
        Column("kinds", _l("类别"), _kinds),
        Column("province", LABELS["province"], lambda s: s.signature.organisation.province_name),
        Column("number", LABELS["number"], lambda s: s.signature.number),
        Column(
            "version",
            LABELS["version"],
            lambda s: s.signature.version.edition.name if s.signature.version.edition else "",
        ),
        Column("since_on", _l("签署"), lambda s: s.signature.since_on),
        Column("standing", LABELS["standing"], lambda s: str(s.standing.label)),
        Column("standing_from", _l("状态自"), lambda s: s.from_on),
        Column("on", _l("截至"), lambda _s: day),
    )


def _filters(versions: list[PledgeVersion]) -> list[Filter]:
    return [
        Words("q", _l("单位名称、代码或证书号"), queries.called_so_in_public),
        Choice(
            "kind", _l("类别"), lambda rows, value: queries.of_kind(rows, Kind(value)), pairs=[(k.value, k.label) for k in Kind],
        ),
        Choice(
            "province", LABELS["province"], lambda rows, value: rows.where(Organisation.province == value),
            pairs=list(PROVINCES.items()),
        ),
        Choice(
            "version", LABELS["version"], lambda rows, value: rows.where(PledgeVersion.number == int(value)),
            pairs=[(str(v.number), v.edition.name) for v in versions if v.edition],
        ),
        Choice(
            "standing", LABELS["standing"], lambda rows, value: rows.where(Spell.standing == Standing(value)),
            pairs=[(s.value, s.label) for s in Standing], as_links=True, counted=Spell.standing,
        ),
    ]  # fmt: skip


@bp.get("/<slug>/signatories/")
@public
def signatories(slug: str) -> ResponseReturnValue:
    """Joiners and leavers as they stood on `?on=` (today): page, CSV and JSON are the same set."""
    pledge = pledge_called(slug)
    asked, fault = pages.asked_day()
    day = min(asked or clock.today(), clock.today())
    versions = [v for v in queries.versions_of(pledge) if can(actor(), P.SEE_VERSION, v)]
    listing = Listing(
        queries.register(pledge, day), columns=_columns(day), orders=ORDERS, filters=_filters(versions),
        url_of=_page,
        feed=Feed(
            title=_("%(title)s的签署单位", title=pledge.title), newest=(Spell.from_on.desc(), Spell.id.desc()), at=lambda s: s.from_on,
            called=_name, says=lambda s: str(s.standing.label),
        ),
    )  # fmt: skip
    return listing.answer(
        "association/pledges/signatories.html", pledge=pledge, day=day, fault=fault, asked=asked is not None and not fault,
        bound=_bound(pledge, day), certificate_of=certificate_address, name_of=_name, code_of=_code, kinds_of=_kinds,
    )  # fmt: skip


def _bound(pledge: Any, day: date) -> int:
    counted = queries.counted(pledge, day)
    return sum(counted.get(standing, 0) for standing in BOUND)


def certificate_address(number: str) -> str:
    """Where a certificate is checked by its number."""
    return url_for("verify.index", q=number)
