"""The demo's appeals: one issued, made with two organisations and joined by others over weeks (one has left); one that waits for an answer."""

from association import drafting
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.appeals import actions, queries
from bulletins.appeals.models import Initiator, Joining
from bulletins.appeals.workflow import INITIATOR, JOINING
from bulletins.notices import actions as notices
from bulletins.notices.models import Notice, NoticeKind
from bulletins.notices.workflow import NOTICE
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.notices import BY, FACTS, REVIEWS

OCCASION = """网络微短剧的观众里有许多未成年人（演示）。让他们看得放心，是每一家制作、传播、推广单位分内的事。
为此，本会与会员单位共同发出以下倡议。"""
POINTS = """一、简介写明适合谁看

在简介的第一行写明适合观看的年龄；不适合未成年人观看的，在播放前提示。

二、片名和推广素材不夸张

片名与内容一致；推广素材取自正片，不用惊吓、猎奇的画面吸引点击。

三、付费先说清

付费集数、总价和退款办法在付费之前说清楚；未成年人误充的，核实后退还。

四、拍摄时照顾好小演员

安排好休息和学习，监护人在场，不拍摄危险动作。

五、欢迎监督

公布联系方式，五个工作日内答复观众。
"""
TREES = """一、少用一次性道具

能借的不买，能修的不扔。

二、回收布景

拍摄结束后分类回收木料、布料和塑料。
"""
JOINED = (("shiguang", 70), ("nanfeng", 66), ("platform", 61), ("xinghe", 44), ("changqiao", 20))
LEFT = "xinghe"


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    _issued(scene, who)
    _waiting(scene, who)


def _firm(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found


def _signer(word: str) -> str:
    return f"signer@{word}.example"


def _begun(
    scene: Scene,
    who: Who,
    day: int,
    title: str,
    topic: str,
    occasion: str,
    points: str,
    initiators: tuple[str, ...],
) -> int:
    with scene(day, 1):
        notice = notices.begin(
            NoticeKind.APPEAL, actor=who("editor"), facts=FACTS | {"title": title, "topic": topic, "addressee": "各视听节目制作、传播和推广单位："},
        )  # fmt: skip
        session.flush()
        id_ = notice.id
        drafting.save(notice, points.strip(), base=0, actor=who("editor"))
        actions.set_facts(notice, occasion=occasion, closes_on=None, actor=who("editor"))
    with scene(day, 2):
        for word in initiators:
            actions.ask(session.get_one(Notice, id_), code=_firm(word).uscc, actor=who("editor"))
    return id_


def _initiator(id_: int, word: str) -> Initiator:
    appeal = queries.of_notice(session.get_one(Notice, id_))
    found = queries.initiator(appeal, _firm(word).id) if appeal else None
    if found is None:
        raise LookupError(word)
    return found


def _issued(scene: Scene, who: Who) -> None:
    id_ = _begun(
        scene,
        who,
        76,
        "关于共同守护未成年观众的倡议书",
        "未成年人保护",
        OCCASION,
        POINTS,
        ("aurora", "qinghe"),
    )
    for word in ("aurora", "qinghe"):
        with scene(75, 3):
            INITIATOR.take("agree", _initiator(id_, word), actor=who(_signer(word)))
    for hours, deed in enumerate(REVIEWS):
        with scene(73, 3 + hours):
            NOTICE.take(deed, session.get_one(Notice, id_), actor=who(BY[deed]))
    for word, day in JOINED:
        with scene(day, 4):
            appeal = queries.of_notice(session.get_one(Notice, id_))
            if appeal is None:
                raise LookupError(id_)
            actions.join(
                appeal, _firm(word), text_hash=appeal.notice.text_hash or "", actor=who(_signer(word))
            )
    with scene(30, 4):
        entry = session.query(Joining).filter_by(organisation_id=_firm(LEFT).id).one()
        JOINING.take("leave", entry, actor=who(_signer(LEFT)), reason="业务调整（演示）")


def _waiting(scene: Scene, who: Who) -> None:
    id_ = _begun(
        scene,
        who,
        4,
        "关于绿色拍摄的倡议书",
        "其他",
        "拍摄现场用过的布景和道具，常常只用一次（演示）。",
        TREES,
        ("aurora", "shiguang"),
    )
    with scene(3, 3):
        INITIATOR.take("agree", _initiator(id_, "shiguang"), actor=who(_signer("shiguang")))
