"""The demo's coverage: five organisations declare their figures – one anew, one long ago –, and somebody with a certificate leaves 晨曦."""

from datetime import timedelta

from association.coverage import actions
from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.training.models import Enrolment
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

DECLARED = (
    (200, "platform", 2_100, 0), (190, "borealis", 0, 60), (20, "platform", 2_600, 40), (18, "aurora", 1_800, 0), (12, "miniapp", 900, 0),
    (9, "changqiao", 400, 10),
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    for days_ago, word, videos, rooms in DECLARED:
        with scene(days_ago, 3):
            actions.declare(
                _firm(word), from_on=clock.today() - timedelta(days=1), videos=videos, rooms=rooms, actor=who(f"clerk@{word}.example")
            )  # fmt: skip
    with scene(4, 3):
        actions.depart(_somebody("aurora"), left_on=clock.today(), actor=who("training@aurora.example"))


def _firm(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found


def _somebody(word: str) -> Enrolment:
    rows = session.query(Enrolment).filter(
        Enrolment.organisation_id == _firm(word).id, Enrolment.certificate_id.is_not(None)
    )
    return rows.order_by(Enrolment.id.desc()).first() or _missing(word)


def _missing(word: str) -> Enrolment:
    raise LookupError(word)
