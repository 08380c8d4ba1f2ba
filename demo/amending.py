"""The demo's first pledge is being amended: a motion of an agency, supported by a third, drafted, asked about, and now put to the vote of those who have
signed; another motion is gathering support, and one waits to be received."""

from datetime import timedelta

from association import drafting
from association.amendments import actions
from association.amendments import queries as amendments
from association.amendments.models import Ballot, Choice, Motion
from association.amendments.workflow import MOTION
from association.consultations import queries as consulted
from association.consultations.workflow import CONSULTATION
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import SYSTEM
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.pledges import actions as pledges
from association.pledges.models import Pledge, PledgeVersion
from association.rules.models import Document
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.pledges import TEXT, TITLE

WORDING = "第九条改为：设专人受理投诉，自收到之日起五个工作日内答复；情况复杂的，说明理由后可以延长五个工作日（演示）。"
AMENDED = TEXT.replace(
    "自收到之日起十个工作日内答复。",
    "自收到之日起五个工作日内答复；情况复杂的，说明理由后可以延长五个工作日。",
)


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    _moved(scene, who, "borealis", 84, "观众投诉最集中的是答复太慢（演示）。", WORDING)
    with scene(82, 2):
        MOTION.take("accept", _motion(), actor=who("editor2"))
    for word, day in (("qinghe", 80), ("nanfeng", 78)):
        with scene(day, 4):
            actions.support(_motion(), _firm(word), actor=who(f"signer@{word}.example"))
    _drafted(scene, who)
    _put_to_the_vote(scene, who)
    _moved(
        scene,
        who,
        "miniapp",
        10,
        "分账剧的宣传素材也应当写明（演示）。",
        "第五条加一句：由合作方投放的素材，同样核对（演示）。",
    )
    with scene(9, 2):
        MOTION.take("accept", _motion(), actor=who("editor"))
    _moved(
        scene,
        who,
        "nanfeng",
        1,
        "人工智能的标注办法要写得更具体（演示）。",
        "第六条改为：在片头和简介中注明人工智能生成的画面、声音（演示）。",
    )


def _firm(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found


def _pledge() -> Pledge:
    return session.query(Pledge).join(Pledge.document).filter(Document.title == TITLE).one()


def _motion() -> Motion:
    """The newest."""
    return session.query(Motion).order_by(Motion.id.desc()).limit(1).one()


def _version() -> PledgeVersion:
    """The one being amended."""
    return session.query(PledgeVersion).filter_by(pledge_id=_pledge().id, number=2).one()


def _moved(scene: Scene, who: Who, word: str, day: int, reason: str, wording: str) -> None:
    with scene(day, 3):
        actions.move(
            _pledge(), _firm(word), reason=reason, wording=wording, actor=who(f"signer@{word}.example")
        )


def _drafted(scene: Scene, who: Who) -> None:
    """Written, asked about for a month, answered."""
    with scene(76, 2):
        draft = drafting.latest(_version())
        drafting.save(_version(), AMENDED.strip(), base=draft.number if draft else 0, actor=who("editor"))
    with scene(74, 3):
        pledges.lay_out(
            _version(), title=f"《{TITLE}》修订征求意见", closes_on=clock.today() + timedelta(days=31),
            note="只改第九条：答复的期限缩短（演示）。", actor=who("editor"),
        )  # fmt: skip
    with scene(42, 2):
        CONSULTATION.take("close", consulted.of(_version())[0], actor=SYSTEM)
    with scene(41, 2):
        CONSULTATION.take("finish", consulted.of(_version())[0], actor=who("editor"))


def _put_to_the_vote(scene: Scene, who: Who) -> None:
    """Two have voted; 晨曦 and the others have not."""
    with scene(6, 3):
        ballot = actions.put_to_vote(
            _version(),
            note="第九条的答复期限由十个工作日改为五个工作日，其余不变（演示）。",
            actor=who("editor"),
        )
        ballot_id = ballot.id
    for word, day, choice in (("borealis", 5, Choice.FOR), ("shiguang", 4, Choice.AGAINST)):
        with scene(day, 5):
            (seat,) = amendments.own_seats([_firm(word).id], ballot=session.get_one(Ballot, ballot_id))
            actions.vote(
                seat, choice=choice, opinion="", seen=seat.ballot.text_hash, casts=0, method="password",
                actor=who(f"signer@{word}.example"),
            )  # fmt: skip
