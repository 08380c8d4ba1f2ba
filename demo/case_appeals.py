"""What followed the demo's decisions: an appeal that made a measure lighter, two measures carried out and shown with the name, one put back into its file."""

from collections.abc import Callable
from datetime import timedelta

from association.kernel import clock
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import Panel
from bulletins.cases import actions
from bulletins.cases.models import CaseAppeal, CaseFile
from bulletins.cases.workflow import APPEAL, CASE
from demo.consulting import Scene, Who

HEARERS = ("appeals1", "appeals2", "appeals3")
Find = Callable[[], CaseFile]


def appealed(scene: Scene, who: Who, word: str, day: int, find: Find) -> None:
    """From the appeal to the ruling that makes it lighter, in a week."""
    with scene(day, 2):
        actions.appeal(
            find(),
            grounds="已经写明退款办法并通知已付费的观众，请求缩短期限（演示）。",
            actor=who(f"signer@{word}.example"),
        )
    with scene(day - 1, 2):
        APPEAL.take("accept", _appeal(find), actor=who("appeals1"), reason="在期限以内，理由具体（演示）。")
    with scene(day - 2, 2):
        people = [person for word in HEARERS if (person := who(word).person_id) is not None]
        actions.convene_again(
            _appeal(find), people=people, due_on=clock.today() + timedelta(days=5), actor=who("experts")
        )
    for number, hearer in enumerate(HEARERS):
        with scene(day - 3, 2 + number):
            seat = _panel(find).seat_of(who(hearer).person_id)
            if seat is None:
                raise LookupError(hearer)
            panels.declare_clear(seat, actor=who(hearer))
            panels.vote(seat, word="changed", because="改正及时，可以缩短期限（演示）。", actor=who(hearer))
    with scene(day - 4, 2):
        panels.write_minutes(
            _panel(find),
            conclusion="changed",
            text="复核组看过改正以后的页面（演示）。",
            actor=who("appeals1"),
        )
    for hearer in HEARERS[1:]:
        with scene(day - 5, 2):
            seat = _panel(find).seat_of(who(hearer).person_id)
            if seat is None:
                raise LookupError(hearer)
            panels.confirm(seat, agrees=True, note="", actor=who(hearer))
    with scene(day - 6, 2):
        actions.prepare(
            _appeal(find), reasons="认定成立；改正及时，并已通知观众，期限缩短（演示）。", measure="correct", months=1, actor=who("appeals2")
        )  # fmt: skip
    with scene(day - 7, 2):
        APPEAL.take("decide", _appeal(find), actor=who("appeals3"))


def put_right(scene: Scene, who: Who, word: str, day: int, find: Find, *, months: int) -> None:
    """Reported, checked, and shown with the name for some months."""
    with scene(day, 2):
        CASE.take(
            "report",
            find(),
            actor=who(f"clerk@{word}.example"),
            reason="已经全部改正，今后每条核对后再发布（演示）。",
        )
    with scene(day - 2, 2):
        CASE.take("carry_out", find(), actor=who("investigator"), reason="协会看过改正以后的页面（演示）。")
    with scene(day - 3, 2):
        actions.publicise(
            find(), months=months, because="决定已经生效，这项措施可以公开（演示）。", actor=who("issuer")
        )


def put_away(scene: Scene, who: Who, day: int, find: Find) -> None:
    with scene(day, 2):
        CASE.take("archive", find(), actor=who("intake"))


def _appeal(find: Find) -> CaseAppeal:
    appeal = find().appeal
    if appeal is None:
        raise LookupError(find().title)
    return appeal


def _panel(find: Find) -> Panel:
    panel = sittings.latest(_appeal(find))
    if panel is None:
        raise LookupError(find().title)
    return panel
