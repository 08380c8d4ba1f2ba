"""Inquiries and measures through the real actions, each by the hand it needs."""

from datetime import date

from association.inquiries import actions, clockwork
from association.inquiries.models import Inquiry, Measure, Tone
from association.inquiries.workflow import INQUIRY, MEASURE
from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from tests import cast, stages
from tests.association.fulfilment import owed
from tests.association.pledges import signed as way

on = owed.on
PUBLIC = "未执行第三条：投诉逾期没有答复。经质询、警示，仍未改正。"


def inquiry(firm: cast.Firm) -> Inquiry:
    """The firm's newest."""
    found = session.query(Inquiry).filter_by(organisation_id=firm.id).order_by(Inquiry.id.desc()).first()
    if found is None:
        raise LookupError(firm.id)
    return found


def measure(firm: cast.Firm) -> Measure:
    """The firm's newest."""
    found = session.query(Measure).filter_by(organisation_id=firm.id).order_by(Measure.id.desc()).first()
    if found is None:
        raise LookupError(firm.id)
    return found


def ticked() -> int:
    with writing():
        moved = clockwork.keep_days()
    session.expire_all()
    return moved


def asked(firm: cast.Firm, *, role: str = "investigator") -> Inquiry:
    who = way.staff(role)
    with writing():
        actions.ask(
            way.signature(firm),
            tone=Tone.QUERY,
            question="两件投诉没有答复，请说明。",
            paths=["3"],
            actor=who,
        )
    return inquiry(firm)


def replied(firm: cast.Firm, text: str = "已答复，附记录。") -> None:
    with writing():
        actions.reply(inquiry(firm), text=text, evidence=[], actor=firm.clerk)


def took(deed: str, subject: Inquiry | Measure, role: str, reason: str = "理由") -> None:
    who = way.staff(role)
    life = INQUIRY if isinstance(subject, Inquiry) else MEASURE
    with writing():
        life.take(deed, session.merge(subject), actor=who, reason=reason)


def proposed(firm: cast.Firm, *, role: str = "investigator") -> Measure:
    who = way.staff(role)
    with writing():
        actions.propose(inquiry(firm), grounds="没有答复，也没有改正。", actor=who)
    return measure(firm)


def decided(firm: cast.Firm, *, role: str = "panel", public_text: str = PUBLIC) -> Measure:
    who = way.staff(role)
    with writing():
        actions.decide(measure(firm), reason="事实清楚。", public_text=public_text, actor=who)
    return measure(firm)


def pleaded(firm: cast.Firm) -> None:
    with writing():
        actions.plead(measure(firm), text="正在改正。", evidence=[], actor=firm.clerk)


def climbed(firm: cast.Firm, day: date) -> date:
    """One rung, from this day: proposed, pleaded, decided, unopposed, in force; returns the first day on which the next may be proposed."""
    with on(day.isoformat()):
        proposed(firm)
        pleaded(firm)
        decided(firm)
        object_by = measure(firm).object_by
    assert object_by is not None
    effect = date.fromordinal(object_by.toordinal() + 1)
    with on(effect.isoformat()):
        ticked()
        answer_by = measure(firm).answer_by
        return effect if answer_by is None else date.fromordinal(answer_by.toordinal() + 1)


def silent(firm: cast.Firm) -> date:
    """Asked today and not answered; returns the day on which that is noted."""
    reply_by = asked(firm).reply_by
    day = date.fromordinal(reply_by.toordinal() + 1)
    with on(day.isoformat()):
        ticked()
    return day


def today() -> date:
    return clock.today()


stages.remember(__name__)
