"""What a new site counts to begin with: the association's own choice, for staff to change."""

from sqlalchemy import exists, select

from association.kernel.dated import BEGINNING
from association.kernel.db import session
from association.kernel.proposals import Proposal
from association.kernel.words import N_
from bulletins.figures.models import Fault

BASIS = N_("协会自行设置；问题类型的名称由协会对照所引文件核对")
_TAKEN_DOWN = N_("本期内因此下架的条数，同一条只计一次；用户自己删除的不计。")
_ACCOUNTS = N_("本期内因此限制功能、暂停或者关闭的账号数，同一账号只计一次。")
FAULTS = (
    ("vulgar-videos", N_("色情低俗"), N_("下架的短视频"), N_("条"), _TAKEN_DOWN),
    ("vulgar-accounts", N_("色情低俗"), N_("处理的账号"), N_("个"), _ACCOUNTS),
    ("values-videos", N_("不良价值导向"), N_("下架的短视频"), N_("条"), _TAKEN_DOWN),
    ("values-dramas", N_("不良价值导向"), N_("下架的微短剧"), N_("部"), N_("本期内因此整部下架的微短剧，按部计，不按集计。")),
    ("pirated-videos", N_("侵权盗播"), N_("下架的短视频"), N_("条"), _TAKEN_DOWN),
    ("unfiled-dramas", N_("没有备案或许可"), N_("下架的微短剧"), N_("部"), N_("本期内因没有备案号或许可证号下架的微短剧，按部计。")),
    ("unfiled-miniapps", N_("没有备案或许可"), N_("处理的小程序"), N_("个"), N_("本期内因此暂停服务或者下架的小程序数。")),
    ("misleading-ads", N_("违规营销"), N_("下架的推广素材"), N_("条"), N_("本期内因夸大、诱导付费或者与正片不符下架的推广素材条数。")),
    ("appeals-upheld", N_("申诉"), N_("申诉成立的"), N_("件"), N_("本期内办结、改变了原处理的用户申诉件数。")),
)  # fmt: skip


def plant() -> int:
    """Once: a table with any row in it is staff's."""
    if session.scalar(select(exists().where(Fault.id.is_not(None)))):
        return 0
    session.add_all(
        Fault(
            code=code, group=group, label=label, unit=unit, definition=definition, in_force_from=BEGINNING, basis=BASIS,
            state=Proposal.CONFIRMED,
        )
        for code, group, label, unit, definition in FAULTS
    )  # fmt: skip
    return len(FAULTS)
