"""Pages of panels: the members' own, and those of whoever keeps them."""

from flask import Flask

from association.kernel import history
from association.kernel.words import _l
from association.panels.views import desk, own, seats

history.describe(
    convene=_l("组成评审组"), name=_l("列入名单"), vote=_l("提交意见"), record_vote=_l("登记书面意见"), write_minutes=_l("写纪要"),
    confirm_minutes=_l("确认纪要"), object_to_minutes=_l("不同意纪要"), overdue=_l("提醒：到期意见不够"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (own, desk, seats):
        app.register_blueprint(room.bp)
