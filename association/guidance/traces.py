"""What in a public answer would tell who asked: names of the asker, of its works and accounts, and numbers that belong to persons.

The gate is simple on purpose: it finds what is written as it is known here. Three people read the text besides.
"""

import re
from dataclasses import dataclass
from typing import Any

from association.guidance.models import PublicAnswer, Question
from association.kernel.search.analysis import plain
from association.kernel.words import _, _l
from association.organisations import queries as organisations

NUMBERS = (
    (_l("身份证号码或其他18位代码"), re.compile(r"(?<![0-9A-Za-z])[0-9][0-9A-Za-z]{16}[0-9A-Za-z](?![0-9A-Za-z])")),
    (_l("手机号码"), re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")),
    (_l("电话号码"), re.compile(r"(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)")),
    (_l("银行卡号"), re.compile(r"(?<!\d)\d{16,19}(?!\d)")),
    (_l("邮箱"), re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)),
)  # fmt: skip
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
        found += [
            Trace(part, str(kind), match.group())
            for kind, pattern in NUMBERS
            for match in pattern.finditer(text)
        ]
    return found


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
