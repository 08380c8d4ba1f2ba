"""Everything public about one organisation, on one page, fair to both sides. Facts on record, no evaluation."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from association.commentary import queries as commentary
from association.fulfilment import queries as fulfilment
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.personal import mask_name
from association.kernel.policy import can
from association.kernel.web import actor, public
from association.membership import queries as membership
from association.organisations import queries as organisations
from association.organisations import uscc as codes
from association.organisations.models import Organisation
from association.organisations.policy import P
from association.permits import queries as permits
from association.pledges import queries as pledges
from association.standing import queries as entries
from bulletins.appeals import queries as appeals
from bulletins.articles import queries as articles
from mcn.agencies import queries as agencies
from mcn.incubation import queries as incubation

bp = Blueprint("record", __name__)


@bp.get("/organisations/<uscc>/")
@public
def show(uscc: str) -> ResponseReturnValue:
    """The public record. A code written otherwise, or had before, leads to where the record is now."""
    code = codes.tidy(uscc)
    organisation = session.scalars(organisations.by_code(code)).one_or_none()
    if organisation is None or not can(actor(), P.SEE, organisation):
        now = organisations.now_under(code)
        if now is None or not can(actor(), P.SEE, now):
            raise Unknown
        return redirect(url_for("record.show", uscc=now.uscc), 301)
    if code != uscc:
        return redirect(url_for("record.show", uscc=code), 301)
    return render_template(
        "front/record.html", **facts_of(organisation), may_read_file=can(actor(), P.READ_FILE, organisation)
    )


def facts_of(organisation: Organisation) -> dict[str, Any]:
    """The same for everybody; on paper too (front.record_paper)."""
    came_from, went_into = organisations.successions_of(organisation)
    return {
        "organisation": organisation,
        "legal_representative": mask_name(organisation.legal_representative),
        "came_from": [s for s in came_from if s.predecessor.has_public_record],
        "went_into": [s for s in went_into if s.successor.has_public_record],
        "former_names": organisation.former_names,
        "permits": permits.checked_of(organisation),
        "memberships": [m for m in membership.memberships_of(organisation) if m.from_on is not None],
        "pledges": pledges.of_record(organisation.id, clock.today()),
        "entries": entries.of_record(organisation.id),
        "statements": fulfilment.of_record(organisation.id),
        "commentary": commentary.of_maker(organisation.id),
        "articles": articles.of_organisation(organisation.id),
        "appeals": appeals.of_organisation(organisation.id),
        "agencies": agencies.shown_of(organisation),
        "incubated": incubation.works_of_organisation(organisation.id),
        "standing": membership.standing_on(organisation, clock.today()),
    }
