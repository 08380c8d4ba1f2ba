"""Whether somebody may sign for an organisation now, and the sentence that says why not."""

from sqlalchemy import select

from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.organisations.models import Officer, OfficerState, Organisation, Post
from association.organisations.policy import KIND, P


def check_signer(organisation: Organisation, *, actor: Actor) -> Officer:
    """The officer's entry under which the actor signs today. Refused with the one sentence that fits; Forbidden for strangers."""
    if not organisation.is_verified:
        raise Refused(_("%(name)s现在不是已核验状态，不能以它的名义签署。", name=organisation.name))
    entries = _entries(organisation, actor)
    today = clock.today()
    signing = [o for o in entries if o.post is Post.SIGNER]
    if valid := next((o for o in signing if o.acts_on(today)), None):
        return valid
    if lapsed := next(
        (o for o in signing if o.state is OfficerState.ACTIVE and o.ends_on and o.ends_on < today), None
    ):
        raise Refused(
            _("你的签署授权已于%(day)s到期，请先续交授权书。", day=day_words(lapsed.ends_on) if lapsed.ends_on else "")
        )  # fmt: skip
    if any(o.state is OfficerState.PROPOSED for o in signing):
        raise Refused(_("你的签署授权还在核对，通过后才能签署。"))
    if actor.ids(KIND) and organisation.id in actor.ids(KIND):
        raise Refused(_("你不是%(name)s的授权签署人，请由授权签署人办理。", name=organisation.name))
    raise Forbidden(P.SIGN.sentence)


def _entries(organisation: Organisation, actor: Actor) -> list[Officer]:
    rows = select(Officer).where(
        Officer.organisation_id == organisation.id, Officer.person_id == actor.person_id
    )
    return list(session.scalars(rows.order_by(Officer.id.desc())))
