"""Whom a warning concerns, and why: the rule of `organisations.queries.reach`, with what an organisation has done about it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, or_, select

from association.kernel import clock
from association.kernel.db import session
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.warnings.models import IN_FORCE, RiskWarning, WarningAudience, WarningReceipt, WarningState


def applies_to(warning: RiskWarning, organisation: Organisation) -> list[str]:
    """Why it concerns this organisation, in the reader's words; empty: it does not."""
    return organisations.why_it_concerns(warning, organisation)


def _fits() -> ColumnElement[bool]:
    """`applies_to`, for every pair of a warning and an organisation in one statement."""
    return organisations.concerned_by(RiskWarning, WarningAudience, of=WarningAudience.warning_id)


def concerned(warning: RiskWarning) -> Select[Organisation]:
    """All organisations a warning concerns now."""
    return select(Organisation).join(RiskWarning, RiskWarning.id == warning.id).where(_fits())


def not_told(warning: RiskWarning, *, limit: int) -> list[Organisation]:
    """The next ones it concerns that have no receipt yet, in the order of their ids."""
    told = exists().where(
        WarningReceipt.warning_id == warning.id, WarningReceipt.organisation_id == Organisation.id
    )
    rows = concerned(warning).where(not_(told)).order_by(Organisation.id).limit(limit)
    return list(session.scalars(rows))


def how_many(warning: RiskWarning) -> int:
    """How many organisations it concerns now."""
    return int(session.scalar(select(func.count()).select_from(concerned(warning).subquery())) or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A warning at one organisation: why it concerns it, and what the organisation has done about it."""

    warning: RiskWarning
    organisation: Organisation
    why: list[str]
    receipt: WarningReceipt | None


def concerns_of(organisation_ids: list[int], *, ended: bool = False) -> list[Concern]:
    """What concerns these organisations, the gravest first; three statements and one for kinds. `ended`: what is over, and was told."""
    if not organisation_ids:
        return []
    rows = (
        select(RiskWarning, Organisation, WarningReceipt)
        .select_from(RiskWarning)
        .join(Organisation, Organisation.id.in_(organisation_ids))
    )
    rows = rows.outerjoin(
        WarningReceipt,
        and_(WarningReceipt.warning_id == RiskWarning.id, WarningReceipt.organisation_id == Organisation.id),
    )
    if ended:
        over = (WarningState.LIFTED, WarningState.EXPIRED, WarningState.WITHDRAWN)
        rows = rows.where(RiskWarning.state.in_(over), WarningReceipt.id.is_not(None))
    else:
        # Told and concerned by rights may part (an organisation changes its kind): what was told stays on its list.
        rows = rows.where(
            RiskWarning.state.in_(IN_FORCE),
            RiskWarning.valid_to >= clock.today(),
            or_(_fits(), WarningReceipt.id.is_not(None)),
        )
    found = [
        Concern(warning=w, organisation=o, receipt=r, why=applies_to(w, o) or [_("发布时适用于你单位")])
        for w, o, r in session.execute(
            rows.order_by(RiskWarning.published_at.desc(), RiskWarning.id.desc(), Organisation.id).limit(200)
        )
    ]
    return sorted(found, key=lambda c: -c.warning.level.rank)
