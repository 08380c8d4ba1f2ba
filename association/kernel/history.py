"""The history panel: the audit trail of a page's subject, in words.

Costs two statements, however long the history: the entries with who did them, and the values behind commitments.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from association.kernel import audit, workflow
from association.kernel.db import Model, session
from association.kernel.words import _, retold

LIMIT = 200

_words: dict[str, object] = {}
_names: Callable[[Sequence[int]], Mapping[int, str]] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the panel. `changes` are (label, before, after); `facts` are (label, value) of personal values still kept."""

    at: datetime
    actor_name: str
    capacity: str
    sentence: str
    reason: str
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)


def describe(**words: object) -> None:
    """Words of deeds outside any workflow: `describe(prepare=_l("填报申请"))`."""
    _words.update(words)


def word_of(subject_kind: str, deed: str) -> str:
    """What a deed is called: its button's word, or what a feature described; the bare deed as a last resort."""
    row = workflow.workflow_of_deed(subject_kind, deed)
    return str(row.label if row else _words.get(deed, deed))


def known_deeds() -> list[tuple[str, str]]:
    """Every deed's code and word, for filters."""
    found = {deed: str(word) for deed, word in _words.items()}
    for life in workflow.workflows().values():
        found |= {step.deed: str(step.label) for step in life.steps}
    return sorted(found.items(), key=lambda pair: pair[1])


def names_from(source: Callable[[Sequence[int]], Mapping[int, str]]) -> None:
    """Accounts tell how an account is called in the trail."""
    global _names
    _names = source


def panel(
    *subjects: Model, labels: Mapping[str, object] | None = None, reveal: bool = False, limit: int = LIMIT
) -> list[Line]:
    """The trail of these subjects together, newest first. `labels` names changed fields; `reveal` shows personal values to whom
    the caller's policy lets see them."""
    entries = list(session.scalars(audit.history_of(*subjects).limit(limit)))
    who = _names(sorted({e.account_id for e in entries if e.account_id})) if _names else {}
    commitments = [c for e in entries for c in e.details.get("personal", {}).values()] if reveal else []
    values = audit.revealed(commitments) if commitments else {}
    return [_line(entry, who, labels or {}, values) for entry in entries]


def who_did(entry: audit.AuditEntry, names: Mapping[int, str]) -> str:
    """What the actor is called: an account by its name, "" once that is gone; else the site itself, or somebody who was not asked who
    they are."""
    if entry.account_id is not None:
        return names.get(entry.account_id, "")
    return _("系统") if entry.capacity == "system" else _("未登录的人")


def _line(
    entry: audit.AuditEntry, who: Mapping[int, str], labels: Mapping[str, object], values: Mapping[str, str]
) -> Line:
    details: dict[str, Any] = entry.details
    return Line(
        at=entry.at,
        actor_name=who_did(entry, who) or _("已注销的账户"),
        capacity=retold(entry.capacity) if entry.capacity != "system" else "",
        sentence=word_of(entry.subject_kind, entry.deed),
        reason=details.get("reason", ""),
        changes=[
            (str(labels.get(f, f)), _words_of(old), _words_of(new))
            for f, old, new in details.get("changes", [])
        ],
        facts=[
            (str(labels.get(f, f)), values[commitment])
            for f, commitment in details.get("personal", {}).items()
            if commitment in values
        ],
    )


def _words_of(value: Any) -> str:
    if isinstance(value, list):
        return _("、").join(str(v) for v in value)
    return "" if value is None else retold(str(value))
