"""What somebody can be tied to. A feature names its kind once: how it is found by what is typed, and what it is called."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from association.accounts import queries as accounts
from association.kernel.db import session
from association.kernel.walls import Thing
from association.kernel.words import _l
from association.organisations import queries as organisations
from association.organisations import uscc
from association.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingKind:
    """`find` reads what was typed (`typed_as` says what), None when there is no such thing; `names` costs one statement."""

    word: str
    label: object
    typed_as: object
    find: Callable[[str], int | None]
    names: Callable[[Collection[int]], Mapping[int, str]]


_kinds: dict[str, ThingKind] = {}


def name_kind(kind: ThingKind) -> None:
    _kinds[kind.word] = kind


def kinds() -> Mapping[str, ThingKind]:
    return dict(_kinds)


def named(things: Iterable[Thing]) -> dict[Thing, str]:
    """What these are called, for who may know of the tie; one statement per kind."""
    by_kind: dict[str, set[int]] = {}
    for kind, id_ in things:
        if kind in _kinds:
            by_kind.setdefault(kind, set()).add(id_)
    return {
        (kind, id_): name for kind, ids in by_kind.items() for id_, name in _kinds[kind].names(ids).items()
    }


def _organisation(typed: str) -> int | None:
    found = organisations.living(uscc.tidy(typed))
    return found.id if found else None


def _person(typed: str) -> int | None:
    account = accounts.by_email(typed)
    return account.person_id if account else None


def _names_of_people(ids: Collection[int]) -> Mapping[int, str]:
    return {
        row.id: row.name for row in session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    }


name_kind(
    ThingKind(
        word="organisation", label=_l("单位"), typed_as=_l("统一社会信用代码"), find=_organisation,
        names=lambda ids: {id_: o.name for id_, o in organisations.named(list(ids)).items()},
    )
)  # fmt: skip
name_kind(
    ThingKind(
        word="person", label=_l("个人"), typed_as=_l("账户的邮箱"), find=_person, names=_names_of_people
    )
)
