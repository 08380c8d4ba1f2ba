"""Who may do what with complaints. Organisations concerned stand behind walls as everywhere."""

from association.kernel import walls
from association.kernel.policy import Permission, anyone, grant, has_role
from association.kernel.words import _l
from bulletins.complaints.models import ComplaintEvidence, ComplaintTransfer


class P(Permission):
    COMPLAIN = _l("投诉举报，凭回执码查看和补充")
    LIST_ALL = _l("查看投诉举报的编号、类别和进度")
    READ = _l("查看投诉举报的内容和证据副本，同投诉人往来，添加证据，合并办理")
    TAKE_IN = _l("登记、受理和不予受理投诉举报")
    CHECK = _l("核查、反馈和办结投诉举报")
    TRANSFER = _l("拟移送、审核移送、登记移送回执（前两项须由两人办理）")
    SEE_INFORMANT = _l("写明理由后查看举报人和证据原件")


grant(P.COMPLAIN, anyone)
grant(P.LIST_ALL, has_role("intake", "investigator", "auditor"))
grant(P.READ, has_role("intake", "investigator"))
grant(P.TAKE_IN, has_role("intake"))
grant(P.CHECK, has_role("investigator"))
grant(P.TRANSFER, has_role("intake", "investigator"))
grant(P.SEE_INFORMANT, has_role("intake", "investigator"))

walls.concerns_with(ComplaintEvidence.complaint)
walls.concerns_with(ComplaintTransfer.complaint)
