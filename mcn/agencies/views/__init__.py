"""Pages of the register: what everybody sees, an agency's own, its file, and staff's list."""

from flask import Flask

from association.kernel import attachments, history, rendering
from association.kernel.words import _l
from mcn.agencies.models import Agency
from mcn.agencies.policy import P
from mcn.agencies.views import desk, file, own, public, writing

history.describe(begin=_l("开始填写"), recheck=_l("重新检查"))


def init_app(app: Flask) -> None:
    for room in (public, own, writing, file, desk):
        app.register_blueprint(room.bp)
    attachments.owned_by("agency", attachments.who_may(Agency, P.READ_FILE))
    rendering.add_to_navigation(_l("机构登记"), "agencies.index")
