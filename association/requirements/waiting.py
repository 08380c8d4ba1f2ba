"""What waits: an organisation's courses required, and at the desk what was not done by its day."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.organisations.policy import KIND
from association.remedies.policy import ON_DUTY
from association.requirements import queries
from association.requirements.models import CourseRequirement
from association.requirements.policy import P

AREA = "training"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    yield from _own(actor)
    if not actor.roles.isdisjoint(ON_DUTY):
        for row in queries.late_now():
            if can(actor, P.LIST_ALL, row):
                yield _waiting(row, _("期限已过，还没有修完，请联系单位。"), _("查看"))


def _own(actor: Actor) -> Iterable[Waiting]:
    """What is owed on record waits for clerks and signers as such (association.standing); for the training contact it waits here."""
    contact, others = actor.ids(KIND, "training"), actor.ids(KIND, "clerk")
    if not contact and not others:
        return
    for row in queries.open_now({*contact, *others}):
        if row.organisation_id in contact or row.standing_id is None:
            yield _waiting(row, _("请安排人员修完课程。"), _("查看并报名"))


def _waiting(row: CourseRequirement, ask: str, button: str) -> Waiting:
    return Waiting(
        title=_("须修课程：%(called)s", called=row.called), ask=ask, what=_("须修课程"), area=AREA, endpoint="own_requirements.show",
        values={"id": row.id}, button=button, due_on=row.due_on,
    )  # fmt: skip
