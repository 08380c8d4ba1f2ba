"""One's own comments."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from association.consultations import queries
from association.kernel.web import actor, signed_in

bp = Blueprint("own_comments", __name__, url_prefix="/my/comments")


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """What one has said, alone or for an organisation, and what became of it."""
    return render_template("association/consultations/own.html", comments=queries.said_by(actor()))
