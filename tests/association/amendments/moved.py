"""Motions and ballots through the real actions, on the pledge of tests.association.pledges.signed."""

from association.amendments import actions, clockwork, queries
from association.amendments.models import Ballot, Choice, Motion, Seat
from association.amendments.workflow import BALLOT, MOTION
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.organisations.models import Organisation
from tests import cast, stages
from tests.association.pledges import signed as way

WORDING = "第三条改为：设专人受理投诉，五个工作日内答复。"
SHORTER = way.TEXT.replace("十个工作日", "五个工作日")


def firms(n: int, first: int = 101) -> list[cast.Firm]:
    """So many organisations that stand by the pledge."""
    made = [cast.verified(first + i, name=f"样例{first + i}影视有限公司") for i in range(n)]
    for firm in made:
        way.confirmed(firm)
    return made


def motion() -> Motion:
    """The newest."""
    found = session.query(Motion).order_by(Motion.id.desc()).first()
    if found is None:
        raise LookupError("no motion")
    return found


def ballot() -> Ballot:
    """The newest."""
    found = session.query(Ballot).order_by(Ballot.id.desc()).first()
    if found is None:
        raise LookupError("no ballot")
    return found


def moved(firm: cast.Firm, *, wording: str = WORDING, by: Actor | None = None) -> Motion:
    with writing():
        actions.move(
            way.pledge(), session.get_one(Organisation, firm.id), reason="答复太慢", wording=wording, actor=by or firm.signer
        )  # fmt: skip
    return motion()


def step(deed: str, who: Actor, reason: str = "") -> None:
    with writing():
        MOTION.take(deed, motion(), actor=who, reason=reason)


def accepted(firm: cast.Firm) -> Motion:
    moved(firm)
    step("accept", way.staff("editor"))
    return motion()


def supported(firm: cast.Firm, *, by: Actor | None = None) -> None:
    with writing():
        actions.support(motion(), session.get_one(Organisation, firm.id), actor=by or firm.signer)


def unsupported(firm: cast.Firm) -> None:
    with writing():
        actions.take_support_back(motion(), session.get_one(Organisation, firm.id), actor=firm.signer)


def proposed() -> Motion:
    editor = way.staff("editor")
    with writing():
        actions.propose(way.pledge(), reason="补充要求", wording=WORDING, actor=editor)
    return motion()


def put(note: str = "") -> Ballot:
    """The revision, with its comments answered, is put to the vote."""
    editor = way.staff("editor")
    with writing():
        actions.put_to_vote(way.version(), note=note, actor=editor)
    return ballot()


def seat(firm: cast.Firm) -> Seat:
    (found,) = queries.own_seats([firm.id], ballot=ballot())
    return found


def voted(
    firm: cast.Firm,
    choice: Choice = Choice.FOR,
    *,
    by: Actor | None = None,
    seen: str | None = None,
    casts: int | None = None,
) -> None:
    with writing():
        mine = seat(firm)
        actions.vote(
            mine, choice=choice, opinion="", seen=mine.ballot.text_hash if seen is None else seen,
            casts=mine.casts if casts is None else casts, method="password_totp", actor=by or firm.signer,
        )  # fmt: skip


def called_off(reason: str = "文字有误") -> None:
    editor = way.staff("editor")
    with writing():
        BALLOT.take("call_off", ballot(), actor=editor, reason=reason)


def kept() -> int:
    """The clock does its part."""
    with writing():
        return clockwork.keep_days()


def revised(text: str = SHORTER) -> None:
    """A revision begun by the executor, written and asked about; returns 33 days on (the caller travels) with its comments answered."""
    proposed()
    way.written(text)
    way.asked()


def carried_by(*voters: cast.Firm) -> None:
    """Put to the vote today, voted for by these, and closed after its days (the caller travels again)."""
    put()
    for firm in voters:
        voted(firm)


def waiting_for_a_vote(n: int = 3) -> list[cast.Firm]:
    """So many organisations have signed, and a revision waits to be put to the vote; the caller travels 33 days on."""
    way.issued()
    signatories = firms(n)
    revised()
    return signatories


stages.remember(__name__)
