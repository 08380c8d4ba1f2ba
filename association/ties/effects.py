"""What the steps of ties and lifts do beyond moving a state."""

from datetime import date

from association.kernel import clock
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.walls import Thing
from association.kernel.words import _
from association.ties import queries, things
from association.ties.models import Lift, Tie


def thing_typed(kind: str, typed: str, *, field: str) -> Thing:
    """The thing of this kind that is meant; Refused at the field when there is none."""
    known = things.kinds().get(kind)
    if known is None:
        raise Refused(_("没有这一类对方。"), field="to_kind")
    found = known.find(typed)
    if found is None:
        raise Refused(
            _("本站没有找到：%(what)s “%(typed)s”。", what=str(known.typed_as), typed=typed), field=field
        )
    return (kind, found)


def recognised(tie: Tie, *, actor: Actor, reason: str, to_kind: str, typed: str) -> None:  # noqa: ARG001
    tie.to_kind, tie.to_id = thing_typed(to_kind, typed, field="typed")
    if tie.thing == ("person", tie.person_id):
        raise Refused(_("对方不能是本人。"), field="typed")


def closed(tie: Tie, *, actor: Actor, reason: str, to_on: date) -> None:  # noqa: ARG001
    """A last day may not lie before the day the tie came on record: or one person could wipe out a wall by dating it back."""
    if to_on > clock.today():
        raise Refused(_("结束的日期不能在今天之后。"), field="to_on")
    if to_on < clock.day_of(tie.made_at):
        raise Refused(_("结束的日期不能早于登记的那一天；登记有误的，请提请撤销。"), field="to_on")
    tie.to_on = to_on


def lasts(tie: Tie) -> object | None:
    return _("结束的日期已经登记。") if tie.to_on is not None else None


def in_time(lift: Lift) -> object | None:
    return _("提议的最后一天已经过去，请重新提议。") if lift.has_run_out else None


def lifted(lift: Lift, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    lift.lifted_at = clock.now()
    lift.kinds = queries.kinds_between(lift.person_id, lift.thing) or lift.kinds


def ended(lift: Lift, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    lift.ended_at = clock.now()


def has_ended_itself(lift: Lift) -> object | None:
    return _("解除已经到期，回避已自行恢复。") if lift.has_run_out else None


def public_text(lift: Lift) -> str:
    """What the public log commits to; nobody is named."""
    return f"{lift.to_kind}:{','.join(lift.kinds)}:{lift.until}:{lift.state.value}"
