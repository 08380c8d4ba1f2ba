"""Proposing an interview: to members and signatories a call, to everybody else an invitation."""

from datetime import datetime

from association.kernel import audit, clock, dated, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from association.remedies import letters, queries
from association.remedies.effects import met_in_time
from association.remedies.models import Force, Interview
from association.remedies.policy import P


def propose(
    *, code: str, subject: str, about: str, place: str, meets_at: datetime, actor: Actor
) -> Interview:
    """Fix what, where and when, and write to the organisation, which confirms or asks for another time."""
    require(actor, P.INTERVIEW)
    organisation = organisations.living(uscc.tidy(code))
    if organisation is None or not organisation.is_verified:
        raise Refused(_("没有找到这个代码的已核验单位。"), field="code")
    met_in_time(meets_at)
    bound = queries.bound_by(organisation, clock.today())
    interview = Interview(
        number="", organisation_id=organisation.id, organisation=organisation, bound_by=bound,
        force=Force.OBLIGATION if bound else Force.SUGGESTION, subject=subject, about=about, place=place, meets_at=meets_at,
    )  # fmt: skip
    # The number knows its subject's id; until then the row carries a placeholder of its own.
    interview.number = f"?{id(interview)}"
    session.add(interview)
    session.flush()
    interview.number = numbering.issue(
        "interview", interview, form=str(dated.value("remedies.interview_number"))
    ).written
    audit.record(
        "propose_interview",
        interview,
        actor=actor,
        to_state=interview.state.value,
        organisation=organisation.id,
    )
    letters.proposed(interview)
    return interview
