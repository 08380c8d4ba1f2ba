"""Pages of complaints: telling and following up, and the desk."""

from flask import Flask

from association.kernel import attachments, dated, history, rendering
from association.kernel.words import _l
from bulletins.complaints.models import ComplaintTransfer
from bulletins.complaints.policy import P
from bulletins.complaints.views import desk, evidence, handling, public, transfers

history.describe(
    complain=_l("收到投诉举报"),
    add=_l("投诉人补充"),
    add_evidence=_l("添加证据"),
    concern=_l("注明被反映的单位"),
    see_informant=_l("查看举报人"),
    open_original=_l("打开证据原件"),
    draw_up=_l("拟移送"),
)


def init_app(app: Flask) -> None:
    for part in (public, desk, handling, evidence, transfers):
        app.register_blueprint(part.bp)
    attachments.owned_by("complaint_transfer", attachments.who_may(ComplaintTransfer, P.TRANSFER))
    dated.name_group("complaints", _l("投诉举报"))
    rendering.add_to_navigation(_l("投诉举报"), "complaints.index")
