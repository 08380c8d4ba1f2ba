"""By what an organisation is bound to the association on a day."""

from datetime import date

from association.membership import queries as membership
from association.organisations.models import Organisation
from association.pledges import queries as pledges
from association.pledges.models import BOUND
from association.remedies.models.bound import MEMBER


def bound_by(organisation: Organisation, day: date) -> list[str]:
    """Membership, and the titles of the pledges it stands by; empty: it can only be advised."""
    titles = [
        spell.signature.pledge.title
        for spell in pledges.of_record(organisation.id, day)
        if spell.standing in BOUND
    ]
    is_member = membership.standing_on(organisation, day) is not None
    return [*([MEMBER] if is_member else []), *dict.fromkeys(titles)]
