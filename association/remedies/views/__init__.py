"""Pages of notes and interviews: an organisation's own, which staff read too, and the desk."""

from flask import Flask

from association.kernel import dated, history
from association.kernel.words import _l
from association.remedies.views import desk, interviews, notes, own

history.describe(propose_interview=_l("安排约谈"))


def init_app(app: Flask) -> None:
    for room in (own, notes, interviews, desk):
        app.register_blueprint(room.bp)
    dated.name_group("remedies", _l("指导意见和约谈"))
