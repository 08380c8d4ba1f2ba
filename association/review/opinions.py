"""An expert's opinion as a paper: eight gates, findings, merits, what became of earlier points. It lies sealed with the panel, under a key of its own.

`Paper.read` and `Paper.facts` are the two directions; what is unknown or out of shape is left out, so that a paper of an older day still opens.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from association.kernel.words import _
from association.review.models.words import Gate, Mark, Outcome, Severity

_TIMECODE = re.compile(r"(?:(\d{1,2})[:：])?(\d{1,3})[:：]([0-5]\d)")


def seconds_of(typed: str) -> int | None:
    """`3:10`, `1:03:10` as seconds; None for anything else."""
    found = _TIMECODE.fullmatch(typed.strip())
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (hours * 60 + minutes) * 60 + seconds


def timecode(second: int) -> str:
    """00:03:10."""
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


@dataclass(slots=True, kw_only=True)
class Noted:
    """A finding while it is written: dropped by key it has only its place. `file` and `edition` are ids, `where` names the file in words."""

    id: str = field(default_factory=lambda: secrets.token_hex(4))
    gate: str = ""
    severity: str = ""
    file: int | None = None
    where: str = ""
    at: int | None = None
    page: int | None = None
    fact: str = ""
    cause: str = ""
    proposal: str = ""
    edition: int | None = None
    path: str = ""
    clause: str = ""

    @property
    def is_whole(self) -> bool:
        """Nothing is missing for handing it in."""
        return all((self.gate, self.severity, self.fact, self.cause, self.proposal))

    @property
    def place(self) -> str:
        """“第2集 00:03:10”, “剧本.pdf 第12页”; “全片” where it is everywhere."""
        parts = [self.where]
        if self.at is not None:
            parts.append(timecode(self.at))
        if self.page is not None:
            parts.append(_("第%(n)d页", n=self.page))
        return " ".join(part for part in parts if part) or _("全片")

    @property
    def gate_label(self) -> object:
        return Gate(self.gate).label if self.gate else ""

    @property
    def severity_of(self) -> Severity | None:
        return Severity(self.severity) if self.severity else None


_NAMES = {f.name for f in fields(Noted)}


@dataclass(slots=True, kw_only=True)
class Paper:
    """`gates`: word of a gate → (word of a mark, note); `checks`: id of an earlier point → word of an outcome."""

    gates: dict[str, tuple[str, str]] = field(default_factory=dict)
    merits: str = ""
    findings: list[Noted] = field(default_factory=list)
    checks: dict[int, str] = field(default_factory=dict)

    @classmethod
    def read(cls, facts: Mapping[str, Any] | None) -> "Paper":
        facts = facts or {}
        gates, marks, outcomes = ({m.value for m in kind} for kind in (Gate, Mark, Outcome))
        return cls(
            gates={g: (m, n) for g, (m, n) in facts.get("gates", {}).items() if g in gates and m in marks | {""}},
            merits=facts.get("merits", ""),
            findings=[Noted(**{k: v for k, v in row.items() if k in _NAMES}) for row in facts.get("findings", [])],
            checks={int(id_): o for id_, o in facts.get("checks", {}).items() if o in outcomes},
        )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        return {
            "gates": {gate: list(said) for gate, said in self.gates.items()}, "merits": self.merits,
            "findings": [asdict(noted) for noted in self.findings], "checks": {str(id_): o for id_, o in self.checks.items()},
        }  # fmt: skip

    def mark_at(self, gate: Gate) -> Mark | None:
        mark = self.gates.get(gate.value, ("", ""))[0]
        return Mark(mark) if mark else None

    def note_at(self, gate: Gate) -> str:
        return self.gates.get(gate.value, ("", ""))[1]

    def noted(self, id_: str) -> Noted | None:
        return next((n for n in self.findings if n.id == id_), None)

    def missing(self, points: Iterable[int]) -> str | None:
        """What is still wanted before it is handed in, as a sentence."""
        silent = [str(gate.label) for gate in Gate if self.mark_at(gate) is None]
        if silent:
            return _("还有关口没有选：%(gates)s。", gates="、".join(silent))
        if half := sum(not noted.is_whole for noted in self.findings):
            return _("还有%(n)d个问题没有写全（关口、程度、问题、原因、建议）。", n=half)
        found = {noted.gate for noted in self.findings}
        bare = [
            str(g.label) for g in Gate
            if self.mark_at(g) is Mark.CONCERN and g.value not in found and not self.note_at(g)
        ]  # fmt: skip
        if bare:
            return _("选了“有问题”的关口，请登记问题，或者写明说明：%(gates)s。", gates="、".join(bare))
        if not set(points) <= set(self.checks):
            return _("请逐条写明上一轮的问题有没有解决。")
        return None
