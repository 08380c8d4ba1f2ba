"""Pages of works: the class hint, the title hint, the periods of the rule with staff's keeping of them, and the register of works."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from association.works.views import classing, desk, keeping, own, titling

history.describe(propose=_l("提出"))


def init_app(app: Flask) -> None:
    for room in (classing, titling, keeping, own, desk):
        app.register_blueprint(room.bp)
    rendering.add_to_navigation(_l("分类提示"), "classing.index")
    rendering.add_to_navigation(_l("片名提示"), "titling.index")
    dated.name_group("works", _l("微短剧分类"))
    dated.name_group("titles", _l("片名提示"))
