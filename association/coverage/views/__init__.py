"""Pages of coverage: an organisation's own, the training office's list."""

from flask import Flask

from association.coverage.views import desk, own
from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.words import _l

history.describe(
    declare_figures=_l("填报业务量"), depart=_l("登记不再承担审核"), come_back=_l("登记恢复承担审核"), ask_for_figures=_l("请单位更新业务量"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    name_group("coverage", _l("审核人员配备"))
    for room in (own, desk):
        app.register_blueprint(room.bp)
