"""/api/v1/: every public list and every row of one, for programs. The pages' own views are asked, so that nothing is there that the
site does not show, and nothing shown is missing."""

from flask import Flask

from association.kernel import error_pages
from front.api import licence, problems, reporting, views


def init_app(app: Flask) -> None:
    licence.define()
    error_pages.answered_by("/api/", problems.page)
    app.register_blueprint(views.bp)
    app.register_blueprint(reporting.bp)
