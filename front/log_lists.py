"""Which lists are public, so that their exports are entered in the public log (kernel.log.exports)."""

from collections.abc import Iterator

from flask import url_for

from association.kernel.db import session
from association.kernel.log.exports import List
from association.kernel.words import _, _l
from association.pledges import queries as pledges

LISTS = {
    "rules.index": _l("规范"), "standards.index": _l("标准"), "standard_projects.index": _l("标准项目"), "consultations.index": _l("征求意见"),
    "pledges.index": _l("公约"), "bulletins.index": _l("通报和公告"), "warnings.index": _l("风险预警"), "articles.index": _l("典型案例"), "commendations.index": _l("推优"), "figures.index": _l("行业数据"),
    "contracts.index": _l("合同示范条款"), "guidance.index": _l("业务指导"), "selfcheck.index": _l("自查问卷"), "selfcheck.rounds": _l("专项自查"), "commentary.index": _l("阅评"),
    "experts.index": _l("专家库"), "experts.notices": _l("专家公示"), "expert_calls.index": _l("专家征集"), "organisations.index": _l("单位名录"),
    "membership.index": _l("会员"), "agencies.index": _l("经纪机构登记"), "ties.index": _l("回避"),
    "training.index": _l("培训日历"), "incubation.index": _l("青年人才孵化"), "incubation_works.index": _l("孵化作品"),
}  # fmt: skip
OF_EACH_PLEDGE = {
    "pledge_register.signatories": _l("签署单位"), "statements.index": _l("年度报告"), "publicity.index": _l("公示"),
}  # fmt: skip
# What is different at every look, or grows by being entered.
NOT_ENTERED = ("search.index", "log.entries")


def lists() -> Iterator[List]:
    """In their language; those of each pledge carry its title."""
    for endpoint, title in LISTS.items():
        yield List(endpoint, str(title), url_for(endpoint))
    for pledge in session.scalars(pledges.in_public()):
        for endpoint, title in OF_EACH_PLEDGE.items():
            called = _("%(pledge)s：%(what)s", pledge=pledge.title, what=str(title))
            yield List(endpoint, called, url_for(endpoint, slug=pledge.document.slug))
