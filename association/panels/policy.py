"""Who may do what with panels. A panel concerns what its subject concerns: behind a wall nobody keeps it, and no seat opens anything."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from association.kernel import walls
from association.kernel.db import Model, session
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.walls import Thing
from association.kernel.words import _l
from association.panels import matters
from association.panels.models import Confirmation, Minutes, Opinion, Panel, PanelSeat, PanelState, SeatState


class P(Permission):
    LIST = _l("查看评审组")
    SEE = _l("查看一个评审组的组成和办理，或自己的位置")
    KEEP = _l("组成评审组，更换成员，延期、开封、办结和解散")
    OWN = _l("查看自己在评审组的位置")
    DECLARE = _l("声明与评审的事项有无利害关系")
    READ = _l("看评审的材料")
    VOTE = _l("提交自己的意见")
    READ_OPINIONS = _l("看开封后的各人意见")
    WRITE = _l("写评审组的纪要")
    CONFIRM = _l("确认纪要")


def panel_of(subject: Any) -> Panel | None:
    if isinstance(subject, PanelSeat | Minutes):
        return subject.panel
    return subject if isinstance(subject, Panel) else None


def keeps_panels(actor: Actor, _subject: Any) -> bool:
    """Holds a role that keeps panels of some business."""
    return not actor.roles.isdisjoint(matters.keepers())


def keeps_it(actor: Actor, subject: Any) -> bool:
    """Holds a role that keeps panels of this business, and does not sit on this one."""
    panel = panel_of(subject)
    if panel is None:
        return subject is None and keeps_panels(actor, None)
    seat = panel.seat_of(actor.person_id)
    return not actor.roles.isdisjoint(matters.matter_of(panel).keepers) and (seat is None or not seat.sits)


def follows_it(actor: Actor, subject: Any) -> bool:
    """Holds a further role that sees panels of this business."""
    panel = panel_of(subject)
    return panel is not None and not actor.roles.isdisjoint(matters.matter_of(panel).readers)


def is_theirs(actor: Actor, subject: Any) -> bool:
    """Whose seat it is."""
    return (
        isinstance(subject, PanelSeat)
        and actor.person_id is not None
        and subject.person_id == actor.person_id
    )


def may_sit(actor: Actor, subject: Any) -> bool:
    """Whose seat it is, while they hold a role the business asks for and stand behind no wall from it."""
    return (
        is_theirs(actor, subject)
        and subject.sits
        and not actor.roles.isdisjoint(matters.matter_of(subject.panel).seats)
        and not walls.is_behind(actor.walls, subject.panel)
    )


def sits_clear(actor: Actor, subject: Any) -> bool:
    """As `may_sit`, and they have declared that they have no tie; the panel was not dissolved."""
    return (
        may_sit(actor, subject)
        and subject.state is SeatState.CLEAR
        and subject.panel.state is not PanelState.DISSOLVED
    )


def has_voted(actor: Actor, subject: Any) -> bool:
    """A member who has given an opinion and stands behind no wall."""
    panel = panel_of(subject)
    seat = panel.seat_of(actor.person_id) if panel is not None else None
    return seat is not None and seat.voted_at is not None and sits_clear(actor, seat)


def reads(actor: Actor, subject: Model) -> bool:
    """For features above: whether this person judges the subject on some panel and may therefore read it."""
    if actor.person_id is None or not actor.roles:
        return False
    rows = select(PanelSeat).join(PanelSeat.panel).where(
        Panel.subject_kind == str(subject.__tablename__), Panel.subject_id == subject.id, PanelSeat.person_id == actor.person_id
    )  # fmt: skip
    return any(sits_clear(actor, seat) for seat in session.scalars(rows))


def _when_opened(predicate: Any) -> Any:
    def opened(actor: Actor, subject: Any) -> bool:
        panel = panel_of(subject)
        return panel is not None and not panel.is_sealed and predicate(actor, subject)

    opened.__doc__ = f"{predicate.__doc__.rstrip('.')}, once the opinions are opened."
    return opened


def _concerns(panel: Panel) -> Iterable[Thing]:
    concern = walls.concern_of(matters.matter_of(panel).model)
    return () if concern is None else concern.of(matters.subject_of(panel))


def _among(things: Collection[Thing]) -> ColumnElement[bool]:
    found = [
        and_(
            Panel.matter == matter.word,
            Panel.subject_id.in_(select(matter.model.id).where(concern.among(things))),
        )
        for matter in matters.matters().values()
        if (concern := walls.concern_of(matter.model)) is not None
    ]
    return or_(*found) if found else false()


walls.concerns(Panel, of=_concerns, among=_among)
walls.concerns_with(PanelSeat.panel)
walls.concerns_with(Minutes.panel)
# Nobody finds these two by themselves.
walls.concerns(Opinion)
walls.concerns(Confirmation)

_auditor = has_role("auditor")
grant(P.LIST, keeps_panels, _auditor)
grant(P.SEE, is_theirs, keeps_it, follows_it, _auditor)
grant(P.KEEP, keeps_it)
grant(P.OWN, is_theirs)
grant(P.DECLARE, may_sit)
grant(P.READ, sits_clear)
grant(P.VOTE, may_sit)
grant(P.READ_OPINIONS, *(_when_opened(p) for p in (has_voted, keeps_it, follows_it, _auditor)))
grant(P.WRITE, *(_when_opened(p) for p in (has_voted, keeps_it)))
grant(P.CONFIRM, sits_clear)
