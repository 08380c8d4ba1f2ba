"""The demo's inquiries: a reminder answered and settled; one not answered that led to a warning and a publicity; one just asked, one just answered."""

from datetime import date

from association.inquiries import actions, clockwork
from association.inquiries.models import Inquiry, Measure, Tone
from association.inquiries.workflow import INQUIRY
from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.pledges import queries as pledges
from association.pledges.models import Signature, SignatureState
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

BEGUN = 100
"""Days ago the query was asked that nobody answered; what followed had its days."""
PUBLIC = "未执行公约第九条：投诉没有按期答复。经质询没有答复，警示后期满仍未改正（演示）。"


def tell(scene: Scene, who: Who) -> None:
    today = clock.today()
    _answered(scene, who)
    _climbed(scene, who, today)
    _asked(
        scene, who, "nanfeng", 3, Tone.REMINDER, "请核对简介是否注明使用了人工智能生成的画面（演示）。", ["6"]
    )
    _asked(
        scene, who, "borealis", 9, Tone.QUERY, "一条推广素材与正片不一致，请说明核对的经过（演示）。", ["5"]
    )
    with scene(4, 3):
        actions.reply(
            _inquiry("borealis"), text="该素材由代理商自行剪辑，已下架；今后代理素材一并核对（演示）。", evidence=[],
            actor=who("clerk@borealis.example"),
        )  # fmt: skip


def _answered(scene: Scene, who: Who) -> None:
    _asked(
        scene, who, "aurora", 130, Tone.REMINDER, "有观众反映付费前没有看到退款办法，请说明（演示）。", ["8"]
    )
    with scene(124, 3):
        actions.reply(
            _inquiry("aurora"),
            text="退款办法在付费页第二屏，已移到第一屏（演示）。",
            evidence=[],
            actor=who("clerk@aurora.example"),
        )
    with scene(122, 3):
        INQUIRY.take("settle", _inquiry("aurora"), actor=who("registrar"), reason="已经改正，了结（演示）")


def _climbed(scene: Scene, who: Who, today: date) -> None:
    """Two rungs: each proposed, decided when the organisation could have been heard, and in force when nobody objected."""

    def after(day: date | None) -> int:
        """Days ago, of the day after this one."""
        if day is None:
            raise LookupError("no day")
        return (today - day).days - 1

    _asked(scene, who, "changqiao", BEGUN, Tone.QUERY, "四件投诉超过期限没有答复，请说明（演示）。", ["9"])
    free = after(_inquiry("changqiao").reply_by)
    for grounds in ("质询期满没有答复（演示）。", "警示期满没有改正，也没有报告（演示）。"):
        with scene(free, 2):
            clockwork.keep_days()
            actions.propose(_inquiry("changqiao"), grounds=grounds, actor=who("investigator"))
        with scene(after(_measure("changqiao").hear_by), 2):
            actions.decide(
                _measure("changqiao"),
                reason="事实清楚，单位没有陈述（演示）。",
                public_text=PUBLIC,
                actor=who("panel1"),
            )
        with scene(after(_measure("changqiao").object_by), 2):
            clockwork.keep_days()
        free = after(_measure("changqiao").answer_by)


def _asked(scene: Scene, who: Who, word: str, day: int, tone: Tone, question: str, paths: list[str]) -> None:
    with scene(day, 2):
        actions.ask(_signature(word), tone=tone, question=question, paths=paths, actor=who("investigator"))


def _id(word: str) -> int:
    firm = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if firm is None:
        raise LookupError(word)
    return int(firm.id)


def _signature(word: str) -> Signature:
    return pledges.of_organisations([_id(word)], SignatureState.IN_FORCE)[0]


def _inquiry(word: str) -> Inquiry:
    return session.query(Inquiry).filter_by(organisation_id=_id(word)).order_by(Inquiry.id.desc()).one()


def _measure(word: str) -> Measure:
    found = session.query(Measure).filter_by(organisation_id=_id(word)).order_by(Measure.id.desc()).first()
    if found is None:
        raise LookupError(word)
    return found
