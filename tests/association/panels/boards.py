"""Panels of the tests: three experts judge an organisation, convened through the real actions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from association.accounts.models import Account
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.panels import actions, matters
from association.panels.models import Panel, PanelSeat
from tests import cast, stages
from tests.cast import Firm

CHOICES = (
    matters.Choice("fit", _l("同意"), "jade", "check-circle"),
    matters.Choice("unfit", _l("不同意"), "cinnabar", "x-circle", needs_reason=True),
)
BOARD = matters.Matter(
    word="tested", label=_l("标准审查"), model=Organisation, title_of=lambda o: o.name, parties_of=lambda o: [o.name],
    votes=matters.VoteKind(word="tested", choices=CHOICES), read_at=lambda seat: f"/review/panels/{seat.id}/",
    file_of=lambda o: f"/desk/organisations/{o.id}/",
)  # fmt: skip


@contextmanager
def known(matter: matters.Matter = BOARD) -> Iterator[None]:
    """Within this block panels know the tests' own business."""
    matters.name_matter(matter)
    try:
        yield
    finally:
        matters._matters.pop(matter.word)


def experts(number: int = 3) -> list[Account]:
    return [cast.somebody("expert", name=f"样例专家{n}") for n in range(number)]


def convened(
    on: Firm, people: list[Account], *, least: int = 2, days: int = 10, keeper: Account | None = None
) -> int:
    """The panel's id."""
    by = cast.actor(keeper or cast.somebody("experts"))
    with writing():
        panel = actions.convene(
            session.get_one(Organisation, on.id), matter="tested", people=[a.person_id for a in people], least=least,
            due_on=clock.today() + timedelta(days=days), actor=by,
        )  # fmt: skip
        return panel.id


def the(panel: int) -> Panel:
    return session.get_one(Panel, panel)


def seat(panel: int, of: Account) -> PanelSeat:
    found = the(panel).seat_of(of.person_id)
    assert found is not None
    return found


def clear(panel: int, *people: Account) -> None:
    for person in people:
        by = cast.actor(person)
        with writing():
            actions.declare_clear(seat(panel, person), actor=by)


def voted(panel: int, person: Account, word: str = "fit", because: str = "") -> None:
    by = cast.actor(person)
    with writing():
        actions.vote(seat(panel, person), word=word, because=because, actor=by)


def day(n: int) -> date:
    return clock.today() + timedelta(days=n)


stages.remember(__name__)
