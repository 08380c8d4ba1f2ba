"""Pages of guidance: public answers, one's own questions, the desk of questions, the desk of public answers."""

from flask import Flask

from association.guidance.views import desk, own, public, public_desk
from association.kernel import dated, history, rendering
from association.kernel.words import _l

history.describe(
    ask=_l("提出业务咨询"),
    add_clause=_l("登记所依条款"),
    remove_clauses=_l("清空所依条款"),
    supersede=_l("由新版代替"),
)


def init_app(app: Flask) -> None:
    for room in (public, own, desk, public_desk):
        app.register_blueprint(room.bp)
    dated.name_group("guidance", _l("业务指导"))
    rendering.add_to_navigation(_l("指导"), "guidance.index")
