"""The demo's exam: a course that asks for one, its bank and plan; a session that is over. One has passed and has the certificate, one has failed and may sit
again, one has appealed, one waits for marking; the trainee has yet to sit, and somebody of an organisation has a code to claim with.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta
from typing import Any

from association.accounts import actions as accounts
from association.exams import actions, clockwork, queries, workbook
from association.exams.models import ExamPlan, Question, Sitting
from association.exams.workflow import PLAN, QUESTION, SITTING
from association.experts import queries as experts
from association.kernel import clock
from association.kernel.db import session
from association.training import actions as training
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import COURSE, ENROLMENT, SESSION
from demo.cast import DOMAIN, PASSWORD
from demo.consulting import Who
from demo.papers import Paper
from demo.training import conduct, drafted, evidence, firm, person

TITLES, MINORS, FLOW, CONTENT = "片名和推广素材", "未成年人保护", "流程和留痕", "导向与内容"
Scene = Callable[..., AbstractContextManager[None]]
Asked = tuple[str, str, str, str, list[str], list[str], str]

BANK: list[Asked] = [
    ("single", TITLES, "4", "一部样例短剧的片名要改，下面哪个写法最合适？", ["与主要情节相符、语义完整的写法", "用谐音让人误会的写法", "夸大结局来引人点击的写法"], ["A"], "片名要与主要情节相符，语义完整。"),
    ("single", FLOW, "8", "推广素材的核对记录至少保存多久？", ["一周", "三个月", "六个月", "到作品下线为止"], ["C"], "核对记录保存不少于六个月。"),
    ("single", FLOW, "8", "推广素材应当在什么时候完成核对？", ["首次投放之前", "投放后三日内", "收到投诉以后"], ["A"], "首次投放前完成。"),
    ("single", CONTENT, "11", "观众说误付了款要求退还，小程序主体应当在几个工作日内答复？", ["三个", "五个", "十个"], ["B"], "五个工作日。"),
    ("single", CONTENT, "6", "画面由人工智能实质改动过，应当在哪里注明？", ["只在合同里", "片头和简介", "只在片尾字幕"], ["B"], "片头和简介都要注明，并保存生成记录。"),
    ("multiple", FLOW, "5", "片头或者简介应当写明哪些内容？", ["制作机构的全称", "出品时间和总集数", "演员的片酬", "适合观看的年龄提示"], ["A", "B", "D"], "另有改编作品的来源；片酬不在其中。"),
    ("multiple", CONTENT, "12", "发现作品里有不符合规则的内容，适用单位应当做什么？", ["及时停止传播", "保存证据", "改个名字重新上线", "通报处理情况"], ["A", "B", "D"], "停止传播的作品不得改名重新上线。"),
    ("multiple", TITLES, "9", "观众付费以前应当写明什么？", ["付费集数", "单集价格", "总价", "演员的行程"], ["A", "B", "C"], "集数、单价和总价。"),
    ("judgement", MINORS, "7", "未成年演员监护人的书面同意，存于制作机构备查。", [], ["right"], "同意书存于制作机构，不必上传。"),
    ("judgement", FLOW, "13", "已经停止传播的作品，拆分集数以后可以重新上线。", [], ["wrong"], "不得以改名、拆分集数的方式重新上线。"),
    ("judgement", TITLES, "10", "自动续费的条件可以放在付费之后再告知。", [], ["wrong"], "不得隐去自动续费的条件。"),
    ("written", TITLES, "8", "推广素材里用了一个正片没有的打斗镜头。写一条审核意见：问题是什么，依据哪一条，怎样改。", [], [], "写明镜头与正片不一致；引用素材应取自正片的条款；给出换成正片镜头或者删去的改法。"),
    ("written", MINORS, "7", "剧组里有未成年演员，开拍前你要核对哪些材料？为什么？", [], [], "监护人的书面同意；拍摄时间和时段的安排；材料存于制作机构，不收复印件。"),
]  # fmt: skip
WAITS: Asked = ("judgement", TITLES, "5", "改编作品的来源可以不写在简介里。", [], ["wrong"], "片头或者简介应当写明来源。")  # fmt: skip
PARTS = [
    {"kind": "single", "topic": "", "count": 3}, {"kind": "multiple", "topic": "", "count": 2}, {"kind": "judgement", "topic": "", "count": 2},
    {"kind": "written", "topic": TITLES, "count": 1},
]  # fmt: skip
POINTS = {"single": 10, "multiple": 15, "judgement": 5, "written": 30}
PEOPLE = {"trainee2": "鲜样例", "trainee3": "桂样例", "trainee4": "濮样例", "trainee5": "牛样例"}
GOOD = "素材里的打斗镜头正片没有，与正片情节不一致，不符合素材应当取自正片的条款；请换成正片镜头或者删去，改好后重新核对并留记录。"
SHORT = "镜头太夸张，建议删掉。"


def tell(scene: Scene, who: Who) -> None:
    questions = [_written(scene, who, asked, days_ago=47) for asked in BANK]
    with scene(46, 3):
        for id_ in questions:
            QUESTION.take("use", session.get_one(Question, id_), actor=who("issuer"))
    _written(scene, who, WAITS, days_ago=4)
    _workbook_with_a_slip(scene, who)
    course = _course(scene, who)
    held = _held(scene, who, course)
    for word, name in PEOPLE.items():
        with scene(39, 1):
            accounts.create_account(name=name, email=f"{word}@{DOMAIN}", password=PASSWORD, is_demo=True)
    places = {word: _place(scene, who, held, n, word, name) for n, (word, name) in enumerate({"trainee": "毛样例", **PEOPLE}.items())}  # fmt: skip
    with scene(37, 2):
        theirs = training.enrol_one(
            session.get_one(CourseSession, held), firm("aurora"), facts=person(47, "甄样例"), files=[evidence()],
            actor=who("training@aurora.example"),
        )  # fmt: skip
        session.flush()
        of_aurora = int(theirs.id)
    _were_there(scene, who, held, [*places.values(), of_aurora])
    _sat(scene, who, places)


def _written(scene: Scene, who: Who, asked: Asked, *, days_ago: int) -> int:
    kind, topic, path, words, options, right, explanation = asked
    with scene(days_ago, 2):
        question = actions.draft_question(
            kind=kind, topic=topic, words=words, options=[{"key": key, "text": text} for key, text in zip("ABCDEFGH", options, strict=False)],
            right=right, explanation=explanation, points=POINTS[kind], actor=who("courses"),
        )  # fmt: skip
        actions.add_clause(question, edition=conduct(), path=path, actor=who("courses"))
        return int(question.id)


def _workbook_with_a_slip(scene: Scene, who: Who) -> None:
    """A multiple choice with one right option: the worker reads it and says which row."""
    row = {
        "kind": "多选题", "topic": TITLES, "words": "封面上应当写明什么？", "options": "A. 片名\nB. 年龄提示\nC. 结局", "right": "A", "points": 10, "explanation": "",
    }  # fmt: skip
    with scene(3, 2):
        named = row | {"clause": f"{conduct().id}:5"}
        file = Paper("考题.xlsx", workbook.written([named]))
        actions.hand_in_questions(file=file, language="zh", actor=who("courses"))


def _course(scene: Scene, who: Who) -> int:
    with scene(45, 2):
        course = drafted("reviewers-further", "微短剧内容审核员提高班（演示）", "平台内容审核人员", who)
        (expert, *_more) = experts.own(who("expert4"))
        training.add_teacher(session.get_one(Course, course), number=str(expert.number), actor=who("courses"))  # fmt: skip
    with scene(44, 2):
        COURSE.take("publish", session.get_one(Course, course), actor=who("issuer"))
    with scene(44, 3):
        plan = int(actions.plan_exam(session.get_one(Course, course), parts=PARTS, minutes=45, actor=who("courses")).id)  # fmt: skip
    with scene(43, 2):
        PLAN.take("enforce", session.get_one(ExamPlan, plan), actor=who("issuer"))
    return course


def _held(scene: Scene, who: Who, course: int) -> int:
    """Two days, over for four weeks."""
    with scene(42, 2):
        day = clock.today() + timedelta(days=12)
        begins = datetime.combine(day, time(9), tzinfo=clock.CHINA)
        row = training.plan_session(
            session.get_one(Course, course), starts_at=begins, ends_at=begins + timedelta(days=1, hours=8), place="示例市示例路1号培训中心（演示）",
            access="门口有坡道，教室有字幕屏。", places=20, shares=[], shares_until=None, opens_on=clock.today(), closes_on=day - timedelta(days=4),
            swap_until=day - timedelta(days=2), fee=0, fee_basis="", contact="training@demo.example", actor=who("courses"),
        )  # fmt: skip
        session.flush()
        held = int(row.id)
    with scene(42, 3):
        SESSION.take("publish", session.get_one(CourseSession, held), actor=who("courses"))
    return held


def _place(scene: Scene, who: Who, held: int, n: int, word: str, name: str) -> int:
    with scene(38, 1 + n):
        row = training.sign_up(
            session.get_one(CourseSession, held), facts=person(41 + n, name), employer="", files=[evidence()], actor=who(word)
        )  # fmt: skip
        return int(row.id)


def _were_there(scene: Scene, who: Who, held: int, places: list[int]) -> None:
    for id_ in places:
        with scene(36, 2):
            ENROLMENT.take("approve", session.get_one(Enrolment, id_), actor=who("courses"))
    for day in (30, 29):
        with scene(day, 9):
            training.enter_attendance(
                session.get_one(CourseSession, held), day=clock.today(), present=places, actor=who("courses")
            )
    with scene(28, 1):
        clockwork.tell()


def _sat(scene: Scene, who: Who, places: dict[str, int]) -> None:
    passed = _handed_in(scene, who, "trainee2", places["trainee2"], days_ago=27, wrong=(1,), text=GOOD)
    _marked(scene, who, passed, days_ago=25, points=26, remark="问题、依据、改法都写到了。")
    with scene(24, 2):
        training.issue_certificates(
            session.get_one(Enrolment, places["trainee2"]).session, actor=who("issuer")
        )
    failed = _handed_in(scene, who, "trainee3", places["trainee3"], days_ago=20, wrong=(1, 2, 4, 5), text="")
    if session.get_one(Sitting, failed).state.value == "marking":
        raise LookupError("a blank answer needs no marker")
    session.rollback()
    appealed = _handed_in(scene, who, "trainee4", places["trainee4"], days_ago=6, wrong=(1, 2, 3), text=SHORT)  # fmt: skip
    _marked(scene, who, appealed, days_ago=4, points=6, remark="没有写依据和改法。")
    with scene(2, 2):
        SITTING.take(
            "appeal", session.get_one(Sitting, appealed), actor=who("trainee4"), reason="第8题写明了要删掉镜头，这就是改法，请再看一次给分（演示）。"
        )  # fmt: skip
    _handed_in(scene, who, "trainee5", places["trainee5"], days_ago=1, wrong=(3,), text=GOOD)


def _handed_in(
    scene: Scene, who: Who, word: str, place: int, *, days_ago: int, wrong: tuple[int, ...], text: str
) -> int:
    """Choices answered rightly but for those named; the written one with this text."""
    with scene(days_ago, 2):
        sitting = int(actions.start(session.get_one(Enrolment, place), actor=who(word)).id)
    with scene(days_ago, 2, 20):
        row = session.get_one(Sitting, sitting)
        sent: dict[int, tuple[dict[str, Any], int]] = {}
        for item in queries.items_of(row):
            if item.question.kind.value == "written":
                sent[item.position] = ({"text": text}, 0)
                continue
            right = list(item.question.right)
            other = [key for key, _words in item.question.choices if key not in right][:1]
            sent[item.position] = ({"keys": other if item.position in wrong else right}, 0)
        actions.save(row, sent, actor=who(word))
    with scene(days_ago, 2, 30):
        SITTING.take("hand_in", session.get_one(Sitting, sitting), actor=who(word))
    return sitting


def _marked(scene: Scene, who: Who, sitting: int, *, days_ago: int, points: int, remark: str) -> None:
    with scene(days_ago, 3):
        row = session.get_one(Sitting, sitting)
        marks = {i.id: (points, remark) for i in queries.items_of(row) if i.question.kind.value == "written"}
        SITTING.take("mark", row, actor=who("expert5"), marks=marks)
