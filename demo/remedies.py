"""The demo's notes and interviews: one talked over, asked and put right; one with a deadline at an agency; one suggestion; one to be rechecked."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from association.kernel import clock, working_days
from association.kernel.db import session
from association.kernel.policy import Actor
from association.remedies import actions
from association.remedies.models import GuidanceNote, Interview, Source
from association.remedies.workflow import INTERVIEW, NOTE
from association.rules import queries as rules
from association.rules.models import Edition
from association.rules.reading.normal import normal
from demo.cast import FIRMS, code
from demo.papers import scan
from demo.standards import CONDUCT

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A note: to whom, what is known and asked, the clause, how many days it leaves."""

    firm: str
    title: str
    facts: str
    asks: str
    path: str
    days: int
    source: Source = Source.OWN


MATERIALS = Asked(
    firm="nanfeng", title="补齐投流素材的核对记录", source=Source.INTERVIEW, path="8", days=21,
    facts="约谈中了解到，本季投流素材有一部分没有留下核对记录（演示）。", asks="补齐本季素材的核对记录\n写明由谁核对、何时核对\n今后首次投放前完成核对",
)  # fmt: skip
LABELS = Asked(
    firm="borealis", title="人工智能生成画面的注明", path="6", days=20,
    facts="旗下账号发布的三条预告片含有人工智能生成的画面，片头和简介都没有注明（演示）。",
    asks="在这三条预告片的简介中补充注明\n保存生成记录\n把注明写进发布前的核对表",
)  # fmt: skip
REFUNDS = Asked(
    firm="miniapp", title="误付退款的答复期限", path="11", days=25, facts="有观众反映要求退款后十天才得到答复（演示）。",
    asks="把答复期限写进客服流程\n报送最近一个月的答复记录",
)  # fmt: skip
TITLES = Asked(
    firm="songyan", title="片名与情节相符", path="4", days=18, facts="送来咨询的两部剧片名与主要情节不符，容易使人误会（演示）。",
    asks="请核对两部剧的片名\n不相符的建议更改",
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    """Four stories."""
    interview = _held(scene, who)
    _put_right(scene, who, interview)
    with_agency = _issued(scene, who, LABELS, days_ago=6)
    with scene(5, 2):
        NOTE.take("receive", _note(with_agency), actor=who("clerk@borealis.example"))
        NOTE.take(
            "plan",
            _note(with_agency),
            actor=who("clerk@borealis.example"),
            text="本周补充注明，下周改核对表（演示）。",
        )
    waits = _issued(scene, who, REFUNDS, days_ago=12)
    with scene(10, 2):
        NOTE.take("receive", _note(waits), actor=who("clerk@miniapp.example"))
    with scene(3, 2):
        actions.report(
            _note(waits), text="客服流程已改，答复记录见附件（演示）。", files=[scan("答复记录", "演示")], actor=who("clerk@miniapp.example"),
        )  # fmt: skip
    _issued(scene, who, TITLES, days_ago=1)
    _invited(scene, who)


def _note(id_: int) -> GuidanceNote:
    return session.get_one(GuidanceNote, id_)


def _interview(id_: int) -> Interview:
    return session.get_one(Interview, id_)


def _uscc(firm_word: str) -> str:
    return code(next(firm.serial for firm in FIRMS if firm.word == firm_word))


def _edition() -> Edition:
    document = rules.by_title(normal(CONDUCT))
    edition = rules.in_force_on(document, clock.today()) if document else None
    if edition is None:
        raise LookupError(CONDUCT)
    return edition


def _meeting(working_days_ahead: int) -> datetime:
    day = working_days.add(clock.today(), working_days_ahead).on
    return datetime.combine(day, time(14, 30), tzinfo=clock.CHINA)


def _held(scene: Scene, who: Who) -> int:
    with scene(100, 2):
        interview = actions.propose(
            code=_uscc("nanfeng"), subject="投流素材的核对", about="想了解首次投放前怎样核对素材，请带本季的核对记录（演示）。",
            place="协会会议室（演示）", meets_at=_meeting(4), actor=who("registrar"),
        )  # fmt: skip
        id_, days_to_go = interview.id, (clock.day_of(interview.meets_at) - clock.today()).days
    with scene(99, 3):
        INTERVIEW.take("confirm", _interview(id_), actor=who("clerk@nanfeng.example"))
    with scene(100 - days_to_go, 8):
        INTERVIEW.take(
            "hold", _interview(id_), actor=who("registrar"), attended="费样例（经办人）；陆样例、林样例（秘书处）",
            minutes="单位介绍了投流素材的来源和核对办法。\n本季有一部分素材投放后才核对，没有留下记录；单位表示会补（演示）。",
        )  # fmt: skip
    with scene(99 - days_to_go, 3):
        INTERVIEW.take("agree", _interview(id_), actor=who("signer@nanfeng.example"))
    return id_


def _issued(scene: Scene, who: Who, asked: Asked, *, days_ago: int, interview: int | None = None) -> int:
    """Drafted by an editor, issued by the legal office; who writes it and who rechecks it are others."""
    with scene(days_ago, 1):
        talk = _interview(interview) if interview else None
        note = actions.draft(
            code=_uscc(asked.firm), source=asked.source, source_words=talk.number if talk else "", interview=talk, title=asked.title,
            facts=asked.facts, asks=asked.asks, due_on=clock.today() + timedelta(days=asked.days), actor=who("editor"),
        )  # fmt: skip
        actions.add_clause(note, edition=_edition(), path=asked.path, actor=who("editor"))
        NOTE.take("propose", note, actor=who("editor"))
        id_ = int(note.id)
    with scene(days_ago, 3):
        NOTE.take("issue", _note(id_), actor=who("legal"))
    return id_


def _put_right(scene: Scene, who: Who, interview: int) -> None:
    clerk = "clerk@nanfeng.example"
    id_ = _issued(scene, who, MATERIALS, days_ago=90, interview=interview)
    with scene(89, 2):
        NOTE.take("receive", _note(id_), actor=who(clerk))
    with scene(84, 2):
        actions.report(
            _note(id_), text="记录已补（演示）。", files=[scan("核对记录", "演示")], actor=who(clerk)
        )
    with scene(82, 2):
        NOTE.take(
            "ask_again", _note(id_), actor=who("registrar2"), text="第二项没有写明核对人（演示）。",
            until=clock.today() + timedelta(days=15),
        )  # fmt: skip
    with scene(76, 2):
        actions.report(
            _note(id_),
            text="已逐条写明核对人和时间（演示）。",
            files=[scan("核对记录", "演示", "补")],
            actor=who(clerk),
        )
    with scene(74, 2):
        NOTE.take("close", _note(id_), actor=who("registrar2"), text="所列三条都已办到（演示）。")


def _invited(scene: Scene, who: Who) -> None:
    with scene(2, 2):
        actions.propose(
            code=_uscc("yuanshan"), subject="主播合同的常见问题", about="想听听签约中的困难，请带一份空白合同（演示）。",
            place="视频会议（演示）", meets_at=_meeting(6), actor=who("registrar"),
        )  # fmt: skip
