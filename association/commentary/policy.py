"""Who may do what with commentary. What is issued everybody reads; what is being written is its writer's and the staff's on duty."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, select

from association.commentary.models import Commentary, CommentaryState, TrackedWork
from association.kernel import walls
from association.kernel.db import session
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.models import Organisation


class P(Permission):
    READ = _l("查看阅评")
    READ_FILE = _l("查看一篇阅评的办理材料")
    LIST = _l("查看全部阅评的办理")
    COMMISSION = _l("约请专家撰写阅评")
    WRITE = _l("撰写阅评")
    SHOW_NAME = _l("决定阅评是否署自己的姓名")
    FIRST = _l("阅评三审之初审")
    SECOND = _l("阅评三审之复审")
    LEGAL = _l("审核阅评中涉及的人和单位")
    THIRD = _l("阅评三审之终审签发")
    WITHDRAW = _l("撤回已发布的阅评")
    READ_TRACKED = _l("查看重点目录")
    TRACK = _l("登记重点目录")


walls.concerns(
    Commentary,
    of=lambda c: [("organisation", c.maker_id)] if c.maker_id is not None else [],
    among=walls.by_column("organisation", Commentary.maker_id),
)


def _makers(tracked: TrackedWork) -> list[walls.Thing]:
    made_by = select(Organisation.id).where(Organisation.name == tracked.maker)
    return [("organisation", id_) for id_ in session.scalars(made_by)]


def _made_by(things: Collection[walls.Thing]) -> ColumnElement[bool]:
    ids = [id_ for kind, id_ in things if kind == "organisation"]
    return TrackedWork.maker.in_(select(Organisation.name).where(Organisation.id.in_(ids)))


# A work may be of a maker the site does not know; of one it does, it is behind that maker's walls.
walls.concerns(TrackedWork, of=_makers, among=_made_by)
STAFF = ("editor", "reviewer", "issuer", "legal", "experts", "auditor")


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, or withdrawn after it was."""
    return isinstance(subject, Commentary) and subject.state in (
        CommentaryState.PUBLISHED,
        CommentaryState.WITHDRAWN,
    )


def is_its_writer(actor: Actor, subject: Any) -> bool:
    """The expert it was asked of, while holding that role."""
    return (
        isinstance(subject, Commentary)
        and subject.writer_id is not None
        and subject.writer_id == actor.account_id
        and "expert" in actor.roles
    )


grant(P.READ, is_public, is_its_writer, has_role(*STAFF))
grant(P.READ_FILE, is_its_writer, has_role(*STAFF))
grant(P.LIST, has_role(*STAFF))
grant(P.COMMISSION, has_role("editor", "experts"))
grant(P.WRITE, is_its_writer, has_role("editor"))
grant(P.SHOW_NAME, is_its_writer)
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.LEGAL, has_role("legal"))
grant(P.THIRD, has_role("issuer"))
grant(P.WITHDRAW, has_role("issuer"))
grant(P.READ_TRACKED, has_role("expert", *STAFF))
grant(P.TRACK, has_role("editor", "experts"))
