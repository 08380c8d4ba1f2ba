"""What may be uploaded to what: each kind of subject says so once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from association.kernel.attachments.limits import FileLimits
from association.kernel.db import Model
from association.kernel.file_types import FileType
from association.kernel.files import Kept
from association.kernel.policy import Actor
from association.kernel.uploads.models import Upload

Purpose = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """An upload that was put together and looked at; its bytes are in the store."""

    upload: Upload
    subject: Any
    kept: Kept
    file_type: FileType
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """`purpose` reads what the browser says the file is for, or raises Refused; `check` asks the policy and the domain
    before a byte comes; `take` asks them again and makes the row it was meant for, in the worker's transaction (Refused before it has
    changed anything)."""

    model: type[Model]
    purpose: Callable[[Mapping[str, str]], dict[str, Any]]
    limits: Callable[[Purpose], FileLimits]
    check: Callable[[Any, Purpose, Actor], None]
    take: Callable[[Whole], None]


_takers: dict[str, Taker] = {}


def taken_by(subject_kind: str, taker: Taker) -> None:
    """Features do this in `init_app`; the kind is the subject's table name."""
    _takers[subject_kind] = taker


def taker_of(subject_kind: str) -> Taker | None:
    return _takers.get(subject_kind)
