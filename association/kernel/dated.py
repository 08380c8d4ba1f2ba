"""Dated settings: every threshold, day-count, list and wording is a row with the document it rests on, the days between which it
is in force, and who checked it when. Nothing legal is written in code.

Code *defines* a setting (its type, what it means, the value to begin with and that value's basis); `plant` makes the first row
of each; administrators add rows from a day on, and never change the past. `value(key, on=day)` reads one.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import JSON, Text, UniqueConstraint, cast, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import audit, clock
from association.kernel.day_words import day_words
from association.kernel.db import Key, Line, Model, Prose, Word, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _, _l

BEGINNING = date(2000, 1, 1)
OWN = _l("协会自行设置")
"""The basis of a value that no document gives: the association's own choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a setting is, and the value it begins with."""

    key: str
    label: object
    kind: str
    initial: Any
    basis: object
    unit: object = ""
    help: object = ""
    choices: Mapping[str, object] = field(default_factory=dict)
    """Of a choice: what is kept, and its word."""


class DatedSetting(Model):
    """One value of one setting, in force from a day on (to a day, inclusive, once a later row follows)."""

    __tablename__ = "dated_setting"

    id: Mapped[Key]
    key: Mapped[Word]
    value: Mapped[Any] = mapped_column(JSON)
    basis: Mapped[Prose]
    in_force_from: Mapped[date]
    in_force_to: Mapped[date | None]
    checked_by: Mapped[Line] = mapped_column(default="")
    checked_on: Mapped[date | None]

    __table_args__ = (UniqueConstraint("key", "in_force_from"),)

    @property
    def is_first(self) -> bool:
        """The value the site began with."""
        return self.in_force_from == BEGINNING

    @property
    def basis_words(self) -> str:
        """In the reader's language while it is what the site began with; later ones as somebody wrote them."""
        return str(_definitions[self.key].basis) if self.is_first else self.basis


_definitions: dict[str, Definition] = {}


def define(
    key: str,
    *,
    label: object,
    initial: Any,
    basis: object,
    kind: str = "text",
    unit: object = "",
    help: object = "",  # noqa: A002
    choices: Mapping[str, object] | None = None,
) -> Definition:
    """Define a setting (kinds: text, number, numbers, lines, choice). Features do this when imported."""
    definition = Definition(
        key=key, label=label, kind=kind, initial=initial, basis=basis, unit=unit, help=help, choices=choices or {}
    )  # fmt: skip
    _definitions[key] = definition
    return definition


_groups: dict[str, object] = {}


def name_group(first_word: str, label: object) -> None:
    """Name the settings whose keys begin with this word; an unnamed group shows the word."""
    _groups[first_word] = label


def group_words() -> dict[str, object]:
    return dict(_groups)


def definitions() -> Sequence[Definition]:
    return [_definitions[key] for key in sorted(_definitions)]


def definition(key: str) -> Definition:
    return _definitions[key]


def value(key: str, *, on: date | None = None) -> Any:
    """The value in force on a day (today), from one read of all rows per transaction."""
    day = on or clock.today()
    for row in _rows().get(key, ()):
        if row[1] <= day and (row[2] is None or day <= row[2]):
            return json.loads(row[0])
    return _definitions[key].initial


def _rows() -> dict[str, list[tuple[str, date, date | None]]]:
    """All rows, their values still as JSON: a page asks for a dozen of hundreds."""
    known: dict[str, list[tuple[str, date, date | None]]] | None = session.info.get("dated")
    if known is None:
        known = {}
        value_as_text = cast(DatedSetting.value, Text).label("value")
        for row in session.execute(
            select(DatedSetting.key, value_as_text, DatedSetting.in_force_from, DatedSetting.in_force_to)
        ):
            known.setdefault(row.key, []).append((row.value, row.in_force_from, row.in_force_to))
        session.info["dated"] = known
    return known


def row_in_force(key: str, *, on: date | None = None) -> DatedSetting | None:
    """The row in force on a day (today), for its basis and who checked it when."""
    day = on or clock.today()
    rows = select(DatedSetting).where(DatedSetting.key == key, DatedSetting.in_force_from <= day)
    return session.scalars(rows.order_by(DatedSetting.in_force_from.desc()).limit(1)).first()


def history(key: str) -> list[DatedSetting]:
    """All values of a setting, newest first."""
    return list(
        session.scalars(
            select(DatedSetting).where(DatedSetting.key == key).order_by(DatedSetting.in_force_from.desc())
        )
    )


def change(
    key: str,
    *,
    value: Any,
    basis: str,
    in_force_from: date,
    checked_by: str,
    checked_on: date | None,
    actor: Actor,
) -> DatedSetting:
    """Add a value from a day on. The past is not rewritten: the day must be after the newest row's."""
    newest = next(iter(history(key)), None)
    if newest is not None and in_force_from <= newest.in_force_from:
        raise Refused(
            _("新值须从%(day)s之后起用，已经生效的不能改写。", day=day_words(newest.in_force_from)),
            field="in_force_from",
        )
    if newest is not None:
        newest.in_force_to = in_force_from - timedelta(days=1)
    row = DatedSetting(
        key=key,
        value=value,
        basis=basis,
        in_force_from=in_force_from,
        checked_by=checked_by,
        checked_on=checked_on,
    )
    session.add(row)
    session.info.pop("dated", None)
    audit.record(
        "change_setting",
        row,
        actor=actor,
        reason=basis,
        key=key,
        changes=[(key, newest.value if newest else None, value)],
    )
    return row


def plant() -> int:
    """Make the first row of every defined setting that has none; returns how many. Run after migrations."""
    known = set(session.scalars(select(DatedSetting.key).distinct()))
    planted = sum(plant_more() for plant_more in _planters)
    missing = [d for d in definitions() if d.key not in known]
    session.add_all(
        DatedSetting(key=d.key, value=d.initial, basis=str(d.basis), in_force_from=BEGINNING) for d in missing
    )
    return len(missing) + planted


_planters: list[Callable[[], int]] = []


def also_plant(planter: Callable[[], int]) -> None:
    """Let something else be planted at the same moment (kernel.proposals)."""
    if planter not in _planters:
        _planters.append(planter)


def parse(definition: Definition, typed: str) -> Any:
    """What an administrator typed, as the setting's kind; ValueError carries the sentence."""
    readers: dict[str, Callable[[str], Any]] = {
        "text": str.strip,
        "number": _number,
        "numbers": _numbers,
        "lines": _lines,
        "choice": lambda text: _choice(definition, text),
    }
    return readers[definition.kind](typed)


def typed(definition: Definition, value: Any) -> str:
    """A value as it is typed."""
    if definition.kind == "choice":
        return str(definition.choices.get(str(value), value))
    return "\n".join(str(v) for v in value) if definition.kind in ("lines", "numbers") else str(value)


HIGHEST = 100_000
"""No count of days, files or tries comes near; a slip of the finger does."""


def _number(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= HIGHEST):
        raise ValueError(_("请填一个0到%(highest)d之间的整数", highest=HIGHEST))
    return int(text)


def _numbers(text: str) -> list[int]:
    return [_number(line) for line in _lines(text)]


def _choice(definition: Definition, text: str) -> str:
    """By its word in the reader's language."""
    for code, word in definition.choices.items():
        if text.strip() in (code, str(word)):
            return code
    words = _("、").join(str(word) for word in definition.choices.values())
    raise ValueError(_("只能填其中一个：%(words)s", words=words))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
