"""Named reads of the register of works."""

from collections.abc import Sequence

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from association.kernel.db import session
from association.organisations.models import Organisation
from association.works.models import Work, WorkState

_SHOWN = (joinedload(Work.organisation), joinedload(Work.class_rule))


def of_organisations(ids: Sequence[int]) -> Select[Work]:
    """All works of these organisations, drafts and withdrawn ones too."""
    return select(Work).where(Work.organisation_id.in_(ids)).options(*_SHOWN)


def on_file() -> Select[Work]:
    """For staff: whatever was put on the register."""
    return select(Work).where(Work.state != WorkState.DRAFT).options(*_SHOWN)


def kept_works_of(organisation_id: int) -> list[Work]:
    """On the register, by title."""
    kept = select(Work).where(Work.organisation_id == organisation_id, Work.state == WorkState.KEPT)
    return list(session.scalars(kept.order_by(Work.title, Work.id)))


def with_words(rows: Select[Work], words: str) -> Select[Work]:
    """Whose titles or number hold these words."""
    places = (Work.title, Work.aliases, Work.number)
    return rows.where(or_(*(place.icontains(words, autoescape=True) for place in places)))


def same_number(work: Work) -> bool:
    """Whether another work of the same organisation carries the same number of the same kind."""
    if not work.number:
        return False
    other = select(Work.id).where(
        Work.organisation_id == work.organisation_id, Work.id != work.id, Work.state != WorkState.WITHDRAWN,
        Work.number == work.number, Work.number_kind == work.number_kind,
    )  # fmt: skip
    return session.scalar(other.limit(1)) is not None


def of_maker(rows: Select[Work], words: str) -> Select[Work]:
    """Whose maker is called so."""
    return rows.where(Work.organisation.has(Organisation.name.icontains(words, autoescape=True)))


def live_of(ids: Sequence[int]) -> list[Work]:
    """On the register, of these organisations, oldest first: what may have to be classed anew."""
    kept = select(Work).where(Work.organisation_id.in_(ids), Work.state == WorkState.KEPT)
    return list(session.scalars(kept.order_by(Work.id).limit(500)))
