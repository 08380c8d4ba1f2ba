"""What the steps of panels and seats do beyond moving a state, and what every deed asks first."""

from datetime import date

from sqlalchemy import delete, select

from association.accounts import queries as accounts
from association.accounts.models import Account
from association.experts import queries as experts
from association.kernel import clock, events
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.panels import matters, queries
from association.panels.events import OpinionsOpened, PanelConcluded, PanelDissolved, SeatLeft
from association.panels.matters import Choice
from association.panels.models import Opinion, Panel, PanelSeat, PanelState


def hold(panel: Panel) -> None:
    """Everybody who acts on a panel waits here for whoever acts on it now, and sees its seats as they are then: so exactly one of two last
    opinions opens it."""
    lock(panel)
    session.scalars(
        select(PanelSeat).where(PanelSeat.panel_id == panel.id).execution_options(populate_existing=True)
    ).all()


def check_open(panel: Panel) -> None:
    if panel.state is not PanelState.OPEN:
        raise Refused(_("意见已经开封，或评审组已经解散。"))


def check_due(due_on: date) -> None:
    if due_on < clock.today():
        raise Refused(_("截止日不能在今天之前。"), field="due_on")


def seated(panel: Panel, *, person_id: int, actor: Actor, instead_of: PanelSeat | None = None) -> PanelSeat:
    """A new member; Refused for oneself, who sits already, lacks the role, is away or has enough to do, or stands behind a wall."""
    _check_nameable(panel, person_id, actor)
    seat = PanelSeat(
        panel=panel,
        panel_id=panel.id,
        person_id=person_id,
        instead_of_id=instead_of.id if instead_of else None,
    )
    session.add(seat)
    session.flush()
    session.refresh(seat)
    return seat


def _check_nameable(panel: Panel, person_id: int, actor: Actor) -> None:
    account = next(iter(accounts.accounts_of([person_id])), None)
    if account is None or not _holds_a_role(account, panel):
        raise Refused(_("没有这位成员，或其已不在任。"), field="person")
    if person_id == actor.person_id:
        raise Refused(_("不能指定自己。"), field="person")
    if any(seat.person_id == person_id for seat in panel.sitting):
        raise Refused(_("%(name)s已经在评审组里。", name=account.name), field="person")
    if queries.kept_away([person_id], matters.subject_of(panel)):
        raise Refused(_("%(name)s与这件事有利害关系，须回避。", name=account.name), field="person")
    _check_time(person_id, account.name)


def _holds_a_role(account: Account, panel: Panel) -> bool:
    return not matters.matter_of(panel).seats.isdisjoint(role.value for role in accounts.roles_of(account.id))


def _check_time(person_id: int, name: str) -> None:
    """An expert's own days away and their own limit."""
    expert = experts.living_of(person_id)
    if expert is None:
        return
    if not expert.is_available_on(clock.today()):
        raise Refused(_("%(name)s现在不承担任务。", name=name), field="person")
    if expert.load_limit and queries.load().get(person_id, 0) >= expert.load_limit:
        raise Refused(
            _("%(name)s同时最多承担%(n)d件，已经满了。", name=name, n=expert.load_limit), field="person"
        )  # fmt: skip


def choice_of(panel: Panel, word: str, because: str) -> Choice:
    """The choice meant; Refused without one, or without the words it asks for."""
    choice = matters.matter_of(panel).votes.choice(word)
    if choice is None:
        raise Refused(_("请选择一项。"), field="word")
    if choice.needs_reason and not because.strip():
        raise Refused(_("选择“%(choice)s”的，请写明理由。", choice=str(choice.label)), field="because")
    return choice


def cleared(seat: PanelSeat, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    seat.declared_at = clock.now()


def tied(seat: PanelSeat, *, actor: Actor, reason: str, words: str) -> None:  # noqa: ARG001
    seat.declared_at, seat.declared_words = clock.now(), words
    _stand_down(seat)


def stood_down(seat: PanelSeat, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The site's own record shows a wall that nobody declared."""
    _stand_down(seat)


def _stand_down(seat: PanelSeat) -> None:
    destroy(seat)
    events.publish(SeatLeft(seat, ""))


def destroy(seat: PanelSeat) -> None:
    """An opinion that does not count is destroyed unread."""
    seat.voted_at = None
    session.execute(delete(Opinion).where(Opinion.seat_id == seat.id))


def replaced(seat: PanelSeat, *, actor: Actor, reason: str, person_id: int) -> None:
    removed(seat, actor=actor, reason=reason)
    seated(seat.panel, person_id=person_id, actor=actor, instead_of=seat)


def removed(seat: PanelSeat, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    seat.left_because = reason
    destroy(seat)
    events.publish(SeatLeft(seat, reason))


def extended(panel: Panel, *, actor: Actor, reason: str, due_on: date) -> None:  # noqa: ARG001
    check_due(due_on)
    if due_on <= panel.due_on:
        raise Refused(_("新的截止日要晚于%(day)s。", day=day_words(panel.due_on)), field="due_on")
    panel.due_on, panel.overdue_told_on = due_on, None
    for seat in panel.sitting:
        seat.reminded_on = None


def opened(panel: Panel, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """From now on the opinions are read; drafts that were not given in are gone."""
    panel.closed_at = clock.now()
    for seat in panel.seats:
        if seat.voted_at is None:
            destroy(seat)
    session.flush()
    events.publish(OpinionsOpened(panel))


def concluded(panel: Panel, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    panel.ended_because = reason
    minutes = queries.minutes_of(panel)
    if minutes is None:
        raise LookupError(panel.id)
    events.publish(PanelConcluded(panel, minutes))


def dissolved(panel: Panel, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What was sealed is destroyed unread; what was opened stays."""
    if panel.is_sealed:
        for seat in panel.seats:
            destroy(seat)
    panel.ended_because = reason
    events.publish(PanelDissolved(panel, reason))
