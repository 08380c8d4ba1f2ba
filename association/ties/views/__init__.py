"""Pages of ties: one's own, the desk's, and the public count of lifts."""

from flask import Flask

from association.kernel import history
from association.kernel.words import _l
from association.ties.views import desk, own, public

history.describe(
    declare_tie=_l("声明利害关系"), enter_tie=_l("登记利害关系"), affirm_ties=_l("确认利害关系"), propose_lift=_l("提议解除回避")
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, own, desk):
        app.register_blueprint(room.bp)
