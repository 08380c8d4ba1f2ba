"""What stands in the way of a step."""

from datetime import date, datetime, timedelta

from association.exams import drawing, queries
from association.exams.models import ExamPlan, Question, QuestionKind, Sitting, SittingState
from association.kernel import clock, dated, working_days
from association.kernel.day_words import day_words
from association.kernel.words import _
from association.training import queries as training
from association.training.models import CourseSession, Enrolment, EnrolmentState, SessionState

S = SittingState


# The bank ---------------------------------------------------------------------------------------------------------------


def is_whole(question: Question) -> object | None:
    if not question.clauses:
        return _("还没有登记所依据的条款，请先登记。")
    return wrong_with(question.kind, [key for key, _text in question.choices], question.right)


def wrong_with(kind: QuestionKind, keys: list[str], right: list[str]) -> str | None:
    """What options and right ones must be for each kind; the sentence, or nothing."""
    if kind is QuestionKind.WRITTEN:
        return _("书面题没有选项，也没有标准选项。") if right else None
    if kind is not QuestionKind.JUDGEMENT and len(keys) < 2:
        return _("选择题至少要有两个选项。")
    if not set(right) <= set(keys):
        return _("正确答案里有没有列出的选项。")
    if kind is QuestionKind.MULTIPLE:
        return None if len(right) >= 2 else _("多选题至少要有两个正确选项；只有一个的请作为单选题。")
    return None if len(right) == 1 else _("请写明唯一的正确答案。")


def is_in_doubt(question: Question) -> object | None:
    return None if question.doubts else _("所引条款没有变动。")


def fits_the_bank(plan: ExamPlan) -> object | None:
    if not plan.parts:
        return _("还没有写明各题型的道数。")
    short = drawing.fits(plan.parts, queries.askable())
    if not short:
        return None
    part = short[0]
    return _(
        "题库里启用的题不够：%(kind)s（%(topic)s）要%(n)d道。", kind=QuestionKind(part["kind"]).label,
        topic=part["topic"] or _("不限主题"), n=part["count"],
    )  # fmt: skip


# Sitting ----------------------------------------------------------------------------------------------------------------


def plan_for(row: CourseSession) -> ExamPlan | None:
    """The plan in force, where a session ends after it came into force; `queries.own_places` says the same in SQL."""
    plan = queries.plan_of(row.course_id)
    return plan if plan is not None and plan.in_force_at is not None and plan.in_force_at < row.ends_at else None  # fmt: skip


def closes_at(row: CourseSession) -> datetime:
    """The first moment of the day on which it can no longer be begun."""
    last = clock.day_of(row.ends_at) + timedelta(days=int(dated.value("exams.window_days")) + 1)
    return datetime.combine(last, datetime.min.time(), tzinfo=clock.CHINA)


def last_day(row: CourseSession) -> date:
    return clock.day_of(closes_at(row) - timedelta(minutes=1))


def not_yet(enrolment: Enrolment, sittings: list[Sitting]) -> str | None:
    """Why a paper cannot be drawn now; nothing when it can. A paper that is open is no reason: it is gone on with."""
    row = enrolment.session
    if enrolment.state is not EnrolmentState.ADMITTED or row.state is not SessionState.PUBLISHED:
        return _("没有录取的名额不能参加考试。")
    if plan_for(row) is None:
        return _("这一期不要求考试。")
    if row.ends_at > clock.now():
        return _("培训结束以后才能考试。")
    if not training.there_often_enough([enrolment]):
        return _("到场的天数没有达到结业要求，不能参加考试。")
    return no_attempt_left(row, sittings)


def no_attempt_left(row: CourseSession, sittings: list[Sitting]) -> str | None:
    """What earlier papers and the days say."""
    states = {sitting.state for sitting in sittings}
    if S.PASSED in states:
        return _("已经通过，不用再考。")
    if not states.isdisjoint((S.MARKING, S.APPEALED)):
        return _("上一份试卷还没有结果，等有了结果再补考。")
    if len(sittings) >= int(dated.value("exams.attempts")):
        return _("可以考的次数已经用完；可以再报一期培训。")
    if clock.now() >= closes_at(row):
        return _("考试的期限已过；可以再报一期培训。")
    if sittings and (again := may_resit_at(sittings[-1])) > clock.now():
        return _("补考要隔几天，%(when)s以后可以再考。", when=moment_words(again))
    return None


def may_resit_at(last: Sitting) -> datetime:
    return (last.submitted_at or last.due_at) + timedelta(days=int(dated.value("exams.wait_days")))


def in_time(sitting: Sitting) -> object | None:
    if sitting.is_in_time:
        return None
    return _("考试时间在%(when)s已经到了：此前保存的答案由系统交卷，都算数；此后的不再计入。", when=moment_words(sitting.due_at))  # fmt: skip


def appeal_ends_on(sitting: Sitting) -> date:
    decided = clock.day_of(sitting.decided_at or clock.now())
    return working_days.add(decided, int(dated.value("exams.appeal_days"))).on


def may_appeal(sitting: Sitting) -> object | None:
    if sitting.appealed_at is not None:
        return _("这份试卷已经申诉过一次，复核结果是最后的。")
    if clock.today() > appeal_ends_on(sitting):
        return _("申诉的期限已过。")
    return None


def moment_words(moment: datetime) -> str:
    """A day and a time in China, in words."""
    here = moment.astimezone(clock.CHINA)
    return f"{day_words(here.date())} {here:%H:%M}"


def minutes(plan: ExamPlan) -> timedelta:
    return timedelta(minutes=plan.minutes)
