"""The demo's required courses: one owed by a member, one suggested to an organisation nothing binds, one met on the day it was asked."""

from datetime import timedelta

from association.kernel import clock
from association.kernel.db import session
from association.remedies import actions as remedies
from association.remedies.models import GuidanceNote, Source
from association.remedies.workflow import NOTE
from association.requirements import actions
from association.training.models import Course
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

NOTES = (
    (9, "platform", "素材核对人员的培训", "上线前的素材由未受过培训的人员核对（演示）。", 2, False),
    (8, "songyan", "送审人员的培训", "两次送审材料不全，经办人员没有参加过培训（演示）。", 1, False),
    (7, "aurora", "审核人员的培训", "新设的审核岗位由谁担任还没有说明（演示）。", 1, True),
)


def tell(scene: Scene, who: Who) -> None:
    for days_ago, word, title, facts, people, counts_earlier in NOTES:
        with scene(days_ago, 2):
            note = remedies.draft(
                code=code(next(f.serial for f in FIRMS if f.word == word)), source=Source.OWN, title=title, facts=facts,
                asks="安排人员修完所列课程", due_on=clock.today() + timedelta(days=100), wants_report=False, actor=who("editor"),
            )  # fmt: skip
            session.flush()
            id_ = note.id
            course = session.query(Course).filter_by(slug="reviewers-basic").one()
            actions.require_course(
                note, course=course, people=people, whose="上线前核对素材的人员", due_on=clock.today() + timedelta(days=90),
                counts_earlier=counts_earlier, actor=who("editor"),
            )  # fmt: skip
        for hour, deed, role in ((3, "propose", "editor"), (4, "issue", "legal")):
            with scene(days_ago, hour):
                NOTE.take(deed, session.get_one(GuidanceNote, id_), actor=who(role))
