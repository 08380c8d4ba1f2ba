"""Who may do what with ties. That nobody handles their own, or another's to the thing they are tied to themselves, is a wall's doing."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.walls import Thing
from association.kernel.words import _l
from association.ties.models import Lift, Tie


class P(Permission):
    COUNT = _l("查看解除回避的次数和种类")
    DECLARE = _l("声明自己的利害关系")
    SEE = _l("查看一个人的利害关系和回避")
    LIST = _l("查看全部利害关系")
    KEEP = _l("登记和认定利害关系，提议解除回避")
    CONFIRM = _l("作为第二人确认撤销利害关系、解除回避")


def works_for_the_association(actor: Actor, _subject: Any) -> bool:
    """Anybody with a role: staff, experts."""
    return bool(actor.roles)


def is_about_them(actor: Actor, subject: Any) -> bool:
    """Whom it is about."""
    return (
        isinstance(subject, Tie | Lift)
        and actor.person_id is not None
        and subject.person_id == actor.person_id
    )


def _concerns(row: Tie | Lift) -> list[Thing]:
    return [("person", row.person_id), *([row.thing] if row.thing else [])]


def _among(model: type[Tie] | type[Lift]) -> walls.Among:
    about_people = walls.by_column("person", model.person_id)

    def among(things: Collection[Thing]) -> ColumnElement[bool]:
        by_kind: dict[str, list[int]] = {}
        for kind, id_ in things:
            by_kind.setdefault(kind, []).append(id_)
        sides = [
            and_(model.to_kind == kind, model.to_id.is_not(None), model.to_id.in_(ids))
            for kind, ids in by_kind.items()
        ]
        return or_(about_people(things), *sides)

    return among


walls.concerns(Tie, of=_concerns, among=_among(Tie))
walls.concerns(Lift, of=_concerns, among=_among(Lift))
grant(P.COUNT, anyone)
grant(P.DECLARE, works_for_the_association)
grant(P.SEE, is_about_them, has_role("experts", "legal", "issuer", "auditor"))
grant(P.LIST, has_role("experts", "legal", "issuer", "auditor"))
grant(P.KEEP, has_role("experts"))
grant(P.CONFIRM, has_role("legal", "issuer"))
