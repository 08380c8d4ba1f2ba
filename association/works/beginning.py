"""The periods of the rule a new site begins with, as far as they were seen (mostly in press and reprints). Staff compare them with the
official texts, strike what is wrong and propose what is missing; nothing here is read again once the rows are there.
"""

from datetime import date
from typing import Any

from sqlalchemy import exists, select

from association.kernel.db import session
from association.kernel.proposals import Proposal
from association.kernel.words import N_
from association.works.models import ClassRule, Making, Trigger
from association.works.models.rule import TO_VERIFY

SUBJECTS = [
    N_("政治"), N_("军事"), N_("外交"), N_("国家安全"), N_("统战"), N_("民族"), N_("宗教"), N_("司法"), N_("公安"),
]  # fmt: skip
_BY_NATION = N_("由总局统一备案公示；省级广电部门审核。首页首屏推荐的，由总局复核。")
_BY_PROVINCE = N_("由省级广电部门审核。")
_BY_PLATFORM = N_("由播出平台审核，并报省级广电部门。")
_NUMBERS = (
    N_("《网络剧片发行许可证》号，或者按网络剧片管理规定完成备案的备案号。"),
    TO_VERIFY + N_("许可证号的写法，见到过“（省）网微剧审字（年）第NNN号”，没有与原文核对。"),
    TO_VERIFY + N_("规划、上线、平台三种备案号各自的写法没有查到，照所发文件抄写，并写明由谁编发。"),
)
_NO_NUMBER = N_("起，没有许可证号或备案号的微短剧不得上网传播。")
_OLD_STOCK = N_("以前，动画、人工智能、漫画、表情包类的存量作品要补办完备案。")
_ALL_LATER: dict[str, Any] = {
    "subjects": SUBJECTS, "handled_key": _BY_NATION, "handled_ordinary": _BY_PROVINCE, "handled_other": _BY_PLATFORM,
    "numbers": "\n".join(_NUMBERS),
}  # fmt: skip
_STOP, _STOCK = f"2024-06-01 {_NO_NUMBER}", f"2026-03-31 {_OLD_STOCK}"
_UNSAID = N_(
    "登记所依的材料没有写平台招商主推、首页首屏、会员、付费、自愿申报是否仍把作品列为重点；有这些情形的请先问。"
)

RULES: tuple[dict[str, Any], ...] = (
    {
        "in_force_from": date(2022, 11, 14), "makings": [Making.LIVE], "key_from": None, "ordinary_from": None,
        "triggers": [Trigger.SPONSORED, Trigger.FRONT, Trigger.MEMBERS, Trigger.PAID],
        "handled_key": N_("由总局统一备案公示管理。"),
        "handled_other": N_("由省级广电部门指导网络视听平台履行主体责任、审核把关。"),
        "numbers": "\n".join(_NUMBERS),
        "doubts": "\n".join((
            N_("起用日按成文日期登记；公开的日期是2022年12月27日。"),
            N_("特殊题材按规定征求有关主管部门意见，原文没有说因此列为重点。"),
        )),
        "basis": N_("广电办发〔2022〕345号 三（二）2"),
    },
    _ALL_LATER | {
        "in_force_from": date(2024, 2, 1), "makings": [Making.LIVE], "key_from": 100, "ordinary_from": 30,
        "triggers": [Trigger.SPONSORED, Trigger.FRONT, Trigger.VOLUNTARY], "deadlines": _STOP,
        "doubts": "\n".join((
            N_("材料只写“2024年2月起”，按2月1日登记，确切的起用日待核。"),
            N_("会员优先、付费观看是否仍把作品列为重点，材料没有写。"),
        )),
        "basis": N_("广电办发〔2024〕35号，2025年2月5日公开报道"), "number_to_verify": True,
    },
    _ALL_LATER | {
        "in_force_from": date(2025, 11, 8), "makings": [Making.ANIMATED, Making.AI], "key_from": 100, "ordinary_from": 30,
        "triggers": [Trigger.SPONSORED, Trigger.FRONT, Trigger.VOLUNTARY], "deadlines": f"{_STOP}\n{_STOCK}",
        "doubts": N_("材料只写这些作品纳入分类管理，没有写起点；这里按当时真人实拍的起点登记。"),
        "basis": N_("2025年11月8日关于动画、人工智能、漫画、表情包类微短剧纳入分类管理的通知，文号没有查到"),
        "number_to_verify": True,
    },
    _ALL_LATER | {
        "in_force_from": date(2026, 1, 1), "makings": list(Making), "key_from": 300, "ordinary_from": 100, "triggers": [],
        "deadlines": f"{_STOP}\n{_STOCK}", "doubts": _UNSAID,
        "basis": N_("自2026年1月1日起调整分类起点的通知，文号没有查到"), "number_to_verify": True,
    },
    _ALL_LATER | {
        "in_force_from": date(2026, 7, 1), "makings": [Making.AI], "key_from": 80, "ordinary_from": 30, "triggers": [],
        "deadlines": f"{_STOP}\n{_STOCK}", "doubts": _UNSAID,
        "basis": N_("2026年6月25日关于人工智能类微短剧分类的提示，文号没有查到"), "number_to_verify": True,
    },
)  # fmt: skip


def plant() -> int:
    """The first rows, where there are none at all; returns how many."""
    if session.scalar(select(exists().where(ClassRule.id.is_not(None)))):
        return 0
    session.add_all(rows())
    return len(RULES)


def rows() -> list[ClassRule]:
    """The same as rows of nowhere, oldest first."""
    return [ClassRule(**_stored(rule), state=Proposal.CONFIRMED) for rule in RULES]


def _stored(rule: dict[str, Any]) -> dict[str, Any]:
    words = {name: [word.value for word in rule[name]] for name in ("makings", "triggers")}
    empty = {"subjects": [], "deadlines": "", "doubts": "", "handled_ordinary": "", "number_to_verify": False}
    return empty | rule | words
