"""A young person answers a call for themselves."""

from collections.abc import Mapping
from typing import Any

from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, _l
from mcn.incubation import ages, letters, queries
from mcn.incubation.models import IncubationCall, Talent
from mcn.incubation.policy import P
from mcn.incubation.workflow import TALENT

GUARDIAN = ("guardian", "consent_number", "consented_on")
FACTS = ("born_on", "plan", "experience", *GUARDIAN)


def apply(call: IncubationCall, *, facts: Mapping[str, Any], actor: Actor) -> Talent:
    """Refused a second time for one call, out of the ages, and to a minor without the guardian's consent."""
    require(actor, P.APPLY)
    lock(call)
    if not call.is_open:
        raise Refused(_("这次征集不在申请期内。"))
    if actor.person_id is None or queries.of_call(call, actor.person_id) is not None:
        raise Refused(_("你已申请过这次征集。"))
    talent = Talent(call=call, call_id=call.id, person_id=actor.person_id, facts=_checked(facts))
    session.add(talent)
    session.flush()
    audit.record("apply_incubation", talent, actor=actor, call=call.id)
    letters.to_office(talent, word=_l("申请参加孵化"))
    return talent


def _checked(facts: Mapping[str, Any]) -> dict[str, Any]:
    """As they are kept. What only minors have to say is not kept of others."""
    born_on = facts["born_on"]
    age = ages.age_on(born_on, clock.today())
    least, greatest = (int(dated.value(f"incubation.{which}_age")) for which in ("least", "greatest"))
    if not least <= age <= greatest:
        raise Refused(
            _("参加孵化的年龄是%(least)d岁到%(greatest)d岁。", least=least, greatest=greatest),
            field="born_on",
        )
    kept = {name: facts[name] for name in ("born_on", "plan", "experience")}
    if ages.is_minor(born_on):
        kept |= checked_consent(facts)
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in kept.items()}


def checked_consent(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Who consents, under which number, on which day; the paper itself stays with the family."""
    for name in GUARDIAN:
        if not facts.get(name):
            raise Refused(_("未成年人须有监护人同意：请写明监护人姓名、同意书编号和日期。"), field=name)
    if facts["consented_on"] > clock.today():
        raise Refused(_("同意的日期不能在今天之后。"), field="consented_on")
    return {name: facts[name] for name in GUARDIAN}


def resubmit(talent: Talent, *, facts: Mapping[str, Any], actor: Actor) -> None:
    """What was asked for is filled in."""
    lock(talent)
    require(actor, P.OWN, talent)
    checked = _checked(facts)
    changed = sorted(name for name in FACTS if talent.facts.get(name) != checked.get(name))
    TALENT.take("resubmit", talent, actor=actor)
    talent.facts, talent.submitted_at = checked, clock.now()
    audit.record("edit_incubation", talent, actor=actor, fields=changed)
