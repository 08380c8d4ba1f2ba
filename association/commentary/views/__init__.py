"""Pages of commentary: what everybody reads, the desk where it is written and reviewed, the works that are followed."""

from flask import Flask

from association.commentary.views import desk, file, findings, public, tracked
from association.kernel import history, rendering
from association.kernel.words import _l

history.describe(
    begin_commentary=_l("开始一篇阅评"), commission=_l("约请撰写"), show_writer=_l("署名"), track=_l("列入重点目录"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, desk, file, findings, tracked):
        app.register_blueprint(room.bp)
    rendering.add_to_navigation(_l("阅评"), "commentary.index")
