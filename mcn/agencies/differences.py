"""What differs between two states of a section, in words; and what a field's value is in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from association.kernel.personal import mask_name, mask_phone
from association.kernel.words import _
from mcn.agencies import sections
from mcn.agencies.sections import Facts, Field, Section

Line = tuple[object, str, str]
"""Label, before, after."""
SHOWN = 200
"""Rows of a long list that a page shows; the counts tell of all."""
_HIDDEN = "****"


@dataclass(frozen=True, slots=True)
class RowChange:
    title: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one section. A form has `lines`; a list has rows that are new, gone or changed."""

    section: Section
    lines: list[Line] = field(default_factory=list)
    new: list[RowChange] = field(default_factory=list)
    gone: list[RowChange] = field(default_factory=list)
    changed: list[RowChange] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.new or self.gone or self.changed)


def words(asked: Field, value: Any, *, reveal: bool = True) -> str:
    """A value as people read it; what is personal is masked unless it may be seen."""
    if value in (None, "", []):
        return ""
    if asked.is_personal and not reveal:
        return _masked(asked, str(value))
    if asked.kind == "yesno":
        return _("是") if value == sections.YES else _("否")
    if asked.kind in ("choice", "choices"):
        known = {pair: str(label) for pair, label in asked.pairs()}
        return _("、").join(known.get(v, str(v)) for v in (value if isinstance(value, list) else [value]))
    return str(value)


def _masked(asked: Field, value: str) -> str:
    if asked.kind == "phone":
        return mask_phone(value)
    return mask_name(value) if asked.name.endswith("name") else _HIDDEN


def title_of(section: Section, row: Facts, *, reveal: bool = True) -> str:
    """What a row is called: its first words."""
    first = [words(f, row.get(f.name), reveal=reveal) for f in section.fields[:2]]
    return "　".join(word for word in first if word) or str(section.row)


def between(
    section: Section, before: Facts | None, after: Facts | None, *, reveal: bool = True
) -> Difference:
    """What is new, gone or changed from one state to the other."""
    if not section.is_list:
        return Difference(section, lines=_lines(section, before or {}, after or {}, reveal=reveal))
    old = {row["id"]: row for row in sections.rows_of(before)}
    now = {row["id"]: row for row in sections.rows_of(after)}
    changed = [
        RowChange(title_of(section, now[id_], reveal=reveal), lines)
        for id_ in now
        if id_ in old and (lines := _lines(section, old[id_], now[id_], reveal=reveal))
    ]
    return Difference(
        section,
        new=[RowChange(title_of(section, now[i], reveal=reveal)) for i in now if i not in old],
        gone=[RowChange(title_of(section, old[i], reveal=reveal)) for i in old if i not in now],
        changed=changed,
    )


def _lines(section: Section, before: Facts, after: Facts, *, reveal: bool) -> list[Line]:
    return [
        (f.label, words(f, before.get(f.name), reveal=reveal), words(f, after.get(f.name), reveal=reveal))
        for f in section.fields
        if (before.get(f.name) or None) != (after.get(f.name) or None)
    ]


def of_many(
    before: Mapping[str, Facts], after: Mapping[str, Facts], names: Sequence[str], *, reveal: bool = True
) -> list[Difference]:
    """Of several sections, in the order of the file; those without a difference are left out."""
    found = [
        between(s, before.get(s.name), after.get(s.name), reveal=reveal)
        for s in sections.SECTIONS
        if s.name in names
    ]
    return [difference for difference in found if not difference.is_empty]


def fields_changed(section: Section, before: Facts, after: Facts) -> set[str]:
    """What `asked` may name of this section and is not as it was: the section, and its fields."""
    if section.is_list:
        return {section.name} if before.get("rows", []) != after.get("rows", []) else set()
    changed = {f.name for f in section.fields if (before.get(f.name) or None) != (after.get(f.name) or None)}
    return {f"{section.name}{sections.SEP}{name}" for name in changed}


def missing(section: Section, facts: Facts | None) -> list[object]:
    """What must still be filled in, in words; empty when the section is whole."""
    if not facts:
        return [_("还没有填写")]
    if not section.is_list:
        return [_("还没有填：%(what)s", what=f.label) for f in section.fields if _lacks(f, facts)]
    rows = sections.rows_of(facts)
    if not rows:
        said = bool(facts.get("none")) and section.may_be_empty
        return [] if said else [_("还没有填写")]
    faulty = [row for row in rows if any(_lacks(f, row) for f in section.fields)]
    return [_("有%(n)d行没有填完", n=len(faulty))] if faulty else []


def _lacks(asked: Field, facts: Facts) -> bool:
    return asked.is_needed and facts.get(asked.name) in (None, "", [])
