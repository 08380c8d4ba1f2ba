"""Pages of the incubation: public, one's own (also a mentor's), the desk's."""

from flask import Flask

from association.kernel import history
from association.kernel.dated import name_group
from association.kernel.rendering import add_to_navigation
from association.kernel.words import _l
from mcn.incubation.views import calls, desk, own, works

history.describe(
    draft_incubation_call=_l("起草孵化征集"), apply_incubation=_l("申请参加孵化"), edit_incubation=_l("修改孵化申请"), ask_mentor=_l("邀请导师"),
    name_mentor=_l("安排导师"), set_milestone=_l("设定节点"), offer_work=_l("提交作品"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    name_group("incubation", _l("青年人才孵化"))
    for room in (calls, works, own, desk):
        app.register_blueprint(room.bp)
    add_to_navigation(_l("青年孵化"), "incubation.index")
