"""The page on which anybody asks for today's record as a sealed PDF."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from association.kernel import pace
from association.kernel.certificates import paper_of
from association.kernel.db import session
from association.kernel.documents import DocumentState
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.web import back_to, public
from association.organisations import queries as organisations
from front.record_paper import papers

bp = Blueprint("record_paper", __name__)
PER_MINUTE = 10
"""Papers one machine may have made; it is the same paper for all who ask on a day."""


@bp.route("/organisations/<uscc>/record/", methods=["GET", "POST"])
@public
def show(uscc: str) -> ResponseReturnValue:
    """Today's paper: to ask for, being made, or to download."""
    organisation = session.scalars(organisations.by_code(uscc)).one_or_none()
    if organisation is None or not organisation.has_public_record:
        raise Unknown
    form = ButtonForm()
    if form.accepts():
        pace.count("record_paper", per_minute=PER_MINUTE)
        papers.draw_up(organisation)
        return back_to("record_paper.show", uscc=uscc)
    paper = papers.todays(organisation)
    document = paper_of(paper) if paper is not None else None
    return render_template(
        "front/record_paper/show.html", organisation=organisation, form=form, paper=paper,
        is_ready=document is not None and document.state is DocumentState.READY,
    )  # fmt: skip
