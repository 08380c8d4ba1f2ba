"""The demo's commendations: a round announced with two entries (an objection was answered on the way), and one that takes nominations."""

from datetime import timedelta

from association import drafting
from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.commendations import actions, clockwork, queries
from bulletins.commendations.models import Nomination, Round, Stage
from bulletins.commendations.workflow import NOMINATION, ROUND
from bulletins.notices.models import Notice
from bulletins.notices.workflow import NOTICE
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.notices import BY

BASIS_KIND = "理事会议定的推荐介绍（不设奖项、等级和名次）"
FIRST = {
    "title": "适合全家看的网络微短剧推荐", "purpose": "介绍一批内容健康、制作用心、适合全家一起看的网络微短剧和有关做法（演示）。", "basis_kind": BASIS_KIND,
    "basis": "第三届理事会第四次会议（演示）",
}  # fmt: skip
SECOND = {
    "title": "未成年人保护好做法推荐", "purpose": "介绍制作、播出、推广各环节保护未成年人的好做法，供同行借鉴（演示）。", "basis_kind": BASIS_KIND,
    "basis": "第三届理事会第五次会议（演示）",
}  # fmt: skip
TEXTS = {
    Stage.CALL: "请各单位在截止日之前通过本站提名，可以提名本单位的，也可以提名其他单位的。\n\n被提名的作品应当已经合法播出。",
    Stage.PUBLICITY: "经征集、核对和审议，现将拟推荐的名单公示如下。",
    Stage.RESULT: "经公示，现将名单公布如下，供各单位学习借鉴。",
}
ENTRIES = (
    ("aurora", "work", "海边的灯", "讲一家三代守灯塔的故事，人物可信，画面干净；每集开头写明适龄提示。"),
    ("shiguang", "work", "巷子里的修表匠", "用一件件旧物讲街坊的日子，不靠猎奇和反转，结尾附有手艺的介绍。"),
    ("qinghe", "work", "第七间教室", "题材新颖，但完播时长不足，暂不列入。"),
)
REVIEWED = ("submit", "first_review", "second_review", "legal_review", "third_review")


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    first = _called(scene, who, FIRST, 58, open_days=16)
    _nominated(scene, who, first)
    _decided(scene, who, first)
    second = _called(scene, who, SECOND, 9, open_days=30)
    with scene(6, 4):
        actions.nominate(
            _round(second), code=code(_serial("aurora")), subject="practice", called="小演员的课表跟着剧组走",
            grounds="开机前排好文化课和休息时间，监护人在场，每天公布当日时长（演示）。", evidence=[], by=_firm("nanfeng"), actor=who("clerk@nanfeng.example"),
        )  # fmt: skip


def _serial(word: str) -> int:
    return next(f.serial for f in FIRMS if f.word == word)


def _firm(word: str) -> Organisation:
    found = organisations.living(code(_serial(word)))
    if found is None:
        raise LookupError(word)
    return found


def _round(id_: int) -> Round:
    return session.get_one(Round, id_)


def _nomination(id_: int, called: str) -> Nomination:
    return session.query(Nomination).filter_by(round_id=id_, called=called).one()


def _called(scene: Scene, who: Who, facts: dict[str, str], day: int, *, open_days: int) -> int:
    with scene(day, 1):
        round_ = actions.prepare(
            facts=facts | {"nominate_by": clock.today() + timedelta(days=open_days)}, actor=who("editor")
        )
        session.flush()
        id_ = round_.id
    with scene(day, 2):
        ROUND.take(
            "clear", _round(id_), actor=who("legal"), reason="会议纪要核对无误，不收费，没有合作单位（演示）"
        )
    _issued(scene, who, id_, Stage.CALL, day)
    return id_


def _issued(scene: Scene, who: Who, id_: int, stage: Stage, day: int) -> None:
    with scene(day, 3):
        notice = actions.begin_paper(_round(id_), stage, actor=who("editor"))
        number = notice.id
        drafting.save(notice, TEXTS[stage], base=0, actor=who("editor"))
    deeds = [deed for deed in REVIEWED if deed != "legal_review" or stage is not Stage.CALL]
    for hours, deed in enumerate(deeds):
        with scene(day, 4 + hours):
            NOTICE.take(deed, session.get_one(Notice, number), actor=who({**BY, "legal_review": "legal"}[deed]))  # fmt: skip


def _nominated(scene: Scene, who: Who, id_: int) -> None:
    for number, (word, subject, called, grounds) in enumerate(ENTRIES):
        with scene(52 - number, 4):
            actions.nominate(
                _round(id_), code=code(_serial(word)), subject=subject, called=called, grounds=grounds, evidence=[], by=_firm(word),
                actor=who(f"signer@{word}.example"),
            )  # fmt: skip
        with scene(48 - number, 2):
            NOMINATION.take("admit", _nomination(id_, called), actor=who("registrar"))


def _decided(scene: Scene, who: Who, id_: int) -> None:
    with scene(41, 1):
        clockwork.keep_days()
    with scene(40, 2):
        for _word, _subject, called, _grounds in ENTRIES[:2]:
            NOMINATION.take("propose", _nomination(id_, called), actor=who("reviewer"), reason="内容健康，值得介绍（演示）")  # fmt: skip
        NOMINATION.take(
            "pass_over", _nomination(id_, ENTRIES[2][2]), actor=who("reviewer"), reason=ENTRIES[2][3]
        )
    _issued(scene, who, id_, Stage.PUBLICITY, 39)
    with scene(37, 3):
        actions.object_to(
            _nomination(id_, ENTRIES[0][2]), words="第三集的灯塔外景与片尾写的拍摄地不一致（演示）。", who="", token="demo",  # noqa: S106
        )  # fmt: skip
    with scene(34, 3):
        (objection,) = queries.unanswered(_round(id_))
        actions.answer(
            objection, "dismiss", reason="经核实，外景分两地拍摄，片尾已分别注明，不影响推荐（演示）。", actor=who("legal"),
        )  # fmt: skip
    with scene(25, 1):
        clockwork.keep_days()
    _issued(scene, who, id_, Stage.RESULT, 24)
