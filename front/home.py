"""What the association says today. Doors, figures and lists appear with their feature."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from association.consultations import queries as consultations
from association.kernel import clock
from association.kernel.web import public
from association.membership import queries as membership
from association.organisations import queries as organisations
from association.pledges import queries as pledges
from bulletins.articles import queries as articles
from bulletins.notices import queries as notices
from bulletins.warnings import queries as warnings
from mcn.agencies import queries as agencies

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    return render_template(
        "front/home.html",
        newest=organisations.newest_verified(limit=6),
        verified=organisations.count_verified(),
        members=membership.count_members(),
        signatories=pledges.standing_by_any(clock.today()),
        agencies=agencies.count_standing(),
        notices=notices.newest(limit=6),
        cases=articles.newest(limit=4),
        consultations=consultations.newest_open(limit=3),
        warning=warnings.newest_in_force(),
    )
