"""A round of commendations through the real actions. All wording is ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import time_machine

from association import drafting
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from bulletins.commendations import actions, clockwork, queries
from bulletins.commendations.models import Nomination, Objection, Round, Stage
from bulletins.commendations.workflow import NOMINATION, ROUND
from bulletins.notices.models import Notice
from bulletins.notices.workflow import NOTICE
from tests import cast, stages
from tests.bulletins.notices.issued import staff

FACTS = {
    "title": "2026年推荐作品（样例）", "purpose": "介绍一批让人看得放心的作品和做法。", "basis_kind": "理事会议定的推荐介绍（不设奖项、等级和名次）",
    "basis": "第三届理事会第五次会议，2026年11月2日", "nominate_by": date(2026, 12, 10),
}  # fmt: skip
WORDS = {
    Stage.CALL: "请各单位提名。",
    Stage.PUBLICITY: "现将拟推荐名单公示如下。",
    Stage.RESULT: "经公示，现公布名单。",
}
LONG_AGO = "2026-06-01T10:00:00+08:00"
AFTER_CALL = "2026-12-11T10:00:00+08:00"
AFTER_PUBLICITY = "2026-12-19T10:00:00+08:00"
"""The fifth working day after Friday the eleventh is Friday the eighteenth."""


@contextmanager
def on(moment: str) -> Iterator[None]:
    with time_machine.travel(moment, tick=True):
        yield


def firm(serial: int = 101, **facts: object) -> cast.Firm:
    """Verified long ago, so that it may be commended."""
    with on(LONG_AGO):
        return cast.verified(serial, **facts)


def round_() -> Round:
    """The newest."""
    found = session.query(Round).order_by(Round.id.desc()).first()
    if found is None:
        raise LookupError("no round")
    return found


def nomination(called: str = "海边的灯") -> Nomination:
    return session.query(Nomination).filter_by(called=called).order_by(Nomination.id.desc()).first()  # type: ignore[return-value]


def prepared(**facts: object) -> Round:
    editor = staff("editor")
    with writing():
        actions.prepare(facts=FACTS | facts, actor=editor)
    return round_()


def cleared(**facts: object) -> Round:
    prepared(**facts)
    step("clear", "legal", reason="会议纪要核对无误")
    return round_()


def step(deed: str, role: str, reason: str = "") -> None:
    who = staff(role)
    with writing():
        ROUND.take(deed, round_(), actor=who, reason=reason)


def begun(stage: Stage) -> int:
    editor = staff("editor")
    with writing():
        notice = actions.begin_paper(round_(), stage, actor=editor)
        drafting.save(notice, WORDS[stage], base=0, actor=editor)
        return notice.id


def paper(stage: Stage) -> Notice:
    found = queries.living_paper(round_(), stage)
    if found is None:
        raise LookupError(stage)
    return found.notice


def issued(stage: Stage) -> Notice:
    """Reviewed by three, and by the legal office where it names somebody."""
    id_ = begun(stage)
    deeds = [
        ("submit", "editor"),
        ("first_review", "editor"),
        ("second_review", "reviewer"),
        ("third_review", "issuer"),
    ]
    if stage is not Stage.CALL:
        deeds.insert(3, ("legal_review", "legal"))
    for deed, role in deeds:
        who = staff(role)
        with writing():
            NOTICE.take(deed, session.get_one(Notice, id_), actor=who)
    return paper(stage)


def opened() -> Round:
    cleared()
    issued(Stage.CALL)
    return round_()


def nominated(whose: cast.Firm, *, by: cast.Firm | None = None, called: str = "海边的灯", actor: Actor | None = None) -> Nomination:  # fmt: skip
    """By its own signer unless somebody else is said."""
    who = actor or (by or whose).signer
    with writing():
        actions.nominate(
            round_(), code=whose.organisation.uscc, subject="work", called=called, grounds="画面干净，适合全家看。", evidence=[],
            by=None if actor else (by or whose).organisation, actor=who,
        )  # fmt: skip
    return nomination(called)


def take(deed: str, role: str | Actor, called: str = "海边的灯", reason: str = "") -> None:
    who = staff(role) if isinstance(role, str) else role
    with writing():
        NOMINATION.take(deed, nomination(called), actor=who, reason=reason)


def days_pass() -> None:
    with writing():
        clockwork.keep_days()


def proposed(*firms: cast.Firm) -> None:
    """Nominated, admitted, and after the call proposed; the clock stays at the call."""
    for n, one in enumerate(firms):
        nominated(one, called=f"作品{n}")
        take("admit", "registrar", f"作品{n}")
    with on(AFTER_CALL):
        days_pass()
        for n in range(len(firms)):
            take("propose", "reviewer", f"作品{n}", reason="值得介绍")


def laid_out(*firms: cast.Firm) -> None:
    opened()
    proposed(*firms)
    with on(AFTER_CALL):
        issued(Stage.PUBLICITY)


def objected(called: str = "作品0", who: str = "", token: str = "once") -> str:  # noqa: S107
    with writing():
        return actions.object_to(nomination(called), words="片中的海不是海（样例）。", who=who, token=token)


def objection() -> Objection:
    return session.query(Objection).order_by(Objection.id.desc()).first()  # type: ignore[return-value]


def announced(*firms: cast.Firm) -> None:
    laid_out(*firms)
    with on(AFTER_PUBLICITY):
        days_pass()
        issued(Stage.RESULT)


stages.remember(__name__)
