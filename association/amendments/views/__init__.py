"""Pages of amendments: what everybody reads in the life of a pledge, what signatories do, the desk."""

from flask import Flask

from association.amendments.views import desk, own, reading
from association.kernel import history
from association.kernel.words import _l

history.describe(
    propose_amendment=_l("提出修订"), move_amendment=_l("提出修订动议"), support_amendment=_l("附议"), take_support_back=_l("撤回附议"),
    open_ballot=_l("开始表决"), vote_amendment=_l("投票"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (reading, own, desk):
        app.register_blueprint(room.bp)
