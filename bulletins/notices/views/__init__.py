"""Pages of notices: those everybody reads, and the desk."""

from flask import Flask

from association.kernel import dated, history, rendering
from association.kernel.words import _l
from bulletins.notices.views import desk, public

history.describe(
    begin=_l("起草通报"), cite=_l("引用条款"), uncite=_l("去掉引用"), propose_correction=_l("提出更正"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, desk):
        app.register_blueprint(room.bp)
    dated.name_group("notices", _l("通报"))
    rendering.add_to_navigation(_l("通报"), "bulletins.index")
