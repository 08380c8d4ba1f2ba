"""The demo's rosters, taken at the ends of their periods, and two ceremonies: the first batch, confirmed and printed, and one being put together."""

from association.kernel import clock
from association.kernel.db import session
from association.pledges.models import Pledge, Signature, SignatureState
from association.rosters import actions, clockwork
from association.rosters.models import Ceremony
from association.rules.models import Document
from demo.consulting import Scene, Who
from demo.pledges import TITLE

DAYS = (270, 180, 90, 1)
"""Days ago on which the clock has looked; each time it takes what is due since the last."""


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    with scene(295, 2):
        actions.plan(
            _pledge(), batch="第一批", held_on=clock.today(), place="示例会议中心", actor=who("registrar")
        )
    with scene(287, 2):
        actions.print_list(_ceremony(1), actor=who("registrar"))
    for day in DAYS:
        with scene(day, 6):
            clockwork.take_due()
    with scene(2, 2):
        actions.plan(
            _pledge(), batch="第二批", held_on=clock.today(), place="示例会议中心", actor=who("registrar")
        )
    with scene(2, 4):
        waiting = session.query(Signature.id).filter_by(pledge_id=_pledge().id, state=SignatureState.SIGNED)
        actions.choose(_ceremony(2), ids=[id_ for (id_,) in waiting], actor=who("registrar"))


def _pledge() -> Pledge:
    return session.query(Pledge).join(Pledge.document).filter(Document.title == TITLE).one()


def _ceremony(number: int) -> Ceremony:
    return session.query(Ceremony).filter_by(pledge_id=_pledge().id, number=number).one()
