"""Who may do what: one enum of permissions per feature, one `can`, closed by default.

A feature writes its permissions as an enum whose values are sentences, and grants each with a predicate::

    class P(Permission):
        VERIFY = _l("核验单位资料")

    grant(P.VERIFY, has_role("registrar"))
    grant(P.EDIT, acts_for)            # any predicate (actor, subject) -> bool

What is granted to nobody is allowed to nobody. The same `can` serves pages, lists, search, exports, letters and files.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from association.kernel.errors import Forbidden
from association.kernel.walls import Thing, is_behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a person is to one thing, for a time: `Relation("signer", "organisation", 12)`."""

    word: str
    kind: str
    id: int
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks. A visitor is an actor with nothing, not a special case.

    `roles` are the staff, expert and trainee roles in force today; `relations` what the person is to organisations and other
    things today. `capacity` names, in Chinese, the one in which the page says they act and which the trail records (`words.retold` for readers).
    """

    account_id: int | None = None
    person_id: int | None = None
    name: str = ""
    roles: frozenset[str] = frozenset()
    relations: tuple[Relation, ...] = ()
    capacity: str = ""
    capacities: tuple[tuple[str, str], ...] = ()
    """What could be chosen instead: (key, words)."""
    walls: frozenset[Thing] = frozenset()
    """Things they have a tie to today and must keep away from in whatever role (kernel.walls)."""
    is_system: bool = False

    @property
    def is_visitor(self) -> bool:
        return self.account_id is None and not self.is_system

    def is_to(self, word: str, kind: str, id_: int) -> bool:
        """Whether the actor is `word` (signer, clerk, …) to this very thing."""
        return any(r.word == word and r.kind == kind and r.id == id_ for r in self.relations)

    def ids(self, kind: str, *words: str) -> list[int]:
        """Ids of the things of this kind to which the actor is any of the words (all words if none is named)."""
        return sorted({r.id for r in self.relations if r.kind == kind and (not words or r.word in words)})


VISITOR = Actor()
# The worker and commands: passes no permission check by itself; actions called by the clock take it as their actor.
SYSTEM = Actor(name="系统", capacity="system", is_system=True)


class Permission(Enum):
    """Base of each feature's permissions; the value is the sentence people read in docs/permissions.md."""

    @property
    def code(self) -> str:
        """`organisations.VERIFY`: the feature's folder and the name."""
        parts = type(self).__module__.split(".")
        return f"{parts[-2]}.{self.name}"

    @property
    def sentence(self) -> str:
        return str(self.value)


Predicate = Callable[[Actor, Any], bool]


@dataclass(slots=True)
class _Grants:
    by_permission: dict[Permission, list[Predicate]] = field(default_factory=dict)


_grants = _Grants()


def grant(permission: Permission, *predicates: Predicate) -> None:
    """Allow `permission` to whoever any of the predicates names."""
    _grants.by_permission.setdefault(permission, []).extend(predicates)


def can(actor: Actor, permission: Permission, subject: Any = None) -> bool:
    """Whether the actor may do this to the subject (None: in general). Behind a wall no role of theirs counts."""
    if actor.walls and is_behind(actor.walls, subject):
        actor = replace(actor, roles=frozenset())
    return any(allows(actor, subject) for allows in _grants.by_permission.get(permission, ()))


def require(actor: Actor, permission: Permission, subject: Any = None) -> None:
    """`can`, or Forbidden."""
    if not can(actor, permission, subject):
        raise Forbidden(permission.sentence)


def anyone(_actor: Actor, _subject: Any) -> bool:
    """Visitors too."""
    return True


def signed_in(actor: Actor, _subject: Any) -> bool:
    """Anybody with an account."""
    return not actor.is_visitor


def has_role(*roles: str) -> Predicate:
    """Anybody who holds one of these roles today."""

    def holds(actor: Actor, _subject: Any) -> bool:
        return not actor.roles.isdisjoint(roles)

    holds.__doc__ = "、".join(roles)
    holds.roles = roles  # type: ignore[attr-defined]
    return holds


def all_permissions() -> Iterable[tuple[Permission, list[Predicate]]]:
    """Every permission of every imported feature, with the predicates that grant it, ordered by code."""
    for enum in sorted(_subclasses(Permission), key=lambda e: e.__module__):
        for permission in enum:
            yield permission, _grants.by_permission.get(permission, [])


@cache
def permission_called(code: str) -> Permission:
    """The permission with this code; KeyError when there is none, so that a template's slip is loud. A page asks dozens of times, of hundreds."""
    return {permission.code: permission for permission, _predicates in all_permissions()}[code]


def _subclasses(base: type[Permission]) -> list[type[Permission]]:
    return [c for sub in base.__subclasses__() for c in [sub, *_subclasses(sub)]]


RelationsOf = Callable[[int, date], Iterable[Relation]]
_relation_sources: list[RelationsOf] = []


def relations_from(source: RelationsOf) -> RelationsOf:
    """A feature tells what a person (id) is to its things on a day: officers of organisations, members of panels, …"""
    if source not in _relation_sources:
        _relation_sources.append(source)
    return source


def relations_of(person_id: int, on: date) -> tuple[Relation, ...]:
    return tuple(r for source in _relation_sources for r in source(person_id, on))


WallsOf = Callable[[int, date], Iterable[Thing]]
_wall_sources: list[WallsOf] = []


def walls_from(source: WallsOf) -> WallsOf:
    """A feature tells which things a person (id) must keep away from on a day."""
    if source not in _wall_sources:
        _wall_sources.append(source)
    return source


def walls_of(person_id: int, on: date) -> frozenset[Thing]:
    """Everybody has a tie to themselves; the rest is what features tell."""
    told = (thing for source in _wall_sources for thing in source(person_id, on))
    return frozenset({("person", person_id), *told})
