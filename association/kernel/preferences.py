"""How somebody reads: language, letter size, light or dark. Remembered in cookies of their browser, nowhere else."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel.errors import Unknown
from association.kernel.rendering import LANGUAGES, SIZES, THEMES
from association.kernel.web import public

bp = Blueprint("preferences", __name__)

_CHOICES = {"lang": tuple(LANGUAGES), "size": SIZES, "theme": THEMES}
_A_YEAR = 365 * 24 * 3600


@bp.get("/preferences/<name>/<value>")
@public
def set(name: str, value: str) -> ResponseReturnValue:  # noqa: A001 - the endpoint's word
    """Remember one choice and go back."""
    if value not in _CHOICES.get(name, ()):
        raise Unknown
    answer = redirect(local_address(request.args.get("back")), 303)
    answer.set_cookie(
        name, value, max_age=_A_YEAR, samesite="Lax", httponly=True,
        secure=current_app.extensions["settings"].secure_cookies,
    )  # fmt: skip
    return answer


def local_address(wanted: str | None) -> str:
    """An address of this site to go to next; anything that could lead elsewhere becomes the home page."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return url_for("home.index")
    parts = urlsplit(wanted.replace("\\", "/"))
    clean = not parts.scheme and not parts.netloc and "\n" not in wanted and "\r" not in wanted
    return wanted if clean else url_for("home.index")
