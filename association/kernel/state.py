"""A state is an enum member that carries its word, its tone and its icon, so that no template maps them."""

from enum import Enum
from typing import Any, Literal, TypeVar

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

Tone = Literal["jade", "ochre", "cinnabar", "indigo", "soft"]


class State(Enum):
    """Members are written `VERIFIED = "verified", _l("已核验"), "jade", "check-circle-fill"`; the first is stored."""

    label: object
    tone: Tone
    icon: str

    def __new__(cls, value: Any, label: object = "", tone: Tone = "soft", icon: str = "circle") -> "State":
        member = object.__new__(cls)
        member._value_ = value
        member.label = label or value
        member.tone = tone
        member.icon = icon
        return member

    def __str__(self) -> str:
        return str(self.label)


S = TypeVar("S", bound=Enum)


class Stored(TypeDecorator[S]):
    """An enum kept as its value, so that renaming a member or reordering them changes no row."""

    impl = String(32)
    cache_ok = True

    def __init__(self, kind: type[S]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else str(self.kind(value).value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> S | None:  # noqa: ARG002
        return None if value is None else self.kind(value)
