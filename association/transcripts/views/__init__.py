"""Pages of records of training: one's own, an organisation's, the office's."""

from flask import Flask

from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.words import _l
from association.transcripts.views import employer, own, statistics

history.describe(draw_up_transcript=_l("开具培训记录"))


def init_app(app: Flask) -> None:
    name_group("transcripts", _l("培训记录"))
    for room in (own, employer, statistics):
        app.register_blueprint(room.bp)
