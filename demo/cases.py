"""The demo's cases: four decided – upheld, lighter, not upheld, for a member only –, one settled by putting it right, one told what is proposed, one
passed on because no measure reaches it, one lead. Each through the hands it needs."""

from dataclasses import dataclass, field
from datetime import timedelta

from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import Panel, PanelSeat
from association.pledges import queries as pledges
from association.rules import queries as rules
from bulletins.cases import actions, clockwork
from bulletins.cases.models import CaseFile, Channel, Paper, Source
from bulletins.cases.workflow import CASE
from demo import case_appeals
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.papers import scan

SHOWN = {"shiguang": 9, "miniapp": 6}
"""Whose cases are shown with the name, for how many months."""
MEMBERS = ("panel1", "panel2", "panel3")


@dataclass(frozen=True)
class Told:
    """One case as it is told: about whom, how many days ago it began, what it is about, what came of it."""

    word: str
    day: int
    title: str
    fault: str
    path: str
    fact: str
    measure: str = "remind"
    months: int = 0
    conclusion: str = "as_proposed"
    decided: tuple[str, int] = field(default=("", 0))
    source: Source = Source.PATROL


DECIDED = (
    Told(
        "shiguang", 200, "推广素材与正片不一致", "推广素材与正片不一致", "5", "四条推广素材里有两条的情节正片里没有（演示）。", "warn", 6, decided=("warn", 6)
    ),
    Told(
        "qinghe", 150, "人工智能生成的画面没有注明", "人工智能生成内容未标明", "6", "三部作品的简介没有注明使用了人工智能生成的画面（演示）。", "criticise", 3,
        "lighter", ("remind", 0), Source.SELF,
    ),
    Told(
        "nanfeng", 110, "片名与内容不一致", "片名或简介与内容不一致", "4", "片名所说的情节没有出现在前十集（演示）。", "warn", 3, "not_upheld", ("", 0),
        Source.PRESS,
    ),
    Told("miniapp", 80, "付费之前没有写明退款办法", "付费提示不清", "8", "付费页面没有写明退款办法（演示）。", "correct", 3, decided=("correct", 3)),
)  # fmt: skip
SETTLED = Told(
    "platform",
    60,
    "两件投诉没有按期答复",
    "投诉处理不及时",
    "9",
    "两件投诉超过十个工作日没有答复（演示）。",
)
PROPOSED = Told(
    "borealis",
    20,
    "代理素材首次投放前没有核对",
    "推广素材与正片不一致",
    "5",
    "一条代理素材首次投放前没有核对记录（演示）。",
    "warn",
    3,
)
PASSED_ON = Told("songyan", 30, "审核记录不全", "审核记录不全", "3", "两部作品没有三级审核的记录（演示）。")
LEAD = Told("xinghe", 4, "投放素材的来源不清", "其他", "5", "一条投放素材没有写明出自哪部作品（演示）。")


def tell(scene: Scene, who: Who) -> None:
    for told in DECIDED:
        decided_in_full(scene, who, told)
    _filed(scene, who, SETTLED)
    with scene(SETTLED.day - 6, 3):
        CASE.take(
            "offer",
            case_of(SETTLED),
            actor=who("clerk@platform.example"),
            reason="两件投诉当天答复，另设专人每日核对（演示）。",
        )
    with scene(SETTLED.day - 8, 3):
        CASE.take(
            "resolve",
            case_of(SETTLED),
            actor=who("investigator"),
            reason="已经答复并设专人，协会看过记录（演示）。",
        )
    _filed(scene, who, PROPOSED)
    with scene(PROPOSED.day - 12, 2):
        _notify(PROPOSED, who)
    _checked(scene, who, PASSED_ON)
    with scene(PASSED_ON.day - 5, 2):
        actions.transfer(
            case_of(PASSED_ON),
            authority="样例省主管部门（演示）",
            reason="不是会员，也没有签署公约，请依职责处理（演示）。",
            actor=who("legal"),
        )
    _opened(scene, who, LEAD)


def decided_in_full(scene: Scene, who: Who, told: Told) -> None:
    _filed(scene, who, told)
    _proposed(scene, who, told)
    _decided(scene, who, told)


def _opened(scene: Scene, who: Who, told: Told) -> None:
    with scene(told.day, 2):
        actions.open_case(
            code=_code(told.word), source=told.source, title=told.title, fault=told.fault, happened_on=clock.today() - timedelta(days=6),
            lead=told.fact, actor=who("investigator"),
        )  # fmt: skip


def _checked(scene: Scene, who: Who, told: Told) -> None:
    _opened(scene, who, told)
    with scene(told.day - 1, 2):
        case = case_of(told)
        CASE.take("check", case, actor=who("investigator"))
        edition = rules.in_force_on(pledges.versions_in_force()[0].pledge.document, case.happened_on)
        if edition is None:
            raise LookupError(told.word)
        actions.allege(case, fact=told.fact, edition=edition, path=told.path, actor=who("investigator"))
        actions.add_evidence(
            case, title="页面截图", taken_on=clock.today(), taken_from="平台页面（演示）", is_shown=True, file=scan("页面截图", told.title),
            actor=who("investigator"),
        )  # fmt: skip


