"""Pages of figures: those everybody reads, an organisation's own, the desk, what is counted."""

from flask import Flask

from association.kernel import history, rendering
from association.kernel.words import _l
from bulletins.figures.views import desk, faults, own, public, tokens, workbooks

history.describe(
    open_period=_l("开始收集"), draft_figures=_l("填报行业数据"), draft_figures_alone=_l("填报行业数据"), replace=_l("由新的一版接替"),
    draft_edition=_l("拟定合计"), make_token=_l("生成令牌"), revoke_token=_l("撤销令牌"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, own, desk, faults, tokens, workbooks):
        app.register_blueprint(room.bp)
    rendering.add_to_navigation(_l("行业数据"), "figures.index")
