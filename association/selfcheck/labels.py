"""What the columns of lists about self-checks are called."""

from association.kernel.words import _l

COLUMNS: dict[str, object] = {
    "title": _l("名称"), "kind": _l("适用的单位类别"), "number": _l("版本"), "questions": _l("题数"), "published_on": _l("发布"),
    "state": _l("状态"), "topic": _l("主题"), "due_on": _l("截止日"), "organisation": _l("单位"), "finished_on": _l("完成日期"),
    "shared_on": _l("共享日期"), "round": _l("专项自查"), "standing": _l("完成情况"),
}  # fmt: skip

ANSWERS: dict[str, object] = {
    "place": _l("序号"), "group": _l("部分"), "words": _l("题目"), "value": _l("回答"), "note": _l("说明"), "basis": _l("依据"),
    "owner": _l("整改负责人"), "due_on": _l("整改期限"), "done_on": _l("整改日期"), "done_note": _l("怎样整改的"), "then": _l("上次"),
}  # fmt: skip

CHANGES: dict[str, object] = {
    "improved": _l("改好了"), "worse": _l("退步了"), "still": _l("上次就缺，现在还缺"), "new": _l("上次没有问"), "gone": _l("这次不再问"),
}  # fmt: skip