def _filed(scene: Scene, who: Who, told: Told) -> None:
    _checked(scene, who, told)
    with scene(told.day - 3, 2):
        CASE.take("file", case_of(told), actor=who("legal"), reason="有页面截图为证，应当调查（演示）。")


def _notify(told: Told, who: Who) -> None:
    actions.notify(
        case_of(told), grounds=f"{told.fact}截图与单位的材料逐条核对过（演示）。", measure=told.measure, months=told.months, circumstances=["配合调查"],
        channel="post", sent_on=clock.today(), actor=who("investigator"),
    )  # fmt: skip


def _proposed(scene: Scene, who: Who, told: Told) -> None:
    with scene(told.day - 8, 2):
        _notify(told, who)
    with scene(told.day - 12, 2):
        case = case_of(told)
        answers = {c.id: "情况属实部分已经改正，附改正以后的页面（演示）。" for c in case.charges}
        actions.plead(
            case,
            text="请协会考虑我们主动改正的情况（演示）。",
            answers=answers,
            wants_hearing=False,
            actor=who(f"clerk@{told.word}.example"),
        )
    with scene(told.day - 13, 2):
        CASE.take("submit", case_of(told), actor=who("investigator"))


def _decided(scene: Scene, who: Who, told: Told) -> None:
    _deliberated(scene, who, told)
    with scene(told.day - 19, 2):
        case = case_of(told)
        found = told.conclusion != "not_upheld"
        findings = {c.id: (found, "与截图和单位的材料核对过（演示）。") for c in case.charges}
        measure, months = told.decided
        actions.draft(
            case, reasons="审议组看过证据和单位的答复；主动改正的情况已经考虑（演示）。", measure=measure, months=months, findings=findings,
            actor=who("legal"),
        )  # fmt: skip
    with scene(told.day - 21, 2):
        CASE.take("issue", case_of(told), actor=who("issuer"))
    with scene(told.day - 22, 2):
        actions.serve(
            case_of(told),
            paper=Paper.DECISION,
            channel=Channel.POST,
            sent_on=clock.today(),
            note="挂号信（演示）",
            actor=who("intake"),
        )
    with scene(told.day - 24, 2):
        if told.word != "qinghe":
            CASE.take("confirm", case_of(told), actor=who(f"signer@{told.word}.example"))
    if told.word == "miniapp":
        case_appeals.appealed(scene, who, told.word, told.day - 26, lambda: case_of(told))
    with scene(told.day - 45, 2):
        clockwork.keep_days()
    if told.word in SHOWN:
        case_appeals.put_right(
            scene, who, told.word, told.day - 50, lambda: case_of(told), months=SHOWN[told.word]
        )
        if told.word == "shiguang":
            with scene(8, 2):
                actions.apply_for_repair(
                    case_of(told),
                    grounds="全部改正，六个月里没有再发生（演示）。",
                    actor=who("signer@shiguang.example"),
                )
    elif told.word == "nanfeng":
        case_appeals.put_away(scene, who, told.day - 50, lambda: case_of(told))


def _deliberated(scene: Scene, who: Who, told: Told) -> None:
    with scene(told.day - 14, 2):
        people = [person for word in MEMBERS if (person := who(word).person_id) is not None]
        actions.convene(
            case_of(told), people=people, due_on=clock.today() + timedelta(days=6), actor=who("experts")
        )
    for number, word in enumerate(MEMBERS):
        with scene(told.day - 15, 2 + number):
            seat = _seat(told, who, word)
            panels.declare_clear(seat, actor=who(word))
            panels.vote(seat, word=told.conclusion, because="看过证据和单位的答复（演示）。", actor=who(word))
    with scene(told.day - 16, 2):
        panels.write_minutes(
            _panel(told),
            conclusion=told.conclusion,
            text="审议组逐点看过证据和单位的答复（演示）。",
            actor=who(MEMBERS[0]),
        )
    for word in MEMBERS[1:]:
        with scene(told.day - 17, 2):
            panels.confirm(_seat(told, who, word), agrees=True, note="", actor=who(word))


def _panel(told: Told) -> Panel:
    panel = sittings.latest(case_of(told))
    if panel is None:
        raise LookupError(told.title)
    return panel


def _seat(told: Told, who: Who, word: str) -> PanelSeat:
    seat = _panel(told).seat_of(who(word).person_id)
    if seat is None:
        raise LookupError(word)
    return seat


def _code(word: str) -> str:
    return code(next(f.serial for f in FIRMS if f.word == word))


def case_of(told: Told) -> CaseFile:
    firm = organisations.living(_code(told.word))
    if firm is None:
        raise LookupError(told.word)
    return session.query(CaseFile).filter_by(organisation_id=firm.id, title=told.title).one()
