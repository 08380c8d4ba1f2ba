"""The demo's expert pool: a call, a recommendation, public notices, appointments; and what waits today."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta

from sqlalchemy import select

from association.experts import actions, effects
from association.experts.actions.candidacy import Data
from association.experts.models import ConsentKind, Expert, ExpertCall
from association.experts.workflow import CALL, EXPERT
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations.models import Organisation
from demo.cast import FIRMS

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]
C = ConsentKind
SCHOOL = "示例大学第%d学院（演示）"
SEEN = {
    "expert1": tuple(C),
    "expert2": (C.NOTICE, C.NAME, C.EMPLOYER),
    "expert3": (),
    "expert4": (C.NAME, C.TITLE),
    "expert5": (C.NAME,),
}
"""What each lets the public see."""
FIELDS = {
    "expert1": ["剧本创作", "影视评论"], "expert2": ["导演与制作", "未成年人保护"], "expert3": ["法学"], "expert4": ["历史与民族宗教", "剧本创作"],
    "expert5": ["网络传播", "动画与人工智能"],
}  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    """Those who have served for long."""
    with scene(770, 2):
        call = _draft("征集网络视听专家", days=40, who=who)
    with scene(769, 2):
        CALL.take("publish", session.get_one(ExpertCall, call), actor=who("issuer"))
    for number, word in enumerate(SEEN, start=1):
        with scene(755, 1 + number):
            actions.apply(session.get_one(ExpertCall, call), _data(word, SCHOOL % number), actor=who(word))
    for word, seen in SEEN.items():
        with scene(754, 2):
            actions.set_consents(_theirs(who(word)), kinds=seen, actor=who(word))
        with scene(750, 2):
            EXPERT.take("put_on_notice", _theirs(who(word)), actor=who("experts"))
    for word in SEEN:
        with scene(735, 3):
            ends = (
                clock.today() + timedelta(days=795) if word == "expert4" else effects.last_day(clock.today())
            )
            actions.appoint(_theirs(who(word)), from_on=clock.today(), to_on=ends, actor=who("issuer"))


def _draft(title: str, *, days: int, who: Who) -> int:
    call = actions.draft_call(
        title=title, text="从事影视创作、法律或传播研究十年以上，愿意按时审看并写明意见（演示）。\n\n审看有报酬；与送审单位有利害关系的须回避。",
        closes_on=clock.today() + timedelta(days=days), actor=who("experts"),
    )  # fmt: skip
    return int(call.id)


def _data(word: str, employer: str, *, fields: Sequence[str] = ()) -> Data:
    return Data(
        employer=employer, employer_code="", title="教授", level="正高级", field_names=list(fields or FIELDS[word]), load_limit=3,
        profile="长期从事影视创作研究（演示）。",
    )  # fmt: skip


def _theirs(actor: Actor) -> Expert:
    """The one candidacy or appointment each of them has."""
    return session.scalars(select(Expert).where(Expert.person_id == actor.person_id)).one()


def tell_more(scene: Scene, who: Who) -> None:
    """A new employer, days away, and what waits today: a public notice with an objection, a candidate to review, a term to renew."""
    aurora = next(f for f in FIRMS if f.word == "aurora")
    with scene(300, 3):
        actions.change_data(_theirs(who("expert2")), _data("expert2", aurora.name), actor=who("expert2"))
    with scene(5, 3):
        day = clock.today()
        actions.be_absent(
            _theirs(who("expert3")),
            from_on=day + timedelta(days=15),
            to_on=day + timedelta(days=25),
            actor=who("expert3"),
        )
    with scene(20, 2):
        call = _draft("增补动画和法律专家", days=45, who=who)
    with scene(19, 2):
        CALL.take("publish", session.get_one(ExpertCall, call), actor=who("issuer"))
    candidate = "signer@qinghe.example"
    with scene(8, 2):
        actions.apply(
            session.get_one(ExpertCall, call),
            _data("", SCHOOL % 6, fields=["动画与人工智能"]),
            actor=who(candidate),
        )
    with scene(7, 2):
        actions.set_consents(_theirs(who(candidate)), kinds=(C.NOTICE,), actor=who(candidate))
    with scene(2, 2):
        EXPERT.take("put_on_notice", _theirs(who(candidate)), actor=who("experts"))
    with scene(1, 2):
        actions.object_to(
            _theirs(who(candidate)),
            text="其单位正在申请同类项目，请核实有无影响（演示）。",
            actor=who("clerk@nanfeng.example"),
        )
    recommended = "signer@shiguang.example"
    with scene(6, 2):
        clerk = who("clerk@borealis.example")
        borealis = session.scalars(
            select(Organisation).where(Organisation.id.in_(clerk.ids("organisation", "clerk")))
        ).one()
        actions.recommend(
            name=who(recommended).name, email=recommended, employer="拾光样例影业有限公司", title="制片人", because="有多年制作经验（演示）。",
            organisation=borealis, actor=clerk,
        )  # fmt: skip
    with scene(4, 2):
        actions.accept(
            _theirs(who(recommended)),
            _data("", "拾光样例影业有限公司", fields=["导演与制作"]),
            actor=who(recommended),
        )
