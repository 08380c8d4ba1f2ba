"""Pages of the administration, under /desk/administration/. One blueprint; one module per page."""

from flask import Blueprint

bp = Blueprint("administration", __name__, url_prefix="/desk/administration")
