"""Pages of courses required: an organisation's own, and staff's."""

from flask import Flask

from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.words import _l
from association.remedies import doors
from association.requirements.views import desk, own

history.describe(require_course=_l("要求修课程"))


def init_app(app: Flask) -> None:
    name_group("requirements", _l("须修课程"))
    for room in (own, desk):
        app.register_blueprint(room.bp)
    doors.at_note(desk.doors)
