"""Dated settings of exams. None of these numbers is in a document we know of (DOMAIN part H): they are the association's own."""

from association.kernel import dated
from association.kernel.dated import OWN
from association.kernel.words import _l

dated.define(
    "exams.topics", label=_l("考题的主题"), kind="lines", basis=OWN,
    initial=["导向与内容", "未成年人保护", "片名和推广素材", "流程和留痕"],
)  # fmt: skip
dated.define("exams.minutes", label=_l("考试时长"), kind="number", initial=60, unit=_l("分钟"), basis=OWN)
dated.define("exams.pass_mark", label=_l("考试及格的得分比例"), kind="number", initial=60, unit="%", basis=OWN)  # fmt: skip
dated.define("exams.attempts", label=_l("最多可以考几次"), kind="number", initial=3, unit=_l("次"), basis=OWN)
dated.define("exams.wait_days", label=_l("补考要隔几天"), kind="number", initial=3, unit=_l("天"), basis=OWN)
dated.define("exams.window_days", label=_l("培训结束后几天内可以考试"), kind="number", initial=60, unit=_l("天"), basis=OWN)  # fmt: skip
dated.define("exams.remind_days", label=_l("考试截止前几天提醒"), kind="number", initial=7, unit=_l("天"), basis=OWN)  # fmt: skip
dated.define("exams.mark_days", label=_l("书面题的评阅期限"), kind="number", initial=5, unit=_l("个工作日"), basis=OWN)  # fmt: skip
dated.define("exams.appeal_days", label=_l("对考试结果申诉的期限"), kind="number", initial=5, unit=_l("个工作日"), basis=OWN)  # fmt: skip
dated.define("exams.statistics_least", label=_l("一道题至少几人答过才显示答对的比例"), kind="number", initial=10, unit=_l("人"), basis=OWN)  # fmt: skip
