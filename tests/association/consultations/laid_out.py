"""A draft laid out for comments, and people who comment on it, through the real actions. All wording is ours."""

import re
from datetime import date, timedelta
from email import message_from_string, policy

import time_machine
from flask import Flask

from association.accounts.actors import actor_of
from association.consultations import actions, queries
from association.consultations.models import Comment, Consultation, Outcome
from association.consultations.workflow import COMMENT
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.kernel.transactions import writing
from association.rules.actions import read_in
from association.rules.models import Document, Edition
from association.rules.reading.reader import read_document
from tests import cast, stages
from tests.page import Page

SLUG = "material-2026-11"
AFTER = "2026-12-24T00:05:00+08:00"
"""When the consultation that `opened` opens is over."""
TEXT = """# 样例短剧推广素材规范（征求意见稿）

## 第一章　总则

第一条　为使推广素材与正片一致，制定本规范。

第二条　本规范适用于本会会员。

其他单位可以自愿参照。

## 第二章　素材

第三条　推广素材不得有下列情形：

（一）使用正片没有的情节；

（二）隐去付费条件。

第四条　素材首次投放前应当完成核对，并保存核对记录三个月。
"""
REVISED = TEXT.replace("三个月", "不少于六个月").replace("（征求意见稿）", "")
WORDING = "素材首次投放前应当完成核对，并保存核对记录三个月。"
BETTER = "素材首次投放前应当完成核对，并保存核对记录不少于六个月。"


def edition(text: str = TEXT, document: Document | None = None) -> Edition:
    """A draft edition, read in as staff would."""
    if document is None:
        title = "样例短剧推广素材规范"
        document = Document(slug="material", title=title, title_key=title)
        session.add(document)
        session.flush()
    read = read_document("样例短剧推广素材规范.md", text.encode())
    return read_in(read, file_name="样例.md", actor=SYSTEM, document=document).edition


def opened(
    *, days: int = 30, opens_on: date | None = None, title: str = "样例短剧推广素材规范"
) -> Consultation:
    """A consultation on a draft, about its document."""
    editor = cast.somebody("editor")
    with writing():
        draft = edition()
        return actions.open(
            draft.document, edition=draft, title=title, closes_on=(opens_on or clock.today()) + timedelta(days=days),
            note="请着重看第四条。", actor=actor_of(editor), opens_on=opens_on,
        )  # fmt: skip


def consultation() -> Consultation:
    return session.query(Consultation).one()


def said(path: str = "4", *, by: object = None, **typed: object) -> Comment:
    """A comment of somebody signed in."""
    account = by or cast.somebody()
    with writing():
        return actions.comment(
            consultation(), path=path,
            **({"body": "太短。", "proposed": "", "reason": "", "language": "zh", "machine": "192.0.2.1"} | typed),
            actor=actor_of(account),
        )  # fmt: skip


def shown(comment: Comment) -> None:
    editor, id_ = cast.somebody("editor"), comment.id
    with writing():
        COMMENT.take("show", session.get_one(Comment, id_), actor=actor_of(editor))


def visitor_says(app: Flask, path: str = "4", email: str = "reader@people.example", **typed: str) -> Page:
    slug = consultation().slug
    page = Page(app).get(
        f"/consultations/{slug}/comment/{path}/" if path else f"/consultations/{slug}/comment/"
    )
    return page.submit("提出意见", **({"body": "太短。", "name": "王样例", "email": email} | typed))


def link_in(letters: list[str]) -> str:
    """The address behind the newest proof letter's link."""
    bodies = [message_from_string(letter, policy=policy.default).get_content() for letter in letters]
    found = [address for body in bodies for address in re.findall(r"/consultations/prove/[\w-]+/", body)]
    if not found:
        raise LookupError(bodies)
    return str(found[-1])


def over() -> None:
    """The last day has gone by; the clock has closed it."""
    with writing():
        actions.close_due()


def unanswered() -> int:
    return queries.unanswered(consultation())


def one(number: int = 1) -> Comment:
    return session.query(Comment).filter(Comment.number == number).one()


def finished(*, outcome: Outcome = Outcome.TAKEN) -> None:
    """Every comment answered alike, and the answers public."""
    editor = cast.staff("editor")
    with time_machine.travel(AFTER):
        over()
        with writing():
            everything = session.query(Comment).order_by(Comment.number).all()
            actions.answer_many(everything, outcome=outcome, because="已据此修改", actor=editor)
        with writing():
            actions.finish(consultation(), actor=editor)


stages.remember(__name__)
