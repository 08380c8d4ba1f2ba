"""What helps somebody look for themselves before anybody else does: hints of several features, behind one door."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from association.kernel.web import public

bp = Blueprint("hints", __name__, url_prefix="/hints")


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """The doors."""
    return render_template("front/hints.html")
