"""What the association says today."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from association.kernel.web import public

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    return render_template("front/home.html")
