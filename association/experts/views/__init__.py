"""Pages of the expert pool: public, one's own, the desk's."""

from flask import Flask

from association.experts.views import calls, desk, own, public
from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.rendering import add_to_navigation
from association.kernel.words import _l

history.describe(
    recommend=_l("推荐专家"), apply_expert=_l("应征"), edit_expert=_l("修改专家资料"), consent=_l("更改公开的同意"), object=_l("提出异议"),
    be_absent=_l("登记不在的时间"), be_back=_l("取消不在的时间"), draft_call=_l("起草专家征集"), appoint_role=_l("随聘任授予角色"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    name_group("experts", _l("专家库"))
    for room in (calls, public, own, desk):
        app.register_blueprint(room.bp)
    add_to_navigation(_l("专家名册"), "experts.index")
