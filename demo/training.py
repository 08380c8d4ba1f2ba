"""The demo's training: a course for reviewers with a coming session that is full – places of organisations, named and not, somebody admitted, somebody
whose offer waits for an answer, a waiting list; the next session and another course being prepared.
"""

from datetime import datetime, time, timedelta
from typing import Any

from association.experts import queries as experts
from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.rules import queries as rules
from association.rules.models import Edition
from association.rules.reading.normal import normal
from association.training import actions, identity, queries, workbook
from association.training.models import Course, CourseSession, Enrolment
from association.training.workflow import COURSE, ENROLMENT, SESSION
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.papers import Paper, scan
from demo.standards import CONDUCT

SYLLABUS = """1. 平台行为规范逐条讲解：上线前看什么、怎样留记录（演示）
2. 片名、封面和推广素材：常见问题与改法
3. 涉未成年人内容：怎样判断，向谁报告
4. 分组练习：一部样例短剧的审核意见"""
CONDITIONS = "从事内容审核或送审工作一年以上\n没有因故意犯罪受过刑事处罚"
CONTACT = "training@demo.example"


def tell(scene: Scene, who: Who) -> None:
    with scene(36, 2):
        course = drafted("reviewers-basic", "微短剧内容审核员基础班（演示）", "平台内容审核人员", who)
    with scene(35, 2):
        COURSE.take("publish", session.get_one(Course, course), actor=who("issuer"))
    _over(scene, who, course)
    with scene(34, 2):
        held = planned(course, begins_in=55, who=who, places=6, fee=0)
    with scene(34, 4):
        SESSION.take("publish", session.get_one(CourseSession, held), actor=who("courses"))
    _signed_up(scene, who, held)
    _list_with_a_slip(scene, who, held)
    with scene(3, 2):
        planned(course, begins_in=80, who=who, places=40, fee=480)
    with scene(2, 2):
        drafted("submission-staff", "制作机构送审实务（演示）", "制作机构送审人员", who)


def _over(scene: Scene, who: Who, course: int) -> None:
    """A session of two days that was held: two people of 晨曦 and one of 北辰, of whom one missed the second day."""
    with scene(35, 3):
        held = planned(course, begins_in=9, who=who, places=8, fee=0, shares=[])
    with scene(35, 4):
        SESSION.take("publish", session.get_one(CourseSession, held), actor=who("courses"))
    came = []
    for n, (word, name) in enumerate((("aurora", "蒯样例"), ("aurora", "逄样例"), ("borealis", "麴样例"))):
        with scene(34 - n, 5):
            came.append(_of_firm(held, word, 31 + n, name, who))
    for id_ in came:
        with scene(31, 2):
            ENROLMENT.take("approve", session.get_one(Enrolment, id_), actor=who("courses"))
    for day, present in enumerate((came, came[:2])):
        with scene(26 - day, 9):
            actions.enter_attendance(
                session_row(held), day=clock.today(), present=present, actor=who("courses")
            )
    with scene(24, 2):
        actions.issue_certificates(session_row(held), actor=who("issuer"))


def drafted(slug: str, title: str, audience: str, who: Who) -> int:
    """A draft that teaches two clauses, with a teacher and something to read."""
    course = actions.draft_course(
        slug=slug, title=title, audience=audience, level="初级", hours=16, mode="on_site", text=SYLLABUS, conditions=CONDITIONS,
        wants_evidence=True, actor=who("courses"),
    )  # fmt: skip
    session.flush()
    for path in ("6", "8"):
        actions.add_clause(course, edition=conduct(), path=path, actor=who("courses"))
    (expert, *_more) = experts.own(who("expert5"))
    actions.add_teacher(course, number=str(expert.number), actor=who("courses"))
    actions.add_material(course, file=scan("学习材料", title), actor=who("courses"))
    return int(course.id)


def conduct() -> Edition:
    document = rules.by_title(normal(CONDUCT))
    edition = rules.in_force_on(document, clock.today()) if document else None
    if edition is None:
        raise LookupError(CONDUCT)
    return edition


