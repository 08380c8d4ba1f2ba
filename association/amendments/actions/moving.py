"""Proposing, moving, supporting. What has its support goes into revision by itself, the executor has no say in that."""

from association.amendments import letters, queries
from association.amendments.clockwork import advance
from association.amendments.models import Motion, MotionState, Support
from association.amendments.policy import P
from association.amendments.workflow import MOTION
from association.kernel import audit, clock, dated
from association.kernel.day_words import day_words
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.actions import check_signer
from association.organisations.models import Officer, Organisation
from association.pledges import actions as pledges
from association.pledges import queries as pledge_queries
from association.pledges.models import Pledge


def propose(pledge: Pledge, *, reason: str, wording: str, actor: Actor) -> Motion:
    """The executor's own motion needs nobody's support: the revision begins at once."""
    require(actor, P.PROPOSE)
    lock(pledge)
    pledges.check_revisable(pledge)
    motion = _new(pledge, reason=reason, wording=wording, state=MotionState.REACHED)
    motion.opened_on = clock.today()
    audit.record("propose_amendment", motion, actor=actor, title=pledge.title, reason=reason)
    MOTION.take("take_up", motion, actor=actor)
    return motion


def _new(pledge: Pledge, *, reason: str, wording: str, state: MotionState) -> Motion:
    risky = [word for word in dated.value("pledges.risky_words") if word in wording or word in reason]
    motion = Motion(
        pledge=pledge, pledge_id=pledge.id, number=queries.last_motion(pledge) + 1, reason=reason, wording=wording, risky=risky,
        state=state,
    )  # fmt: skip
    session.add(motion)
    session.flush()
    return motion


def check_mover(pledge: Pledge, organisation: Organisation, *, actor: Actor) -> Officer:
    """The officer under whom the actor speaks for a signatory in good standing. Refused with the sentence that fits."""
    require(actor, P.MOVE)
    if pledge_queries.version_in_force(pledge) is None:
        raise Refused(_("只有正在施行的公约可以修订。"))
    officer = check_signer(organisation, actor=actor)
    if not queries.is_in_good_standing(pledge.id, organisation.id):
        raise Refused(
            _("%(name)s现在不是这份公约的有效签署单位，不能提出或附议修订动议。", name=organisation.name)
        )
    return officer


def move(pledge: Pledge, organisation: Organisation, *, reason: str, wording: str, actor: Actor) -> Motion:
    """A signatory's motion, supported by itself from the beginning. The office looks at its form before it is public."""
    lock(pledge)
    officer = check_mover(pledge, organisation, actor=actor)
    open_one = session.query(Motion).filter(
        Motion.pledge_id == pledge.id, Motion.organisation_id == organisation.id,
        Motion.state.in_((MotionState.RECEIVED, MotionState.OPEN, MotionState.REACHED)),
    )  # fmt: skip
    if open_one.first() is not None:
        raise Refused(_("%(name)s已有一件动议在办理中，请等它有了结果，或先撤回。", name=organisation.name))
    motion = _new(pledge, reason=reason, wording=wording, state=MotionState.RECEIVED)
    motion.organisation, motion.organisation_id, motion.name = (
        organisation,
        organisation.id,
        organisation.name,
    )
    _add_support(motion, organisation, officer)
    audit.record("move_amendment", motion, actor=actor, title=pledge.title, organisation=organisation.name)
    letters.moved(motion)
    return motion


def check_support(motion: Motion, organisation: Organisation, *, actor: Actor) -> Officer:
    """The officer under whom the actor may support it now. Refused with the sentence that fits."""
    if motion.state is not MotionState.OPEN:
        raise Refused(_("这件动议现在是“%(state)s”，不能附议。", state=str(motion.state.label)))
    if motion.until_on is not None and clock.today() > motion.until_on:
        raise Refused(_("附议已于%(day)s截止。", day=day_words(motion.until_on)))
    officer = check_mover(motion.pledge, organisation, actor=actor)
    if queries.support_of(motion, organisation.id) is not None:
        raise Refused(_("%(name)s已经附议。", name=organisation.name))
    return officer


def support(motion: Motion, organisation: Organisation, *, actor: Actor) -> None:
    """One organisation, once. With the last one needed the revision begins."""
    lock(motion)
    _add_support(motion, organisation, check_support(motion, organisation, actor=actor))
    audit.record("support_amendment", motion, actor=actor, organisation=organisation.name)
    advance(motion)


def _add_support(motion: Motion, organisation: Organisation, officer: Officer) -> None:
    session.add(
        Support(
            motion_id=motion.id, organisation_id=organisation.id, officer_id=officer.id, name=organisation.name,
            name_key=organisation.name_key,
        )
    )  # fmt: skip
    session.flush()


def take_support_back(motion: Motion, organisation: Organisation, *, actor: Actor) -> None:
    """While support is still being gathered; the mover takes back the motion instead."""
    lock(motion)
    if motion.state is not MotionState.OPEN:
        raise Refused(_("这件动议现在是“%(state)s”，附议不能再撤回。", state=str(motion.state.label)))
    check_signer(organisation, actor=actor)
    if motion.organisation_id == organisation.id:
        raise Refused(_("%(name)s是提出动议的单位，请撤回动议。", name=organisation.name))
    given = queries.support_of(motion, organisation.id)
    if given is None:
        raise Refused(_("%(name)s没有附议这件动议。", name=organisation.name))
    given.ended_at = clock.now()
    audit.record("take_support_back", motion, actor=actor, organisation=organisation.name)
