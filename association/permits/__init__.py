"""Permits organisations hold, as printed on them: number, issuer, validity, scan. Staff check them; the clock reminds.

A permit is the authority's; the site only repeats what is on record and says when it was checked.
"""

from flask import Flask

from association.kernel import attachments
from association.permits import happenings, letters, views
from association.permits.models import Permit
from association.permits.policy import P


def init_app(app: Flask) -> None:
    letters.init_app()
    happenings.init_app()
    attachments.owned_by("permit", attachments.who_may(Permit, P.READ_SCAN))
    app.register_blueprint(views.bp)
