"""Who may read what stands. Who may write it the writing feature decides under its own policy."""

from typing import Any

from sqlalchemy import or_

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.standing.models import Standing

STAFF = ("registrar", "legal", "issuer", "investigator", "panel", "appeals", "auditor")


class P(Permission):
    SEE = _l("查看一条记录在案的事实")
    LIST_ALL = _l("查看全部记录在案的事实，包括未公开的")


def is_shown(_actor: Actor, subject: Any) -> bool:
    """In public, of an organisation with a public record or of a person on a recorded basis."""
    return isinstance(subject, Standing) and subject.is_shown


def is_about_them(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation it is about, or the very person."""
    if not isinstance(subject, Standing):
        return False
    if subject.person_id is not None:
        return subject.person_id == actor.person_id
    return subject.organisation_id in actor.ids("organisation", "clerk", "signer")


walls.concerns(
    Standing,
    of=lambda s: [("organisation", s.organisation_id) if s.person_id is None else ("person", s.person_id)],
    among=lambda things: or_(
        walls.by_column("organisation", Standing.organisation_id)(things),
        walls.by_column("person", Standing.person_id)(things),
    ),
)
grant(P.SEE, is_shown, is_about_them, has_role(*STAFF))
grant(P.LIST_ALL, has_role(*STAFF))
