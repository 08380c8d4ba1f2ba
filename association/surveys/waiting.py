"""What waits: to say what one thinks of a session one was at."""

from collections.abc import Iterable

from association.kernel import clock
from association.kernel.policy import Actor
from association.kernel.waiting import Waiting
from association.kernel.words import _
from association.surveys import queries

AREA = "training"


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    for survey in queries.own(actor, clock.today()):
        yield Waiting(
            title=survey.session.called, ask=_("请填写培训反馈，不记名。"), what=_("培训反馈"), area=AREA, endpoint="own_surveys.show",
            values={"id": survey.session_id}, button=_("填写反馈"), due_on=survey.closes_on,
        )  # fmt: skip
