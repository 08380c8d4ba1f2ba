"""Who may read a file is the business of what it belongs to: each kind of subject says so once, and is asked
every time."""

from collections.abc import Callable

from association.kernel.attachments.models import Attachment
from association.kernel.db import Model, session
from association.kernel.policy import Actor, Permission, can

MayRead = Callable[[Actor, Attachment], bool]
_owners: dict[str, MayRead] = {}


def owned_by(subject_kind: str, may_read: MayRead) -> None:
    """Say who may read files of this kind of subject (its table's name). Features do this in `init_app`."""
    _owners[subject_kind] = may_read


def who_may(model: type[Model], permission: Permission) -> MayRead:
    """Whoever has the permission for the subject itself: `owned_by("permit", who_may(Permit,
    P.READ_PERMIT))`."""

    def may_read(actor: Actor, attachment: Attachment) -> bool:
        subject = session.get(model, attachment.subject_id)
        return subject is not None and can(actor, permission, subject)

    return may_read


def readable(attachment: Attachment, actor: Actor) -> bool:
    """Whether this actor may read it; nobody may when nobody has said who."""
    may_read = _owners.get(attachment.subject_kind)
    return may_read is not None and may_read(actor, attachment)
