"""Notices through the real actions. All wording is ours."""

from association import drafting
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from bulletins.notices import actions
from bulletins.notices.models import Notice, NoticeKind
from bulletins.notices.workflow import NOTICE
from tests import cast, stages

TEXT = """近期收到的投诉中，推广素材与正片不符的较多。现将有关情况通报如下。

一、主要情况

（一）素材使用了正片没有的情节。

（二）付费条件没有写明。

二、有关要求

各会员单位应当在投放前完成核对，并保存核对记录不少于六个月。
"""
NOTHING = {
    "title": "关于推广素材核对情况的通报", "topic": "推广素材", "addressee": "各会员单位：", "names_somebody": False, "audience": [],
    "source_issuer": "", "source_number": "", "source_url": "", "source_on": None, "publish_at": None,
}  # fmt: skip
SOURCE = {
    "source_issuer": "示例省示例主管部门", "source_number": "示办发〔2026〕7号", "source_url": "https://authority.example/7",
}  # fmt: skip


def staff(role: str) -> Actor:
    return cast.actor(cast.somebody(role, email=f"{role}@staff.example"))


def notice() -> Notice:
    """The newest."""
    found = session.query(Notice).order_by(Notice.id.desc()).first()
    if found is None:
        raise LookupError("no notice")
    return found


def begun(kind: NoticeKind = NoticeKind.BULLETIN, **facts: object) -> Notice:
    editor = staff("editor")
    with writing():
        actions.begin(kind, facts=NOTHING | facts, actor=editor)
    return notice()


def written(text: str = TEXT, kind: NoticeKind = NoticeKind.BULLETIN, **facts: object) -> Notice:
    begun(kind, **facts)
    editor = staff("editor")
    with writing():
        drafting.save(notice(), text, base=0, actor=editor)
    return notice()


def step(deed: str, role: str, reason: str = "") -> None:
    who = staff(role)
    with writing():
        NOTICE.take(deed, notice(), actor=who, reason=reason)


def reviewed() -> None:
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    if notice().names_somebody:
        step("legal_review", "legal")
    step("third_review", "issuer")


def issued(text: str = TEXT, kind: NoticeKind = NoticeKind.BULLETIN, **facts: object) -> Notice:
    written(text, kind, **facts)
    reviewed()
    return notice()


stages.remember(__name__)
