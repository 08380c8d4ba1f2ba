"""Pages of exams: one's own, the desk's bank, plans and papers, marking."""

from flask import Flask

from association.exams.views import bank, lists, marking, own, plans, sitting_down, sittings
from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.words import _l

history.describe(
    draft_question=_l("起草考题"), plan_exam=_l("起草组卷方案"), hand_in_questions=_l("上传题目"), take_questions=_l("导入题目"),
    claim_exam=_l("认领考试"), start_exam=_l("开始考试"), tell_of_exam=_l("告知可以考试"), remind_of_exam=_l("提醒考试快截止"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    name_group("exams", _l("考试"))
    for room in (own, sitting_down, marking, bank, lists, plans, sittings):
        app.register_blueprint(room.bp)
