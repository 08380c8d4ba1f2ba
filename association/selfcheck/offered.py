"""Questionnaires that come with the platform: texts of ours that features and packages above lay ready, and that staff go on from.

A file is TOML: `slug`, `title`, `kind`, `note`, and `[[group]]`s with a `heading` and `[[group.question]]`s, whose fields are those of
`models.CheckQuestion`. `[basis.<name>]` says a document once; a question names it by `basis`.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from association.organisations.models import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One questionnaire as it is laid ready; `questions` are columns of `CheckQuestion`, in order."""

    slug: str
    title: str
    kind: Kind
    note: str
    questions: Sequence[Mapping[str, Any]]


_paths: list[Path] = []


def offer(path: Path) -> None:
    """Lay a file ready. Packages do this in their `init_app`."""
    if path not in _paths:
        _paths.append(path)


def all_offered() -> list[Offered]:
    return [_read(path) for path in _paths]


def _read(path: Path) -> Offered:
    whole = tomllib.loads(path.read_text(encoding="utf-8"))
    bases: dict[str, dict[str, Any]] = whole["basis"]
    questions = [
        {"group": group["heading"], **question, **_basis(bases, question["basis"])}
        for group in whole["group"]
        for question in group["question"]
    ]
    return Offered(
        slug=whole["slug"], title=whole["title"], kind=Kind(whole["kind"]), note=whole["note"], questions=questions
    )  # fmt: skip


def _basis(bases: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Any]:
    said = bases[name]
    issued: date | None = said.get("issued_on")
    return {
        "basis": said["title"], "number": said.get("number", ""), "issued_on": issued, "is_draft": said.get("is_draft", False),
    }  # fmt: skip
