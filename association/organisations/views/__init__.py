"""Pages of organisations: the public list, applying, the file, officers, changes, staff."""

from flask import Flask

from association.kernel import attachments, history, rendering
from association.kernel.words import _l
from association.organisations.models import Officer
from association.organisations.policy import P
from association.organisations.views import applying, changing, file, importing, officers, public

history.describe(
    prepare=_l("填报申请"), edit=_l("修改资料"), invite=_l("发出邀请"), accept=_l("接受邀请"), decline=_l("不接受邀请"),
    join=_l("申请加入"), renew=_l("提交新的授权书"), ask_change=_l("提交变更"), change_code=_l("变更代码"),
    give_public_basis=_l("登记公开依据"), remind=_l("到期提醒"), **{"import": _l("成批导入")},
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (public, applying, file, officers, changing, importing):
        app.register_blueprint(room.bp)
    attachments.owned_by("officer", attachments.who_may(Officer, P.READ_FILE))
    rendering.add_to_navigation(_l("单位名录"), "organisations.index")
