"""What the demo's people say of drafts laid out for comments, and what becomes of it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from association.consultations import actions, texts
from association.consultations.models import Comment, Consultation, Outcome
from association.consultations.workflow import COMMENT
from association.kernel.db import session
from association.kernel.policy import Actor

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who said what of which clause; `old` → `new` is the wording proposed; how it was answered and in which clause it shows."""

    by: str
    path: str
    body: str
    old: str = ""
    new: str = ""
    outcome: Outcome | None = None
    because: str = ""
    changed: str = ""


FIRST = (
    Said(by="expert1", path="4", body="建议写明什么算诱导。", outcome=Outcome.PARTLY, because="增加“以谐音、夸张的方式”，其余在解读中说明。", changed="4"),
    Said(by="trainee", path="9", body="退款答复的期限太短。", outcome=Outcome.NOT_TAKEN, because="七个工作日足以核对款项。"),
)  # fmt: skip
SECOND = (
    Said(
        by="clerk@platform.example", path="11", body="七个工作日太久，观众往往再次投诉。", old="七个工作日", new="五个工作日",
        outcome=Outcome.TAKEN, because="平台和小程序主体均表示可以做到。", changed="11",
    ),
    Said(by="expert2", path="8", body="赞成素材在首次投放前核对。", outcome=Outcome.TAKEN, because="正文已如此规定。", changed="8"),
    Said(by="clerk@aurora.example", path="7", body="建议监护人的同意书由制作机构保存，不必报送。", outcome=Outcome.TAKEN,
         because="正文改为“存于制作机构备查”。", changed="7"),
)  # fmt: skip
THIRD = (
    Said(by="clerk@aurora.example", path="11", body="三个工作日偏紧，核对款项需要时间，建议改为五个工作日。", old="三个工作日", new="五个工作日"),
    Said(by="signer@platform.example", path="13", body="建议写明“显著位置”的最低要求，以便平台核对。", outcome=Outcome.PARTLY,
         because="拟在实施说明中写明显著位置的样式，正文不作改动。"),
    Said(by="expert3", path="10", body="“一步关闭”的表述清楚，赞成。"),
)  # fmt: skip
TITLES = (
    Said(by="expert4", path="3", body="字数的上限建议改为“一般不超过”，给改编作品留余地。", outcome=Outcome.TAKEN, because="已改。", changed="3"),
    Said(by="clerk@shiguang.example", path="5", body="曾用名较多的怎样写？", outcome=Outcome.OUT_OF_SCOPE, because="属于填报方法，将在解读中说明。"),
)  # fmt: skip


def say(scene: Scene, who: Who, about: int, *, days_ago: int, said: Sequence[Said]) -> list[int]:
    """Each comments as anybody would; returns the comments' ids in order."""
    made = []
    for place, words in enumerate(said):
        with scene(days_ago - place * 2, 3):
            actor, consultation = who(words.by), session.get_one(Consultation, about)
            clause = texts.clause_of(consultation.edition, words.path)
            made.append(
                actions.comment(
                    consultation, path=words.path, body=words.body, reason="", language="zh", machine="demo", actor=actor,
                    proposed=clause.text.replace(words.old, words.new) if clause and words.old else "",
                    organisation_id=next(iter(sorted(actor.ids("organisation", "clerk", "signer"))), None),
                ).id
            )  # fmt: skip
    return made


def look(scene: Scene, who: Who, comments: Sequence[int], *, days_ago: int) -> None:
    """Staff show them."""
    with scene(days_ago, 3):
        for id_ in comments:
            COMMENT.take("show", session.get_one(Comment, id_), actor=who("editor2"))


def answer(scene: Scene, who: Who, comments: Sequence[int], said: Sequence[Said], *, days_ago: int) -> None:
    """Those that have an answer get it."""
    with scene(days_ago, 4):
        for id_, words in zip(comments, said, strict=True):
            if words.outcome is not None:
                actions.answer(
                    session.get_one(Comment, id_), outcome=words.outcome, because=words.because, actor=who("editor2")
                )  # fmt: skip
