"""What waits: a course whose clauses changed."""

from collections.abc import Iterable

from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.renewals import queries
from association.renewals.policy import P

AREA = "training"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    if can(actor, P.REVIEW):
        for row in queries.to_review():
            yield Waiting(
                title=_("课程：%(title)s", title=row.course.title), ask=_("所讲的条款有变动，请复核课程。"), what=_("课程更新"), area=AREA,
                endpoint="renewals.show", values={"id": row.id}, button=_("复核"),
            )  # fmt: skip
