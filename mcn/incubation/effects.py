"""What the steps do beyond moving a state."""

from association import standing
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.standing import Standing, StandingKind, StandingState
from mcn.incubation.models import IncubatedWork, IncubationCall, Mentor, MentorState, Milestone, Talent


def published(call: IncubationCall, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    call.published_at = clock.now()
    records.publish(
        key=f"incubation_call:{call.id}", kind="incubation", title=call.title, body=call.text, url=f"/incubation/{call.id}/",
        dated_on=clock.today(),
    )  # fmt: skip


def withdrawn(call: IncubationCall, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    call.withdrawn_because = reason
    records.withdraw(f"incubation_call:{call.id}")


def call_text(call: IncubationCall) -> str:
    """What the public log commits to."""
    return f"{call.title}:{call.places}:{call.closes_on}:{call.state.value}"


def asked(talent: Talent, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    talent.decided_because = reason


def examined(talent: Talent, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    talent.opinion, talent.decided_because = reason, ""


def selected(talent: Talent, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    talent.decided_because, talent.from_on = reason, clock.today()


def over(talent: Talent, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Mentors have nothing to do with them any more; works stay until somebody takes them down."""
    talent.decided_because, talent.ended_on = reason, clock.today()
    for mentor in talent.mentors:
        if mentor.state in (MentorState.ASKED, MentorState.ACTIVE):
            mentor.state = MentorState.ENDED


def stopped(mentor: Mentor, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    mentor.ended_because = reason


def reported(milestone: Milestone, *, actor: Actor, reason: str, report: str) -> None:  # noqa: ARG001
    milestone.report, milestone.reported_at = report, clock.now()


def answered(milestone: Milestone, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    milestone.answer = reason or None


def shown(work: IncubatedWork, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    work.shown_at = clock.now()
    records.publish(
        key=f"incubation_work:{work.id}", kind="incubation", title=work.title, body=work.text, url=f"/incubation/works/{work.id}/",
        dated_on=clock.today(),
    )  # fmt: skip


def down(work: IncubatedWork, *, actor: Actor, reason: str) -> None:
    """Gone from page, list, search and record; what nobody has taken up yet of a proposal goes with it."""
    work.down_because = reason
    records.withdraw(f"incubation_work:{work.id}")
    row = session.get(Standing, work.standing_id) if work.standing_id else None
    if row is not None and row.state is StandingState.ON_RECORD:
        with spoken_in("zh_Hans"):
            standing.withdraw(row, because=_("孵化作品已撤下"), actor=actor)


def work_text(work: IncubatedWork) -> str:
    """What the public log commits to; nobody is named."""
    return f"{work.title}:{work.organisation_id}:{work.state.value}"


def proposed(work: IncubatedWork, *, actor: Actor, reason: str) -> None:
    """Written to standing, where whoever runs a round of commendations takes it up."""
    if work.organisation is None:
        raise ValueError(f"work {work.id} is nobody's")
    row = standing.record(
        kind=StandingKind.NOMINATION, about=work.organisation, title=f"{work.title}：{reason}", basis=work.talent.call.title, source=work,
        url=f"/incubation/works/{work.id}/", actor=actor,
    )  # fmt: skip
    work.standing_id = row.id