def planned(
    course: int,
    *,
    begins_in: int,
    who: Who,
    places: int,
    fee: int,
    shares: list[dict[str, Any]] | None = None,
) -> int:
    day = clock.today() + timedelta(days=begins_in)
    begins = datetime.combine(day, time(9), tzinfo=clock.CHINA)
    row = actions.plan_session(
        session.get_one(Course, course), starts_at=begins, ends_at=begins + timedelta(days=1, hours=8), place="示例市示例路1号培训中心（演示）",
        access="地铁示例站A口步行五分钟；门口有坡道，教室有字幕屏。", places=places, shares=[{"kind": "mcn", "places": 1}] if shares is None else shares,
        shares_until=day - timedelta(days=20), opens_on=clock.today(), closes_on=day - timedelta(days=4), swap_until=day - timedelta(days=2), fee=fee,
        fee_basis="按场地、师资和资料成本核算（演示）" if fee else "", contact=CONTACT, actor=who("courses"),
    )  # fmt: skip
    session.flush()
    return int(row.id)


def person(n: int, name: str) -> dict[str, Any]:
    """Nobody: the region is unassigned."""
    first17 = f"99000019920214{n:03d}"
    number = first17 + identity.check_digit(first17)
    return {
        "name": name,
        "number_kind": "resident",
        "number": number,
        "phone": "",
        "post": "内容审核员",
        "years": 3,
    }


def firm(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found


def _signed_up(scene: Scene, who: Who, held: int) -> None:
    """Six places: one is the trainee's, three 晨曦's, one 北辰's from its share, one 拾光's; then the list."""
    with scene(30, 1):
        trainee = _alone(held, who("trainee"), 1, "毛样例", employer="platform")
    with scene(29, 2):
        ENROLMENT.take(
            "confirm_employer", session.get_one(Enrolment, trainee), actor=who("clerk@platform.example")
        )
    with scene(28, 2):
        actions.book(session_row(held), firm("aurora"), places=3, actor=who("training@aurora.example"))
    with scene(27, 2):
        named = queries.unnamed(session_row(held), firm("aurora"))[0]
        actions.name(
            named, facts=person(2, "瞿样例"), files=[evidence()], actor=who("training@aurora.example")
        )
    with scene(26, 2):
        one = _of_firm(held, "borealis", 3, "芮样例", who)
    with scene(25, 2):
        leaves = _of_firm(held, "shiguang", 4, "褚样例", who, officer="clerk")
    for n, word in enumerate(("changqiao", "nanfeng", "qinghe")):
        with scene(24 - n, 2):
            _of_firm(held, word, 5 + n, "阚訾乜"[n] + "样例", who, officer="clerk")
    for enrolment in (trainee, one):
        with scene(20, 2):
            ENROLMENT.take("approve", session.get_one(Enrolment, enrolment), actor=who("courses"))
    # The first on the list is asked, and answers by the next working afternoon.
    with scene(1, 8):
        ENROLMENT.take(
            "withdraw",
            session.get_one(Enrolment, leaves),
            actor=who("clerk@shiguang.example"),
            reason="人员调岗（演示）",
        )


def _list_with_a_slip(scene: Scene, who: Who, held: int) -> None:
    """A workbook of 晨曦's with one wrong number: the worker reads it and says which row."""
    people = [person(21, "诸样例"), person(22, "终样例")]
    people[1]["number"] = people[1]["number"][:-1] + ("1" if people[1]["number"][-1] != "1" else "2")
    with scene(2, 5):
        actions.hand_in_list(
            session_row(held), firm("aurora"), file=Paper("名单.xlsx", workbook.written(people)), language="zh", actor=who("training@aurora.example")
        )  # fmt: skip


def session_row(held: int) -> CourseSession:
    return session.get_one(CourseSession, held)


def evidence() -> Any:
    return scan("工作证明", "从事内容审核三年（演示）")


def _alone(held: int, actor: Any, n: int, name: str, *, employer: str) -> int:
    row = actions.sign_up(
        session_row(held),
        facts=person(n, name),
        employer=firm(employer).uscc,
        files=[evidence()],
        actor=actor,
    )
    return int(row.id)


def _of_firm(held: int, word: str, n: int, name: str, who: Who, *, officer: str = "training") -> int:
    row = actions.enrol_one(
        session_row(held),
        firm(word),
        facts=person(n, name),
        files=[evidence()],
        actor=who(f"{officer}@{word}.example"),
    )
    return int(row.id)
