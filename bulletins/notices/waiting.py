"""What waits for staff: the next review of a notice, a correction to be issued."""

from collections.abc import Iterable

from association.kernel import clock, dated, working_days
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _
from bulletins.notices import queries
from bulletins.notices.models import NoticeState
from bulletins.notices.policy import P
from bulletins.notices.workflow import CORRECTION, NOTICE

AREA = "notices"
ASKS = {
    NoticeState.DRAFT: lambda: _("请写好正文，送初审。"),
    NoticeState.FIRST: lambda: _("请初审。"),
    NoticeState.SECOND: lambda: _("请复审。"),
    NoticeState.LEGAL: lambda: _("请核对涉及的人和单位。"),
    NoticeState.THIRD: lambda: _("请终审签发。"),
}


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only the step this person may take now."""
    if not can(actor, P.READ_FILE):
        return
    days = int(dated.value("notices.review_days"))
    for notice in NOTICE.turns_of(actor, queries.at_work()):
        is_draft = notice.state is NoticeState.DRAFT
        yield Waiting(
            title=_("通报：%(title)s", title=notice.title), ask=ASKS[notice.state](), what=_("通报"), area=AREA,
            endpoint="notice_desk.show", values={"id": notice.id}, button=_("办理"),
            due_on=None if is_draft else working_days.add(clock.day_of(notice.made_at), days).on,
        )  # fmt: skip
    for correction in CORRECTION.turns_of(actor, queries.corrections_waiting()):
        yield Waiting(
            title=_("更正：%(title)s", title=correction.notice.title), ask=_("请签发更正。"), what=_("通报"), area=AREA,
            endpoint="notice_desk.show", values={"id": correction.notice_id}, button=_("办理"), due_on=None,
        )  # fmt: skip
