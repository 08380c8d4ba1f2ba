"""Pages of consultations: the public ones, handing in a comment, one's own, the desk."""

from flask import Flask

from association.consultations.views import commenting, comments, desk, own, public
from association.kernel import dated, history, rendering
from association.kernel.words import _l

history.describe(
    open=_l("开始征求意见"), comment=_l("提出意见"), answer=_l("答复意见"), reassign=_l("改归其他条款"),
    link_change=_l("登记意见改了哪一条"), unlink_change=_l("删去改了哪一条的登记"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, commenting, own, desk, comments):
        app.register_blueprint(room.bp)
    dated.name_group("consultations", _l("征求意见"))
    rendering.add_to_navigation(_l("征求意见"), "consultations.index")
