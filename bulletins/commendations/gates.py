"""Whether an organisation may be commended today. Every number is a dated setting; a sentence says what stands in the way."""

from datetime import timedelta

from association.kernel import clock
from association.kernel.words import _
from association.organisations.models import Organisation
from association.standing import StandingKind
from association.standing import queries as standing
from bulletins.commendations.settings import how_many


def unfit(organisation: Organisation) -> str | None:
    """The first thing in the way; None for nothing."""
    today = clock.today()
    if not organisation.is_verified or not organisation.has_public_record:
        return _("不是有公开记录的已核验单位")
    since = clock.day_of(organisation.decided_at) if organisation.decided_at else today
    if (today - since).days < how_many("verified_days"):
        return _("核验还不满%(n)d天", n=how_many("verified_days"))
    if standing.measures_since(organisation.id, today - timedelta(days=how_many("clear_days"))):
        return _("有自律措施在案，或结束还不满%(n)d天", n=how_many("clear_days"))
    owed = standing.of_organisation(organisation.id, today, StandingKind.OBLIGATION)
    if how_many("owing_bars") and any(row.is_overdue for row in owed):
        return _("有逾期未办结的应办事项")
    return None
