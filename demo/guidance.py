"""The demo's guidance: an answer made public that still holds, one whose clause has changed since, a question for staff, one for its asker."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from association.guidance import actions
from association.guidance.models import PublicAnswer, Question, WorkClass
from association.guidance.workflow import PUBLIC_ANSWER, QUESTION
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.rules import queries as rules
from association.rules.models import Edition
from association.rules.reading.normal import normal
from demo.standards import CONDUCT

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]
REVIEWS = (
    ("submit", "editor"),
    ("first_review", "editor2"),
    ("second_review", "reviewer"),
    ("third_review", "issuer"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and its answer; `public` is the general case in which the answer is told to everybody."""

    by: str
    topic: str
    title: str
    text: str
    works: tuple[str, ...] = ()
    work_class: WorkClass | None = None
    path: str = ""
    answer: str = ""
    public_title: str = ""
    public_case: str = ""


REFUNDS = Asked(
    by="clerk@aurora.example", topic="推广与投流", title="观众误付后要退款，答复期限怎么算", path="9",
    text="观众在小程序里误付了两集，客服当天收到。七个工作日是从收到要求那天起，还是第二天起（演示）？",
    answer="收到要求的当天不计入，从第二个工作日起算；这是答复的期限，不是退款到账的期限（演示）。",
    public_title="误付退款的答复期限从哪一天起算", public_case="观众要求退还误付款项，小程序主体当天收到要求（演示）。",
)  # fmt: skip
TRAILER = Asked(
    by="clerk@aurora.example", topic="推广与投流", title="预告片调换镜头顺序，算不算与正片一致", works=("《晚风样例》",), path="8",
    work_class=WorkClass.ORDINARY, text="《晚风样例》的投流素材把第三集的争吵放到了开头，镜头都在正片里，只是先后换了（演示）。",
    answer="镜头取自正片、调换后不改变情节意思的，可以认为与正片情节实质一致；调换后让人以为发生了正片没有的事，就不一致。请在首次投放前核对并保存记录（演示）。",
    public_title="投流素材调换镜头顺序，算不算与正片情节一致", public_case="投流素材的镜头都取自正片，只是调换了先后（演示）。",
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    """Two that are public, two that wait."""
    _made_public(scene, who, REFUNDS, days_ago=300)
    with scene(180, 1):
        actions.recheck_all()
    id_ = _made_public(scene, who, TRAILER, days_ago=30, asks_back=True)
    with scene(22, 6):
        actions.rate(
            session.get_one(Question, id_), helped=True, note="说得清楚（演示）。", actor=who(TRAILER.by)
        )
    _waiting(scene, who)


def _edition() -> Edition:
    document = rules.by_title(normal(CONDUCT))
    edition = rules.in_force_on(document, clock.today()) if document else None
    if edition is None:
        raise LookupError(CONDUCT)
    return edition


def _ask(who: Who, asked: Asked) -> int:
    officer = who(asked.by)
    question = actions.ask(
        organisation_id=officer.ids("organisation", "clerk")[0], topic=asked.topic, title=asked.title, text=asked.text,
        works=asked.works, work_class=asked.work_class, actor=officer,
    )  # fmt: skip
    return int(question.id)


def _made_public(scene: Scene, who: Who, asked: Asked, *, days_ago: int, asks_back: bool = False) -> int:
    with scene(days_ago, 2):
        id_ = _ask(who, asked)
    if asks_back:
        with scene(days_ago - 1, 2):
            actions.ask_back(
                session.get_one(Question, id_),
                text="调换以后，观众会不会以为争吵发生在另两个人之间（演示）？",
                actor=who("editor"),
            )
        with scene(days_ago - 2, 2):
            actions.reply(
                session.get_one(Question, id_), text="不会，台词和人物都没有动（演示）。", actor=who(asked.by)
            )
    with scene(days_ago - 4, 2):
        question, edition = session.get_one(Question, id_), _edition()
        actions.write(question, text=asked.answer, basis_on=clock.today(), basis_note="", actor=who("editor"))
        actions.add_clause(question, edition=edition, path=asked.path, actor=who("editor"))
        QUESTION.take("propose", question, actor=who("editor"))
    with scene(days_ago - 5, 2):
        QUESTION.take("approve", session.get_one(Question, id_), actor=who("legal"))
    with scene(days_ago - 15, 1):
        answer = actions.draft(
            question=session.get_one(Question, id_), topic=asked.topic, title=asked.public_title, asks=asked.public_case,
            answers=asked.answer, basis_on=clock.today(), actor=who("editor"),
        ).id  # fmt: skip
    for hour, (deed, person) in enumerate(REVIEWS, start=2):
        with scene(days_ago - 15, hour):
            PUBLIC_ANSWER.take(deed, session.get_one(PublicAnswer, answer), actor=who(person))
    return id_


def _waiting(scene: Scene, who: Who) -> None:
    with scene(4, 2):
        _ask(who, Asked(
            by="clerk@borealis.example", topic="登记与年审", title="主播自己开的账号，要不要列进账号清单",
            text="主播签约前自己开的账号，签约后内容由我们参与策划，但收益归他本人。登记时要不要列（演示）？",
        ))  # fmt: skip
    with scene(7, 2):
        id_ = _ask(who, Asked(
            by="clerk@platform.example", topic="类别与备案", title="分上下两季上线的剧，投资额合并还是分开算", works=("《两岸样例》",),
            work_class=WorkClass.UNSURE, text="同一部剧分两季，隔四个月上线，合同是一份（演示）。",
        ))  # fmt: skip
    with scene(5, 2):
        actions.ask_back(
            session.get_one(Question, id_), text="两季的立项和预算是一次定的，还是分开定的？请附合同里写投资额的那一页（演示）。",
            actor=who("registrar"),
        )  # fmt: skip
