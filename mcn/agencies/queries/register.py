"""Named reads of the register: what is public is said once, in SQL; a name is found through its terms."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import contains_eager

from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from mcn.agencies import terms
from mcn.agencies.models import STANDING, Agency, AgencyState, AgencyTerm

FEW = 5_000
"""So many of a word are taken as a set; of more, a page in the order of the list is soon full."""


def in_public() -> ColumnElement[bool]:
    """`Agency.is_public`, in SQL."""
    return and_(Agency.number.is_not(None), organisations.in_public())


def register() -> Select[Agency]:
    """Everything that is or was on the register and may be shown, with its organisation."""
    return (
        select(Agency)
        .join(Agency.organisation)
        .where(in_public())
        .options(contains_eager(Agency.organisation))
    )


def all_agencies() -> Select[Agency]:
    """Staff: every entry, also those that were only applied for."""
    return select(Agency).join(Agency.organisation).options(contains_eager(Agency.organisation))


def called(rows: Select[Any], typed: str) -> Select[Any]:
    """Any piece of a name, its pinyin or initials, a code or a number. One statement of its own for each word (five at most), which tells a
    rare word from a common one."""
    for word in terms.of_words(typed):
        begins = and_(AgencyTerm.term >= word, AgencyTerm.term < word + terms.LAST)
        few = select(AgencyTerm.agency_id).where(begins).limit(FEW + 1).subquery()
        if int(session.scalar(select(func.count()).select_from(few)) or 0) <= FEW:
            rows = rows.where(Agency.id.in_(select(AgencyTerm.agency_id).where(begins)))
        else:
            rows = rows.where(select(1).where(AgencyTerm.agency_id == Agency.id, begins).exists())
    return rows


def by_number(number: str) -> Select[Agency]:
    return select(Agency).where(Agency.number == number.strip().upper())


def count_standing() -> int:
    """On the register today, and shown."""
    rows = register().where(Agency.state.in_(STANDING)).with_only_columns(Agency.id).options()
    return int(session.scalar(select(func.count()).select_from(rows.subquery())) or 0)


def of_organisation(organisation_id: int) -> list[Agency]:
    """All stays, the newest first."""
    rows = select(Agency).where(Agency.organisation_id == organisation_id).order_by(Agency.id.desc())
    return list(session.scalars(rows))


def shown_of(organisation: Organisation) -> list[Agency]:
    """What the organisation's public record shows."""
    return [agency for agency in of_organisation(organisation.id) if agency.is_public]


OVER = (AgencyState.ENDED, AgencyState.CLOSED)


def is_living(agency: Agency) -> bool:
    """On the register, or applying: no other application may begin."""
    return agency.state not in OVER


def living(organisation_id: int) -> Agency | None:
    """The stay or application that is not over."""
    return session.scalars(
        select(Agency).where(Agency.organisation_id == organisation_id, Agency.state.not_in(OVER))
    ).one_or_none()


def of_organisations(ids: list[int]) -> list[Agency]:
    rows = select(Agency).where(Agency.organisation_id.in_(ids)).order_by(Agency.name_key, Agency.id.desc())
    return list(session.scalars(rows))


def review_due_before(day: date, *, ids: list[int] | None = None) -> list[Agency]:
    """Whose review is due by this day, the most urgent first."""
    rows = select(Agency).where(Agency.review_due_on <= day, Agency.state.in_(STANDING))
    if ids is not None:
        rows = rows.where(Agency.organisation_id.in_(ids))
    return list(session.scalars(rows.order_by(Agency.review_due_on, Agency.id).limit(200)))


def late() -> list[Agency]:
    """Whose review is overdue and who carry no mark of it yet."""
    rows = select(Agency).where(
        Agency.review_due_on < clock.today(),
        Agency.state == AgencyState.REGISTERED,
    )
    return list(session.scalars(rows.order_by(Agency.review_due_on, Agency.id).limit(200)))
