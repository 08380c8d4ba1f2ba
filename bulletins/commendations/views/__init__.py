"""Pages of commendations: what everybody reads, objecting, an organisation's own, the desk, and the desk of objections."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from bulletins.commendations.views import desk, objecting, objections, own, public

history.describe(
    prepare_round=_l("筹备"), draft_round=_l("修改推优的事项"), draft_paper=_l("起草推优的文件"), nominate=_l("提名"), object=_l("收到异议"),
    see_objector=_l("查看异议的提出人"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, objecting, own, desk, objections):
        app.register_blueprint(room.bp)
    dated.name_group("commendations", _l("推优"))
    rendering.add_to_navigation(_l("推优"), "commendations.index")
