"""Pages of cases: the desk's file, the respondent's room, and what each of them writes."""

from flask import Flask, url_for

from association.kernel import history
from association.kernel.words import _l
from bulletins.cases import sitting
from bulletins.cases.views import afterwards, deciding, desk, file, own
from bulletins.complaints import onward

history.describe(
    open_case=_l("登记线索"), take_up=_l("转入投诉举报"), allege=_l("写明所指的事实"), withdraw_charge=_l("删去所指的事实"), add_evidence=_l("加入证据"), serve=_l("登记送达"),
    lodge=_l("提出申诉"), apply_for_repair=_l("申请信用修复"),
)  # fmt: skip


def init_app(app: Flask) -> None:
    for room in (desk, file, deciding, afterwards, own):
        app.register_blueprint(room.bp)
    onward.leads_to(lambda complaint: url_for("case_desk.take_up", id=complaint.id))
    sitting.init_app(
        read_at=lambda seat: url_for("case_desk.show", id=seat.panel.subject_id),
        file_of=lambda case: url_for("case_desk.show", id=case.id),
        appeal_at=afterwards.appeal_page,
    )
