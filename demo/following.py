"""What the demo's people follow: an organisation through its clerk, a signer for herself, a colleague of the secretariat."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import select

from association.following import actions
from association.following.models import Pace
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations.models import Organisation
from association.rules.models import Document

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]


def tell(scene: Scene, who: Who) -> None:
    """Begun lately, so that the first letters are few."""
    with scene(12, 3):
        clerk = who("clerk@aurora.example")
        aurora = session.scalars(
            select(Organisation).where(Organisation.id.in_(clerk.ids("organisation", "clerk")))
        ).one()
        for key, pace in (("kind:warning", Pace.AT_ONCE), ("kind:consultation", Pace.WEEKLY)):
            actions.follow(key, pace=pace, actor=clerk, organisation=aurora)
    with scene(12, 4):
        document = session.scalars(select(Document).order_by(Document.id)).first()
        if document is None:
            raise LookupError("the demo's rule")
        signer = who("signer@aurora.example")
        actions.follow(f"document:{document.id}", pace=Pace.AT_ONCE, actor=signer)
        actions.follow("topic:推广与投流", pace=Pace.DAILY, actor=signer)
    with scene(11, 3):
        actions.follow("kind:notice", pace=Pace.WEEKLY, actor=who("registrar"))
