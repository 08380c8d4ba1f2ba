"""The demo's young talent: a call that is answered, one in incubation with a mentor and a work that is shown, a minor who has applied; and a call that
waits to be published.
"""

from datetime import date, timedelta

from association.accounts import actions as accounts
from association.experts import queries as experts
from association.kernel import clock
from association.kernel.db import session
from demo.cast import DOMAIN, FIRMS, PASSWORD, code
from demo.consulting import Scene, Who
from mcn.incubation import actions
from mcn.incubation.models import IncubatedWork, IncubationCall, Mentor, Milestone, Talent
from mcn.incubation.workflow import CALL, MENTOR, MILESTONE, TALENT, WORK

YOUNG = {"young1": "路样例", "young2": "纪样例"}
TEXT = """面向十六至三十五岁、愿意讲好身边故事的青年（演示）。

提供：一位导师，三个月的指导，一次放映。入选不是资格，也不是奖项；不收费。

怎样选：一人审核，另一人决定，结果都写明理由。"""


def tell(scene: Scene, who: Who) -> None:
    with scene(120, 1):
        for word, name in YOUNG.items():
            accounts.create_account(name=name, email=f"{word}@{DOMAIN}", password=PASSWORD, is_demo=True)
    with scene(118, 2):
        call = _drafted("青年短剧创作孵化（演示）", 150, who)
    with scene(117, 2):
        CALL.take("publish", session.get_one(IncubationCall, call), actor=who("issuer"))
    _selected(scene, who, call)
    with scene(4, 2):
        _applied(call, "young2", date(2009, 5, 4), who, minor=True)
    with scene(1, 3):
        _drafted("青年编剧孵化（第二期，演示）", 60, who)


def _drafted(title: str, days: int, who: Who) -> int:
    call = actions.draft_call(
        title=title, text=TEXT, places=5, closes_on=clock.today() + timedelta(days=days), actor=who("courses")
    )
    session.flush()
    return int(call.id)


def _applied(call: int, word: str, born_on: date, who: Who, *, minor: bool = False) -> int:
    guardian = (
        {"guardian": "纪大样例", "consent_number": "示监同00001", "consented_on": clock.today()}
        if minor
        else {}
    )
    facts = {
        "born_on": born_on,
        "plan": "拍一部讲山村邮路的短剧（演示）。",
        "experience": "校园短片两部（演示）。",
        **guardian,
    }
    return int(actions.apply(session.get_one(IncubationCall, call), facts=facts, actor=who(word)).id)


def _selected(scene: Scene, who: Who, call: int) -> None:
    """Examined by one, decided by another, guided by an expert, met one milestone, shows one work and offers another."""
    with scene(112, 2):
        id_ = _applied(call, "young1", date(2003, 8, 9), who)
    with scene(108, 2):
        TALENT.take(
            "put_forward",
            session.get_one(Talent, id_),
            actor=who("courses"),
            reason="设想具体，可以在三个月内完成（演示）。",
        )
    with scene(106, 2):
        TALENT.take(
            "select",
            session.get_one(Talent, id_),
            actor=who("issuer"),
            reason="题材贴近生活，计划可行（演示）。",
        )
    with scene(104, 2):
        mentor = actions.ask_expert(
            session.get_one(Talent, id_), number=_number(who), actor=who("courses")
        ).id
    with scene(103, 2):
        MENTOR.take("accept", session.get_one(Mentor, mentor), actor=who("expert5"))
    for days, title in ((75, "交出剧本"), (-20, "完成粗剪")):
        with scene(100, 2):
            actions.set_milestone(
                session.get_one(Talent, id_), title=title, due_on=clock.today() + timedelta(days=100 - days), actor=who("courses")
            )  # fmt: skip
    _went_on(scene, who, id_)


def _number(who: Who) -> str:
    """The expert's own number."""
    (expert, *_more) = experts.own(who("expert5"))
    return str(expert.number)


def _went_on(scene: Scene, who: Who, id_: int) -> None:
    first = session.get_one(Talent, id_).milestones[0].id
    with scene(78, 2):
        actions.report(
            session.get_one(Milestone, first), report="剧本三稿已交（演示）。", actor=who("young1")
        )
    with scene(76, 2):
        MILESTONE.take(
            "meet",
            session.get_one(Milestone, first),
            actor=who("expert5"),
            reason="人物立住了，可以开拍（演示）。",
        )
    songyan = code(next(f.serial for f in FIRMS if f.word == "songyan"))
    shown = _offered(scene, who, id_, "样例邮路", songyan, 40)
    with scene(38, 2):
        WORK.take("show", session.get_one(IncubatedWork, shown), actor=who("issuer"))
    _offered(scene, who, id_, "样例晒谷场", "", 2)


def _offered(scene: Scene, who: Who, id_: int, title: str, maker: str, day: int) -> int:
    with scene(day, 2):
        return int(
            actions.offer(
                session.get_one(Talent, id_), title=title, text="一位青年用自己的方式讲身边的人（演示）。", url="", code=maker,
                credit="surname", guardian={}, actor=who("young1"),
            ).id
        )  # fmt: skip
