"""The demo's open consultation: the next edition of its rule laid out as a draft, and what some have said of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from association.consultations import actions, texts
from association.consultations.models import Comment, Consultation, Outcome
from association.consultations.workflow import COMMENT
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.rules.models import DocumentKind
from demo.rules import read_in

DRAFT = "miniapp-drama-draft.md"
NOTE = "本会拟修订这份规则，主要改动是退款答复的期限和投流方的义务。欢迎任何人逐条提出意见。"
SAID = (
    ("clerk@aurora.example", "11", "三个工作日偏紧，核对款项需要时间，建议改为五个工作日。", "五个工作日"),
    ("signer@platform.example", "13", "建议写明“显著位置”的最低要求，以便平台核对。", ""),
    ("expert3", "10", "“一步关闭”的表述清楚，赞成。", ""),
)
"""Who said what of which clause, and what is to stand for 三个工作日, if anything."""


def tell(scene: Callable[[int, int], AbstractContextManager[None]], who: Callable[[str], Actor]) -> None:
    """Laid out three weeks ago; two comments have been looked at, one of them answered, the last waits for staff."""
    with scene(21, 2):
        draft = read_in(DRAFT, editor=who("editor"), kind=DocumentKind.STANDARD)
        consultation = actions.open(
            draft, edition=draft, title=f"《{draft.document.title}》修订征求意见", closes_on=clock.today() + timedelta(days=45),
            note=NOTE, actor=who("editor"),
        )  # fmt: skip
        session.flush()
        number = consultation.id
    comments = [_say(scene, who, number, days_ago=14 - n * 4, said=said) for n, said in enumerate(SAID)]
    with scene(4, 3):
        for comment in comments[:2]:
            COMMENT.take("show", session.get_one(Comment, comment), actor=who("editor2"))
    with scene(3, 3):
        actions.answer(
            session.get_one(Comment, comments[1]), outcome=Outcome.PARTLY, actor=who("editor2"),
            because="拟在实施说明中写明显著位置的样式，正文不作改动。",
        )  # fmt: skip


def _say(
    scene: Callable[[int, int], AbstractContextManager[None]],
    who: Callable[[str], Actor],
    consultation_id: int,
    *,
    days_ago: int,
    said: tuple[str, str, str, str],
) -> int:
    email, path, body, instead = said
    with scene(days_ago, 3):
        actor = who(email)
        about = session.get_one(Consultation, consultation_id)
        clause = texts.clause_of(about.edition, path)
        comment = actions.comment(
            about, path=path, body=body, reason="", language="zh", machine="demo", actor=actor,
            proposed=clause.text.replace("三个工作日", instead) if clause and instead else "",
            organisation_id=next(iter(sorted(actor.ids("organisation", "clerk", "signer"))), None),
        )  # fmt: skip
        return comment.id
