"""Pages of surveys: one's own, the desk's."""

from flask import Flask

from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.words import _l
from association.surveys.views import desk, own

history.describe(open_survey=_l("开始培训反馈"), forget_survey_words=_l("删除反馈的文字"))


def init_app(app: Flask) -> None:
    name_group("surveys", _l("培训反馈"))
    for room in (own, desk):
        app.register_blueprint(room.bp)
