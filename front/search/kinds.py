"""What can be found, as lists of results call it, in the order in which people look for it."""

from collections.abc import Mapping

from association.kernel.words import _l

KINDS: Mapping[str, object] = {
    "clause": _l("条款"),
    "rule": _l("法规、规范与公约文本"),
    "pledge": _l("公约及其名册、动议"),
    "organisation": _l("单位"),
    "agency": _l("登记机构"),
    "notice": _l("通报和公告"),
    "warning": _l("风险预警"),
    "case_article": _l("典型案例"),
    "guidance": _l("业务指导"),
    "commentary": _l("阅评"),
    "training": _l("培训"),
    "expert": _l("专家"),
    "figures": _l("行业数据"),
    "consultation": _l("征求意见"),
    "project": _l("标准项目"),
    "questionnaire": _l("自查问卷"),
    "self_check_round": _l("专项自查"),
    "commendation": _l("推优"),
    "incubation": _l("孵化"),
    "model_clause": _l("合同示范条款"),
    "hint": _l("自查提示"),
    "work": _l("作品"),
}

WEIGHTS: Mapping[str, float] = {"clause": -0.5, "project": -0.3, "consultation": -0.3, "expert": -0.2}
"""A whole text comes before its parts, what is in force before what is on its way."""
