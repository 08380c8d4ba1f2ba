"""Commentary through the real actions. All wording is ours."""

from datetime import date, timedelta

from association import drafting
from association.accounts.models import Account
from association.commentary import actions
from association.commentary.models import Commentary, CommentaryKind, FindingKind
from association.commentary.workflow import COMMENTARY
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from tests import cast, stages

TEXT = """这部作品讲一座小城的修表匠。

一、看得见的生活

人物说的是本地人说的话。

二、可以改的地方

推广素材剪用了正片没有的语气。
"""
NOTHING = {
    "title": "一只表停了以后", "topic": "家庭情感", "work": "晚风里的表匠样例", "work_number": "", "names_somebody": False,
    "period_from": None, "period_to": None, "publish_at": None,
}  # fmt: skip
PROBLEM = {
    "fact": "推广素材剪用了正片没有的语气。",
    "cause": "投放环节另行剪辑。",
    "proposal": "投放之前由制作方核对。",
}


def account(role: str, name: str | None = None) -> Account:
    return cast.somebody(role, email=f"{role}@staff.example", name=name)


def staff(role: str) -> Actor:
    return cast.actor(account(role))


def newest() -> Commentary:
    found = session.query(Commentary).order_by(Commentary.id.desc()).first()
    if found is None:
        raise LookupError("no commentary")
    return found


def begun(
    kind: CommentaryKind = CommentaryKind.ESSAY, *, maker_code: str = "", **facts: object
) -> Commentary:
    secretary = staff("experts")
    with writing():
        actions.begin(kind, facts=NOTHING | facts, maker_code=maker_code, actor=secretary)
    return newest()


def commissioned(**facts: object) -> Commentary:
    begun(**facts)
    writer, secretary = account("expert", "盛样例"), staff("experts")
    with writing():
        actions.commission(newest(), writer=writer, due_on=None, actor=secretary)
    return newest()


def written(
    text: str = TEXT,
    *,
    kind: FindingKind = FindingKind.COMMON,
    edition: object = None,
    path: str = "",
    **facts: object,
) -> Commentary:
    commissioned(**facts)
    expert = staff("expert")
    with writing():
        drafting.save(newest(), text, base=0, actor=expert)
        actions.find(newest(), kind=kind, **PROBLEM, edition=edition, path=path, actor=expert)
    return newest()


def step(deed: str, role: str, reason: str = "") -> None:
    who = staff(role)
    with writing():
        COMMENTARY.take(deed, newest(), actor=who, reason=reason)


def reviewed() -> None:
    step("submit", "expert" if newest().writer_id else "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    if newest().needs_legal:
        step("legal_review", "legal")
    step("third_review", "issuer")


def issued(**facts: object) -> Commentary:
    written(**facts)
    reviewed()
    return newest()


def clock_days(ago: int) -> date:
    return clock.today() - timedelta(days=ago)


stages.remember(__name__)
