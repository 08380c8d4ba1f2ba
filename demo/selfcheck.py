"""The demo's self-checks: 北辰 last year and this year; a round that is over, with its results; one under way that some have not finished."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import timedelta

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations import queries as organisations
from association.selfcheck import actions, queries
from association.selfcheck.actions.planting import plant
from association.selfcheck.actions.writing import FACTS
from association.selfcheck.models import CheckAnswer, QuestionnaireVersion, Round, SelfCheck, Value
from association.selfcheck.workflow import ROUND, SELF_CHECK, VERSION
from demo.papers import scan

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]
STUDIOS = ("aurora", "shiguang", "nanfeng", "qinghe", "songyan")
NOTE = "有记录，存档备查（演示）。"
LAST_YEAR = {
    "ratio": "经纪人员2名，签约主播230名（演示）。", "fan_watch": "只在活动期间巡查（演示）。", "graded_measures": "制度还在起草（演示）。",
    "drama_promotion": "代理提交的素材没有逐条审核（演示）。",
}  # fmt: skip
THIS_YEAR = {
    "fan_watch": "节假日没有巡查记录（演示）。", "drama_ai": "一部作品的标识只在片尾（演示）。", "reviewers": "新入职审核人员尚未培训（演示）。",
}  # fmt: skip


def begin(scene: Scene) -> None:
    """What comes with the platform."""
    with scene(790, 1):
        plant()


def tell(scene: Scene, who: Who) -> None:
    """Two years of one agency, two rounds, and a draft that waits for its second person."""
    _checked_itself(scene, who, "borealis", "mcn", LAST_YEAR, days_ago=360)
    _next_version(scene, who)
    id_ = _checked_itself(scene, who, "borealis", "mcn", THIS_YEAR, days_ago=20)
    _plans(scene, who, id_)
    _round_with_results(scene, who)
    _round_under_way(scene, who)
    with scene(3, 2):
        questionnaire = queries.questionnaires.by_slug("miniapp")
        if questionnaire is not None:
            draft = actions.begin_version(questionnaire, actor=who("registrar"))
            actions.change_note(draft, note="补充自动续费提醒的要求（演示）。", actor=who("registrar"))
            VERSION.take("submit", draft, actor=who("registrar"))


def _start(who: Who, word: str, slug: str, round_: Round | None) -> SelfCheck:
    clerk = who(f"clerk@{word}.example")
    (organisation,) = [o for o in organisations.mine(clerk) if o.is_verified]
    part = queries.rounds.part_of(round_.id, organisation.id) if round_ is not None else None
    questionnaire = queries.questionnaires.by_slug(slug)
    version = queries.questionnaires.version_in_use(questionnaire.id) if questionnaire is not None else None
    return actions.start(organisation, version, part=part, actor=clerk)


def _checked_itself(
    scene: Scene,
    who: Who,
    word: str,
    slug: str,
    missing: Mapping[str, str],
    *,
    days_ago: int,
    round_id: int | None = None,
) -> int:
    """Begun and answered by the clerk on one day, finished on the next; `missing` says what of."""
    with scene(days_ago, 2):
        check = _start(who, word, slug, session.get(Round, round_id) if round_id is not None else None)
        for question in check.questions:
            lacks = question.key in missing
            paper = [scan("巡查记录", "样例")] if question.key == "fan_watch" else []
            actions.answer(
                check, question, value=Value.NO if lacks else Value.YES, note=missing.get(question.key, NOTE), evidence=paper,
                actor=who(f"clerk@{word}.example"),
            )  # fmt: skip
        id_ = check.id
    with scene(days_ago - 1, 2):
        SELF_CHECK.take("finish", session.get_one(SelfCheck, id_), actor=who(f"clerk@{word}.example"))
    return int(id_)


def _plans(scene: Scene, who: Who, check_id: int) -> None:
    """One put right, one due soon, one with nobody yet."""
    with scene(18, 2):
        gaps = {
            a.question.key: a for a in session.query(CheckAnswer).filter_by(check_id=check_id, value=Value.NO)
        }
        for key, due, done in (("fan_watch", 5, False), ("drama_ai", 10, True)):
            actions.plan(
                gaps[key], owner="彭样例", due_on=clock.today() + timedelta(days=18 + due), is_done=done,
                done_note="已在片头加标识并替换上线版本（演示）。" if done else "", actor=who("clerk@borealis.example"),
            )  # fmt: skip


def _next_version(scene: Scene, who: Who) -> None:
    """The AI threshold of this year, checked by the one who wrote it; published by another."""
    with scene(60, 2):
        questionnaire = queries.questionnaires.by_slug("mcn")
        if questionnaire is None:
            raise LookupError("mcn")
        draft = actions.begin_version(questionnaire, actor=who("registrar"))
        question = next(q for q in draft.questions if q.key == "lawful")
        facts = {name: getattr(question, name) for name in FACTS}
        actions.change_question(
            question, **facts | {"checked_by": "陆样例", "checked_on": clock.today()}, actor=who("registrar")
        )
        actions.change_note(
            draft, note="第1题的依据已与正式文本核对；其余各题未变（演示）。", actor=who("registrar")
        )
        VERSION.take("submit", draft, actor=who("registrar"))
        id_ = draft.id
    with scene(59, 2):
        VERSION.take("publish", session.get_one(QuestionnaireVersion, id_), actor=who("registrar2"))


def _opened(scene: Scene, who: Who, *, days_ago: int, days: int, **facts: object) -> int:
    """Drafted by one, opened by another, told by the worker."""
    with scene(days_ago + 1, 2):
        questionnaire = queries.questionnaires.by_slug("studio")
        version = (
            queries.questionnaires.version_in_use(questionnaire.id) if questionnaire is not None else None
        )
        round_ = actions.draft_round(
            version=version,
            due_on=clock.today() + timedelta(days=days + 1),
            kinds=["studio"],
            actor=who("registrar"),
            **facts,
        )
        ROUND.take("submit", round_, actor=who("registrar"))
        id_ = round_.id
    with scene(days_ago, 2):
        ROUND.take("open", session.get_one(Round, id_), actor=who("registrar2"))
    with scene(days_ago, 3):
        actions.tell(session.get_one(Round, id_))
    return int(id_)


def _round_with_results(scene: Scene, who: Who) -> None:
    id_ = _opened(
        scene, who, days_ago=150, days=20, title="片名审核专项自查", topic="内容与片名", keys=["title", "gates", "three"],
        purpose="请各制作机构就片名审核、八道关和三审逐部自查（演示）。",
    )  # fmt: skip
    for number, word in enumerate(STUDIOS):
        lacks = {"title": "一部作品的片名没有单独审核记录（演示）。"} if number in (1, 3) else {}
        check = _checked_itself(scene, who, word, "studio", lacks, days_ago=145 - number, round_id=id_)
        with scene(138, 3):
            SELF_CHECK.take("share", session.get_one(SelfCheck, check), actor=who(f"signer@{word}.example"))
    with scene(128, 2):
        ROUND.take(
            "close", session.get_one(Round, id_), actor=who("registrar"),
            reason="应参加单位全部完成。片名审核的主要缺项是没有单独的审核记录，协会将在培训中说明怎样记录（演示）。",
        )  # fmt: skip
    with scene(127, 2):
        ROUND.take("publish", session.get_one(Round, id_), actor=who("issuer"))


def _round_under_way(scene: Scene, who: Who) -> None:
    """One has finished and one has begun; for the others it is overdue."""
    id_ = _opened(
        scene, who, days_ago=16, days=14, title="推广素材专项自查", topic="推广与投流", keys=["promotion", "figures", "ai_label"],
        purpose="请各制作机构清查在投和待投的推广素材是否经本机构审核、与正片情节相符（演示）。",
    )  # fmt: skip
    _checked_itself(
        scene,
        who,
        "aurora",
        "studio",
        {"figures": "一处宣传数字没有来源（演示）。"},
        days_ago=9,
        round_id=id_,
    )
    with scene(8, 2):
        check = _start(who, "shiguang", "studio", session.get_one(Round, id_))
        actions.answer(
            check, check.questions[0], value=Value.YES, note=NOTE, actor=who("clerk@shiguang.example")
        )
