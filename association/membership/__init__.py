"""Membership of the association: applied for, approved by a body, in force from a day to a day, suspended, ended.

“Was a member on day X” is a query (queries.standing_on), never a flag.
"""

from flask import Flask

from association.kernel import rendering
from association.kernel.words import _l
from association.membership import happenings, letters, views


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    app.register_blueprint(views.bp)
    rendering.add_to_navigation(_l("会员"), "membership.index")
