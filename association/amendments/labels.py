"""What the facts of motions and ballots are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "pledge": _l("公约"), "number": _l("编号"), "state": _l("状态"), "mover": _l("提出者"), "reason": _l("修订的理由"), "wording": _l("建议的文字"),
    "risky": _l("须经法务审的词语"), "made_on": _l("提出日期"), "until_on": _l("附议截止"), "supporters": _l("附议单位"), "needed": _l("须有"),
    "version": _l("版本"), "opened_on": _l("表决开始"), "closes_on": _l("表决截止"), "entitled": _l("有表决权的单位"), "in_favour": _l("同意"),
    "against": _l("不同意"), "abstained": _l("弃权"), "not_cast": _l("未投票"), "gone": _l("期间退出"), "text_hash": _l("文本摘要SHA-256"),
    "note": _l("表决说明"), "choice": _l("表决意见"), "opinion": _l("说明"),
}  # fmt: skip
