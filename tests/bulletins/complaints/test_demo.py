"""The demo's scene goes through the real actions."""

from contextlib import contextmanager

from association.kernel.db import session
from association.kernel.transactions import writing
from bulletins.complaints.models import Complaint, ComplaintState
from demo import complaints
from tests import cast

S = ComplaintState


def test_the_demo_tells_of_one_closed_one_looked_into_and_one_new(app):
    people = {role: cast.actor(cast.somebody(role)) for role in ("intake", "investigator")}

    @contextmanager
    def scene(*_when):
        with writing():
            yield

    complaints.tell(scene, people.__getitem__)
    assert [c.state for c in session.query(Complaint).order_by(Complaint.id)] == [
        S.CLOSED,
        S.CHECKING,
        S.RECEIVED,
    ]
