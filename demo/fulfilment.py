"""The demo's yearly statements, due forty days ago: three given (two of them open to all), one given late, one excused, one still overdue."""

from datetime import timedelta

from association.fulfilment import actions, clockwork, queries
from association.fulfilment.models import Kept, Statement
from association.fulfilment.workflow import STATEMENT
from association.kernel import clock, dated
from association.organisations import queries as organisations
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

DUE = 40
"""Days ago."""
SUMMARY = """本年度上线作品全部经过三级审核，审核记录保存完整（演示）。

推广素材首次投放前均与正片核对；收到投诉六件，均在十个工作日内答复。"""
ANSWERS = {
    "3": (Kept.KEPT, "设内容负责人一名，审核记录已归档（演示）。"), "5": (Kept.KEPT, "建立素材核对单，一片一单（演示）。"),
    "9": (Kept.PARTLY, "有一件投诉第十二个工作日才答复，已增加一名专人（演示）。"),
}  # fmt: skip


def settle(scene: Scene, who: Who) -> None:
    """The day statements are due, fixed before anybody signs."""
    with scene(796, 2):
        today = clock.today()
        due = today + timedelta(days=796 - DUE)
        dated.change(
            "fulfilment.due_on", value=due.strftime("%m-%d"), basis="演示协会的设置", in_force_from=today, checked_by="管样例",
            checked_on=today, actor=who("admin"),
        )  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    with scene(DUE + 59, 2):
        clockwork.keep_days()
    _given(scene, who, "aurora", 75, is_open=True, answers=ANSWERS)
    _given(scene, who, "borealis", 60)
    _given(scene, who, "platform", 52, is_open=True)
    with scene(DUE - 16, 2):
        clockwork.keep_days()
    with scene(20, 2):
        STATEMENT.take(
            "excuse",
            _living("nanfeng"),
            actor=who("registrar2"),
            reason="上半年停业装修，没有上线作品，理事会同意免报（演示）",
        )
    _given(scene, who, "qinghe", 12)
    with scene(2, 2):
        _write("shiguang", who, is_open=False, answers={})


def _living(word: str) -> Statement:
    firm = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if firm is None:
        raise LookupError(word)
    return next(s for s in queries.of_organisations([firm.id]) if s.is_owed)


def _write(word: str, who: Who, *, is_open: bool, answers: dict[str, tuple[Kept, str]]) -> Statement:
    statement = _living(word)
    actions.write(
        statement,
        summary=SUMMARY,
        answers=answers,
        is_open=is_open,
        evidence=[],
        actor=who(f"clerk@{word}.example"),
    )
    return statement


def _given(
    scene: Scene, who: Who, word: str, day: int, *, is_open: bool = False, answers: dict[str, tuple[Kept, str]] | None = None
) -> None:  # fmt: skip
    with scene(day, 2):
        actions.submit(
            _write(word, who, is_open=is_open, answers=answers or {}), actor=who(f"clerk@{word}.example")
        )
    with scene(day - 1, 3):
        STATEMENT.take("give", _living(word), actor=who(f"signer@{word}.example"))
