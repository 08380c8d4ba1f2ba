"""The ladder of measures, read from the dated table, and whom the association may take one against at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from association.kernel import clock, dated
from association.kernel.errors import Refused
from association.kernel.words import _
from association.membership import queries as membership
from association.organisations.models import Organisation
from association.pledges import queries as pledges
from association.pledges.models import BOUND
from bulletins.cases.settings import lines

COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Rung:
    """One measure of the table, in its order from light to grave."""

    place: int
    word: str
    name: str
    targets: str
    severity: str
    decided_by: str
    written: str
    publishing: str
    least: int
    most: int
    bar: int
    """Months in which a member that was struck off cannot join again."""

    @property
    def is_for_members_only(self) -> bool:
        return "签署单位" not in self.targets

    @property
    def is_publishable(self) -> bool:
        return self.publishing == "可公开"


def rungs() -> list[Rung]:
    """As the table stands today."""
    return _read(lines("ladder"))


def rung(word: str) -> Rung | None:
    """As the table stands today; what an older table had keeps the name it had there."""
    tables = (
        [lines("ladder"), *(row.value for row in reversed(dated.history("cases.ladder")))] if word else []
    )
    return next((r for table in tables for r in _read(table) if r.word == word), None)


def names() -> dict[str, str]:
    """What each measure is called, those of older tables too: for lists, in one statement."""
    tables = [*(row.value for row in reversed(dated.history("cases.ladder"))), lines("ladder")]
    return {r.word: r.name for table in tables for r in _read(table)}


def _read(table: Sequence[str]) -> list[Rung]:
    """A line that is not in its form is left out."""
    found = []
    for place, line in enumerate(table):
        cells = [cell.strip() for cell in line.split("｜")]
        if len(cells) == COLUMNS and all(cell.isdigit() for cell in cells[7:]):
            found.append(Rung(place, *cells[:7], *(int(cell) for cell in cells[7:])))  # type: ignore[arg-type]
    return found


@dataclass(frozen=True, slots=True)
class Bonds:
    """What binds an organisation to the association's rules; where nothing does, no measure can reach it."""

    is_member: bool
    pledges: list[str]
    """Titles of those it has signed."""

    def __bool__(self) -> bool:
        return self.is_member or bool(self.pledges)


def bound_as(organisation: Organisation, day: date) -> Bonds:
    """By what it was bound on a day."""
    return Bonds(
        is_member=membership.standing_on(organisation, day) is not None,
        pledges=[
            spell.signature.pledge.title
            for spell in pledges.of_record(organisation.id, day)
            if spell.standing in BOUND
        ],
    )


def unreachable(organisation: Organisation, happened_on: date, today: date) -> object | None:
    """The sentence when the association's measures cannot reach it: it was not bound when it acted, or is bound no more."""
    for day in (happened_on, today):
        if not bound_as(organisation, day):
            return _(
                "%(name)s在%(day)s既不是会员，也没有签署公约：协会不能对它采取措施，只能移送主管部门或者不予立案。",
                name=organisation.name,
                day=day.isoformat(),
            )
    return None


def not_fitting(
    chosen: Rung, months: int, organisation: Organisation, today: date
) -> tuple[str, object] | None:
    """(field, sentence) when this measure cannot be taken for so long, or not against this organisation."""
    if chosen.is_for_members_only and membership.standing_on(organisation, today) is None:
        return "measure", _("%(measure)s只适用于会员。", measure=chosen.name)
    if not chosen.least <= months <= chosen.most:
        return "months", _(
            "%(measure)s的期限是%(least)d至%(most)d个月。",
            measure=chosen.name,
            least=chosen.least,
            most=chosen.most,
        )
    return None


def check_lighter(organisation: Organisation, *, before: tuple[str, int], after: tuple[str, int]) -> None:
    """Refused unless it is below what was told or decided before; no measure at all is lighter too."""
    measure, months = after
    if not measure:
        return
    above, chosen = rung(before[0]), rung(measure)
    if chosen is None:
        raise Refused(_("没有这项措施。"), field="measure")
    same_rung = above is not None and chosen.place == above.place
    if above is None or chosen.place > above.place or (same_rung and months >= before[1]):
        raise Refused(_("措施须轻于告知或者原来决定的；更重的须重新告知。"), field="measure")
    if (fault := not_fitting(chosen, months, organisation, clock.today())) is not None:
        raise Refused(fault[1], field=fault[0])
