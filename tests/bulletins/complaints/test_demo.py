"""The demo's scene goes through the real actions."""

from contextlib import contextmanager

from association.kernel.db import session
from association.kernel.transactions import writing
from bulletins.complaints.models import Complaint, ComplaintState, ComplaintTransfer, TransferState
from demo import complaints
from tests import cast

S = ComplaintState


def test_the_demo_tells_of_every_way_a_complaint_goes(app):
    people = {role: cast.actor(cast.somebody(role)) for role in ("intake", "investigator")}

    @contextmanager
    def scene(*_when):
        with writing():
            yield

    complaints.tell(scene, people.__getitem__)
    found = session.query(Complaint).order_by(Complaint.id).all()
    assert [c.state for c in found] == [S.CLOSED, S.CHECKING, S.JOINED, S.ACCEPTED, S.RECEIVED]
    assert [len(c.evidence) for c in found] == [1, 1, 0, 0, 0]
    assert session.query(ComplaintTransfer).one().state is TransferState.SENT
