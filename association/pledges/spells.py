"""The register's one rule: on every day an organisation stands by a pledge in exactly one way, and what was true stays true."""

from datetime import date

from association.kernel import clock
from association.kernel.db import session
from association.pledges import queries
from association.pledges.models import Signature, Spell, Standing


def begin(signature: Signature, standing: Standing, *, on: date, because: str = "") -> Spell:
    """From this day it stands so; the spell before ends on it."""
    before = queries.living_spell(signature.pledge_id, signature.organisation_id)
    if before is not None:
        before.to_on = max(on, before.from_on)
        session.flush()  # there is never a second one without an end
    spell = Spell(
        pledge_id=signature.pledge_id, organisation_id=signature.organisation_id, signature=signature, signature_id=signature.id,
        standing=standing, from_on=on, because=because,
    )  # fmt: skip
    session.add(spell)
    session.flush()
    return spell


def settle(signature: Signature, *, on: date | None = None, because: str = "") -> None:
    """What is true of a signature in force has changed: from this day (today) it stands as that says."""
    before = queries.living_spell(signature.pledge_id, signature.organisation_id)
    if before is None or before.signature_id != signature.id or before.standing is not signature.stands:
        begin(signature, signature.stands, on=on or clock.today(), because=because)
