"""The notice, the appointment, and what an expert arranges while serving."""

from collections.abc import Collection
from datetime import date

from association.experts import letters, queries
from association.experts.actions.candidacy import check_living, refresh
from association.experts.models import Absence, Consent, ConsentKind, Expert, ExpertState, Objection
from association.experts.policy import P
from association.experts.workflow import EXPERT
from association.kernel import audit, clock
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _


def object_to(expert: Expert, *, text: str, actor: Actor) -> Objection:
    """Anybody with an account, during the notice. Who it was is in no trail and on no page; the answer goes to them alone."""
    require(actor, P.APPLY)
    lock(expert)
    check_on_notice(expert)
    if actor.account_id is None or actor.person_id == expert.person_id:
        raise Refused(_("不能对自己提出异议。"))
    if queries.has_objected(expert, actor.account_id):
        raise Refused(_("你已对这位候选人提出过异议，请等候答复。"))
    objection = Objection(
        expert_id=expert.id, by=str(actor.account_id), by_key=queries.key_of(actor.account_id), text=text
    )
    session.add(objection)
    session.flush()
    # The trail keeps that there was an objection, not whose.
    audit.record("object", objection, actor=Actor(), expert=expert.id)
    letters.objected(objection)
    return objection


def check_on_notice(expert: Expert) -> None:
    """Refused outside the days of the notice."""
    if (
        expert.state is not ExpertState.ON_NOTICE
        or expert.notice_to is None
        or clock.today() > expert.notice_to
    ):
        raise Refused(_("公示已经结束，不再接受异议。"))


def appoint(expert: Expert, *, from_on: date, to_on: date, actor: Actor) -> None:
    """For a term, after the notice; the letter of appointment follows."""
    EXPERT.take("appoint", expert, actor=actor, from_on=from_on, to_on=to_on)


def renew(expert: Expert, *, to_on: date, actor: Actor) -> None:
    """The next term, until a day."""
    EXPERT.take("renew", expert, actor=actor, to_on=to_on)


def set_consents(expert: Expert, *, kinds: Collection[ConsentKind], actor: Actor) -> None:
    """What the public may see from now on; each consent and each withdrawal is recorded with its moment."""
    lock(expert)
    require(actor, P.OWN, expert)
    check_living(expert)
    given = [k for k in kinds if not expert.consents_to(k)]
    withdrawn = [c for c in expert.consents if c.withdrawn_at is None and c.kind not in kinds]
    for consent in withdrawn:
        consent.withdrawn_at = clock.now()
    expert.consents.extend(Consent(expert_id=expert.id, kind=kind) for kind in given)
    if given or withdrawn:
        audit.record(
            "consent",
            expert,
            actor=actor,
            given=[k.value for k in given],
            withdrawn=[c.kind.value for c in withdrawn],
        )
    refresh(expert)


def be_absent(expert: Expert, *, from_on: date, to_on: date, actor: Actor) -> Absence:
    """Days on which nothing is given to them."""
    lock(expert)
    require(actor, P.OWN, expert)
    check_living(expert)
    if to_on < from_on:
        raise Refused(_("结束的日期不能早于开始的日期。"), field="to_on")
    if to_on < clock.today():
        raise Refused(_("这段时间已经过去。"), field="to_on")
    if any(a.from_on <= to_on and from_on <= a.to_on for a in expert.absences):
        raise Refused(_("与已登记的时间重叠。"), field="from_on")
    absence = Absence(expert_id=expert.id, from_on=from_on, to_on=to_on)
    session.add(absence)
    audit.record("be_absent", expert, actor=actor, from_on=from_on.isoformat(), to_on=to_on.isoformat())
    return absence


def be_back(expert: Expert, absence_id: int, *, actor: Actor) -> None:
    """Takes an absence back."""
    require(actor, P.OWN, expert)
    absence = next((a for a in expert.absences if a.id == absence_id), None)
    if absence is None:
        raise Refused(_("没有登记这段时间，可能刚刚取消过。"))
    audit.record(
        "be_back", expert, actor=actor, from_on=absence.from_on.isoformat(), to_on=absence.to_on.isoformat()
    )
    session.delete(absence)
