"""What in a public answer would tell who asked: names of the asker, of its works and accounts, and numbers that belong to persons.

The gate is simple on purpose: it finds what is written as it is known here. Three people read the text besides.
"""

import re
from dataclasses import dataclass
from typing import Any

from association.guidance.models import PublicAnswer, Question
from association.kernel import exposure
from association.kernel.search.analysis import plain
from association.kernel.words import _
from association.organisations import queries as organisations

CODE = re.compile(r"(?<![0-9A-Za-z])[0-9][0-9A-Za-z]{16}[0-9A-Za-z](?![0-9A-Za-z])")
"""An identity code, of a person or of an organisation."""
PARTS = ("title", "asks", "answers", "basis_note")
SHORTEST = 2
"""Characters of a name that is looked for; a single one stands in every text."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A word in one part of the text (the form's field), and what kind of word it is."""

    part: str
    kind: str
    word: str


def found_in(texts: dict[str, Any], question: Question | None) -> list[Trace]:
    """Every trace in these parts, the names first."""
    known = _names(question) if question is not None else []
    found = []
    for part in PARTS:
        text = str(texts.get(part) or "")
        flat = _flat(text)
        found += [Trace(part, _("提问方、作品或账号的名称"), name) for name in known if _flat(name) in flat]
        found += _numbers(part, text)
    return found


def _numbers(part: str, text: str) -> list[Trace]:
    found = exposure.numbers_in(text)
    codes = [
        match.group()
        for match in CODE.finditer(text)
        if all(one.end <= match.start() or match.end() <= one.start for one in found)
    ]
    traces = [Trace(part, str(one.kind.label), one.words) for one in found]
    return traces + [Trace(part, _("18位代码"), code) for code in codes]


def still_there(answer: PublicAnswer) -> object | None:
    """The sentence that stops a review. It names no word: who reviews may not know who asked."""
    found = found_in({part: getattr(answer, part) for part in PARTS}, answer.question)
    if not found:
        return None
    kinds = _("、").join(dict.fromkeys(trace.kind for trace in found))
    return _("文中还有会让人看出是谁提问的内容（%(kinds)s），请退回改写。", kinds=kinds)


def _names(question: Question) -> list[str]:
    names = [question.asker.name, *question.works, *question.accounts]
    organisation = question.organisation
    if organisation is not None:
        names += [
            organisation.name,
            organisation.short_name,
            organisation.uscc,
            organisation.legal_representative,
        ]
        names += [former.name for former in organisation.former_names]
        names += [officer.name for officer in organisations.officers_of(organisation)]
    tidy = dict.fromkeys(name.strip("《》 ") for name in names)
    return [name for name in tidy if len(name) >= SHORTEST]


def _flat(text: str) -> str:
    return "".join(plain(text).split())
