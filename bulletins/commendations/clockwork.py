"""What the calendar and the papers do to a round: its call is issued and it opens; days pass; its list is announced and every entry stands."""

from datetime import timedelta

from association.kernel import clock, events
from association.kernel.policy import SYSTEM
from association.kernel.regular import every
from association.kernel.words import _, spoken_in
from association.kernel.workflow import StepTaken
from association.standing import Recorded, StandingKind
from bulletins.commendations import letters, queries
from bulletins.commendations.models import NominationState, Paper, Round, Stage
from bulletins.commendations.models.nomination import UNDER_WAY
from bulletins.commendations.settings import how_many
from bulletins.commendations.workflow import NOMINATION, ROUND
from bulletins.notices.models import Notice, NoticeState
from bulletins.notices.workflow import NOTICE

S = NominationState


@every(timedelta(minutes=10), "commendations.days")
def keep_days() -> int:
    """Returns how many rounds were moved."""
    today = clock.today()
    moved = [("close_call", r) for r in queries.past_nominating(today)]
    moved += [("end_publicity", r) for r in queries.past_publicity(today)]
    for deed, round_ in moved:
        ROUND.take(deed, round_, actor=SYSTEM)
    return len(moved)


@every(timedelta(hours=6), "commendations.forget")
def forget_objectors() -> int:
    """Words and names of those who objected, some time after the answer. The answer itself stays under the receipt's code."""
    old = queries.to_forget(clock.now() - timedelta(days=how_many("objectors_kept_days")))
    for objection in old:
        objection.words = objection.who = None
    return len(old)


def _on_notice(taken: StepTaken) -> None:
    if taken.workflow is not NOTICE:
        return
    notice: Notice = taken.subject
    if taken.step.deed not in ("third_review", "issue", "withdraw") or notice.state is NoticeState.SCHEDULED:
        return
    paper = queries.paper_of(notice)
    if paper is not None:
        (_withdrawn if taken.step.deed == "withdraw" else _issued)(paper, taken.reason)


def _issued(paper: Paper, _reason: str) -> None:
    round_ = paper.round
    if paper.stage is Stage.CALL:
        slug = (paper.notice.slug or "").removeprefix("commendation-")
        ROUND.take("open", round_, actor=SYSTEM, slug=slug)
    elif paper.stage is Stage.PUBLICITY:
        for nomination in queries.entries(round_, S.ASKED):
            with spoken_in("zh_Hans"):
                NOMINATION.take("lapse", nomination, actor=SYSTEM, reason=_("公示以前没有答复"))
        ROUND.take("lay_out", round_, actor=SYSTEM)
    else:
        for nomination in queries.entries(round_, S.PROPOSED):
            NOMINATION.take("list", nomination, actor=SYSTEM)
        ROUND.take("announce", round_, actor=SYSTEM)


def _withdrawn(paper: Paper, reason: str) -> None:
    """A withdrawn list lists nobody; a withdrawn publicity lays nothing out; a withdrawn call ends the round."""
    round_: Round = paper.round
    if paper.stage is Stage.RESULT and round_.state in ROUND.by_deed["take_list_back"].from_:
        for nomination in queries.entries(round_, S.LISTED):
            NOMINATION.take("unlist", nomination, actor=SYSTEM, reason=reason)
        ROUND.take("take_list_back", round_, actor=SYSTEM)
    elif paper.stage is Stage.PUBLICITY and round_.state in ROUND.by_deed["take_in"].from_:
        ROUND.take("take_in", round_, actor=SYSTEM)
    elif paper.stage is Stage.CALL and round_.state in ROUND.by_deed["call_back"].from_:
        ROUND.take("call_back", round_, actor=SYSTEM, reason=reason)


def _on_stop(taken: StepTaken) -> None:
    """What was put forward ends with the round; its organisations have been written to (letters.stopped)."""
    if taken.workflow is ROUND and taken.step.deed in ("stop", "call_back"):
        for nomination in queries.entries(taken.subject, *UNDER_WAY):
            NOMINATION.take("end_with_round", nomination, actor=SYSTEM, reason=taken.reason)


def _on_measure(recorded: Recorded) -> None:
    row = recorded.row
    if row.kind is not StandingKind.MEASURE or row.organisation_id is None:
        return
    for nomination in queries.of_organisations([row.organisation_id]):
        if nomination.state is S.LISTED and nomination.organisation_id == row.organisation_id:
            letters.doubted(nomination)


def listen() -> None:
    events.subscribe(StepTaken, _on_notice)
    events.subscribe(StepTaken, _on_stop)
    events.subscribe(Recorded, _on_measure)
