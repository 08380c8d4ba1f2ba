"""A work is offered for the public to read, by whoever made it."""

from collections.abc import Mapping
from typing import Any

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations import uscc
from mcn.incubation import ages, letters
from mcn.incubation.actions.applying import checked_consent
from mcn.incubation.models import TAKEN, Credit, IncubatedWork, Talent
from mcn.incubation.policy import P


def check_may_offer(talent: Talent) -> None:
    if talent.state not in TAKEN:
        raise Refused(_("入选以后才能提交作品。"))


def offer(
    talent: Talent,
    *,
    title: str,
    text: str,
    url: str,
    code: str,
    credit: str,
    guardian: Mapping[str, Any],
    actor: Actor,
) -> IncubatedWork:
    """With the maker's consent, which is this deed; a minor's guardian consents as well, and a minor is not told of by surname."""
    lock(talent)
    require(actor, P.OWN, talent)
    check_may_offer(talent)
    minor = ages.minor(talent)
    if minor and Credit(credit) is not Credit.NONE:
        raise Refused(_("未成年人的作品不写是谁。"), field="credit")
    consent = checked_consent(guardian) if minor else {}
    organisation = organisations.living(uscc.tidy(code)) if code else None
    if code and (organisation is None or not organisation.has_public_record):
        raise Refused(_("没有使用这个代码、有公开记录的单位。"), field="code")
    work = IncubatedWork(
        talent=talent, talent_id=talent.id, organisation=organisation, organisation_id=organisation.id if organisation else None,
        title=title, text=text, url=url, credit=Credit(credit),
        consent={k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in consent.items()},
    )  # fmt: skip
    session.add(work)
    session.flush()
    audit.record("offer_work", work, actor=actor, talent=talent.id, organisation=work.organisation_id)
    letters.offered(work)
    return work
