"""Whom a thing with an audience concerns, and why: one rule, written for one organisation and for all of them at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, exists, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from association.kernel.errors import Refused
from association.kernel.words import _
from association.organisations.models import (
    PROVINCES,
    HasAudience,
    Kind,
    Narrows,
    Organisation,
    OrganisationKind,
    OrganisationState,
)
from association.organisations.queries.register import living


def why_it_concerns(thing: HasAudience, organisation: Organisation) -> list[str]:
    """Why it concerns this organisation, in the reader's words; empty: it does not. `concerned_by` says the same in SQL."""
    if not organisation.is_verified:
        return []
    named = [_("点名通知你单位")] if organisation.id in thing.named else []
    if thing.only_named:
        return named
    kinds = [kind for kind in organisation.kinds if kind.value in thing.kinds]
    if (thing.kinds and not kinds) or (thing.provinces and organisation.province not in thing.provinces):
        return named
    why = [_("单位类别：%(kinds)s", kinds=_("、").join(str(k.label) for k in kinds))] if kinds else []
    if thing.provinces:
        why.append(_("所在地：%(place)s", place=organisation.province_name))
    return [*named, *(why or [_("适用于全部单位")])]


def concerned_by(
    thing: type[Any], row: type[Any], *, of: ColumnElement[Any] | InstrumentedAttribute[Any]
) -> ColumnElement[bool]:
    """`why_it_concerns`, for every pair of a thing and an organisation in one statement. `row` is the table of its audience, `of` the
    column there that names the thing."""

    def said(what: Narrows, value: Any = None) -> ColumnElement[bool]:
        rows = select(row.id).where(of == thing.id, row.what == what)
        if value is not None:
            rows = rows.where(row.value == value)
        return exists(rows.correlate(thing, Organisation, OrganisationKind))

    of_a_kind = exists(
        select(OrganisationKind.kind)
        .where(
            OrganisationKind.organisation_id == Organisation.id,
            said(Narrows.KIND, cast(OrganisationKind.kind, String)),
        )
        .correlate(thing, Organisation)
    )
    return and_(
        Organisation.state == OrganisationState.APPROVED,
        or_(
            said(Narrows.NAMED, cast(Organisation.id, String)),
            and_(
                not_(said(Narrows.ONLY)),
                or_(not_(said(Narrows.KIND)), of_a_kind),
                or_(not_(said(Narrows.PROVINCE)), said(Narrows.PROVINCE, Organisation.province)),
            ),
        ),
    )


def ids_of_codes(codes: Sequence[str], *, field: str) -> list[int]:
    """Ids of the verified organisations with these codes. Refused, at the field, when one of them is none."""
    found = {code: living(code) for code in codes}
    unknown = [code for code, o in found.items() if o is None or not o.is_verified]
    if unknown:
        raise Refused(_("没有这些已核验的单位：%(codes)s。", codes=_("、").join(unknown)), field=field)
    return sorted({o.id for o in found.values() if o is not None})


def whom(thing: HasAudience) -> str:
    """Whom it concerns, for everybody's eyes: names are not among them."""
    if thing.only_named:
        return _("只通知个别单位")
    kinds = _("、").join(str(Kind(value).label) for value in thing.kinds)
    places = _("、").join(str(PROVINCES[value]) for value in thing.provinces)
    return _("；").join(part for part in (kinds, places) if part) or _("全部已核验的单位")


def kind_pairs() -> list[tuple[str, object]]:
    return [(kind.value, kind.label) for kind in Kind]


def province_pairs() -> list[tuple[str, object]]:
    return list(PROVINCES.items())
