"""A standard's whole life on one page: its editions, its projects, its re-examinations, the acts on its texts."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.errors import Unknown
from association.kernel.policy import can
from association.kernel.web import actor, public
from association.rules import pages
from association.rules import queries as texts
from association.standards import acting, queries
from association.standards.models import ActState, ExaminationState
from association.standards.policy import P
from association.standards.views.reading import AT, standard_called, words_of_kinds

bp = Blueprint("standard_life", __name__, url_prefix="/standards")


@bp.get("/<slug>/life/")
@public
def show(slug: str) -> ResponseReturnValue:
    """Everything that happened to it in public."""
    standard = standard_called(slug)
    projects = [p for p in queries.of_standard(standard) if can(actor(), P.SEE_PROJECT, p)]
    editions = pages.seen(standard.document)[::-1]
    if not projects and not editions:
        raise Unknown
    return render_template(
        "association/standards/life.html", standard=standard, projects=projects, editions=editions, at=AT,
        current=texts.in_force_on(standard.document, clock.today()), words_of_kinds=words_of_kinds, titled=acting.titled,
        examinations=[e for e in queries.examinations_of(standard) if e.state is ExaminationState.DECIDED],
        acts=[a for a in queries.acts_of(standard) if a.state is ActState.ISSUED],
        may_keep=can(actor(), P.READ_FILE),
    )  # fmt: skip
