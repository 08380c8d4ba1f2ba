"""The demo's case articles: five in public – two with the name while the publicity runs, one past its term, one that never named anybody, one that was not
upheld –, one gone because its decision was annulled, one under review. Each through the hands it needs."""

from dataclasses import dataclass

from association.accounts import queries as accounts
from association.accounts.models import Account
from association.kernel.db import session
from association.selfcheck.queries import questionnaires
from bulletins.articles import actions
from bulletins.articles.models import CaseArticle
from bulletins.articles.workflow import ARTICLE, CORRECTION
from bulletins.cases import clockwork
from bulletins.cases.models import CaseFile
from bulletins.cases.workflow import CASE
from demo import case_appeals, cases
from demo.article_texts import ANNULLED, PAST, TEXTS, Text
from demo.cases import Told
from demo.cast import DOMAIN
from demo.consulting import Scene, Who


@dataclass(frozen=True)
class Telling:
    """Which case, and how many days ago its article became public (None: it is under review)."""

    told: Told
    day: int | None
    teacher: str = "expert1"
    questionnaire: str = ""
    """Slug of the self-check whose questions go with it."""


SHIGUANG, QINGHE, NANFENG, MINIAPP = cases.DECIDED
PAST_TERM = Told(
    "changqiao",
    166,
    PAST,
    "片名或简介与内容不一致",
    "4",
    "五部作品的简介写了正片没有的情节（演示）。",
    "warn",
    3,
    decided=("warn", 3),
)
FALLEN = Told(
    "changqiao",
    140,
    ANNULLED,
    "审核记录不全",
    "3",
    "一部作品没有留下复审的记录（演示）。",
    "correct",
    1,
    decided=("correct", 1),
)
IN_TURN = (
    Telling(SHIGUANG, 140, questionnaire="studio"), Telling(PAST_TERM, 104, "expert3"), Telling(QINGHE, 92), Telling(FALLEN, 70, "expert3"), Telling(NANFENG, 50),
    Telling(MINIAPP, 20, questionnaire="miniapp"), Telling(cases.SETTLED, None, "expert3"),
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    for told in (PAST_TERM, FALLEN):
        cases.decided_in_full(scene, who, told)
    case_appeals.put_right(
        scene, who, "changqiao", PAST_TERM.day - 50, lambda: cases.case_of(PAST_TERM), months=3
    )
    for telling in IN_TURN:
        _written(scene, who, telling, TEXTS[telling.told.title])
    _afterwards(scene, who)


def _written(scene: Scene, who: Who, telling: Telling, text: Text) -> None:
    first = (telling.day or 3) + 7
    with scene(first, 2):
        actions.begin(cases.case_of(telling.told), title=telling.told.title, actor=who("editor"))
    with scene(first - 1, 2):
        article = _article(telling.told)
        check = questionnaires.by_slug(telling.questionnaire) if telling.questionnaire else None
        actions.change(
            article, questionnaire=check, actor=who("editor"), title=telling.told.title, **text.parts
        )
        actions.ask_teacher(article, teacher=_account(telling.teacher), due_on=None, actor=who("editor"))
    with scene(first - 3, 2):
        actions.teach(
            _article(telling.told),
            lesson=text.lesson,
            shows_teacher=telling.teacher == "expert1",
            actor=who(telling.teacher),
        )
    with scene(first - 4, 2):
        ARTICLE.take("submit", _article(telling.told), actor=who("editor"))
    if telling.day is None:
        return
    for days, deed, hand in (
        (5, "first_review", "editor2"),
        (6, "second_review", "reviewer"),
        (7, "third_review", "issuer"),
    ):
        with scene(first - days, 2):
            ARTICLE.take(deed, _article(telling.told), actor=who(hand))


def _afterwards(scene: Scene, who: Who) -> None:
    """A term ends, a decision falls, a figure is corrected, somebody asks."""
    with scene(40, 2):
        CASE.take(
            "seek_annulment",
            cases.case_of(FALLEN),
            actor=who("legal"),
            reason="后来找到复审的记录，认定的事实不成立（演示）。",
        )
    with scene(38, 2):
        CASE.take(
            "annul",
            cases.case_of(FALLEN),
            actor=who("issuer"),
            reason="复审的记录已经找到并核对，认定的事实不成立（演示）。",
        )
    with scene(18, 2):
        clockwork.keep_days()
    with scene(16, 2):
        actions.propose_correction(
            _article(SHIGUANG), field="happened", before="四条推广素材", after="五条推广素材",
            because="当事单位提出，核对投放记录后更正；认定和措施不受影响（演示）。", actor=who("editor"),
        )  # fmt: skip
    with scene(15, 2):
        CORRECTION.take("issue_correction", _article(SHIGUANG).corrections[-1], actor=who("issuer"))
    with scene(2, 2):
        actions.ask(
            _article(MINIAPP), what="第四部分漏写了退款的渠道（演示）。", who="读者（演示）", email="reader@visitor.example", language="zh",
            actor=who("trainee"),
        )  # fmt: skip


def _account(word: str) -> Account:
    found = accounts.by_email(f"{word}@{DOMAIN}")
    if found is None:
        raise LookupError(word)
    return found


def _article(told: Told) -> CaseArticle:
    case: CaseFile = cases.case_of(told)
    return session.query(CaseArticle).filter_by(case_id=case.id).one()
