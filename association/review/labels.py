"""What the facts of reviews are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "number": _l("编号"), "work": _l("作品"), "organisation": _l("单位"), "genre": _l("体裁"), "wish": _l("希望重点看什么"),
    "wants": _l("需要的专业领域"), "state": _l("状态"), "round": _l("轮次"), "submitted_at": _l("提交时间"), "accepted_at": _l("受理时间"),
    "answer_by": _l("答复期限"), "version": _l("提交的版本"), "due_on": _l("意见期限"), "merits": _l("长处"), "summary": _l("总的看法"),
    "conclusion": _l("结论"), "gate": _l("关口"), "severity": _l("程度"), "place": _l("在哪里"), "fact": _l("看到的问题"), "cause": _l("原因"),
    "proposal": _l("建议"), "clause": _l("条款"), "reply": _l("单位的答复"), "answer": _l("说明"), "outcome": _l("复核结果"),
}  # fmt: skip
