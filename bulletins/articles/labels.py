"""What the parts of an article are called, in the order of telling."""

from association.kernel.words import _l

TEXTS: dict[str, object] = {
    "title": _l("标题"),
    "lede": _l("提要"),
    "happened": _l("发生了什么事"),
    "said": _l("当事方怎么说"),
    "statement": _l("当事方的声明"),
    "decided": _l("决定及理由"),
    "put_right": _l("改正情况"),
    "lesson": _l("以案说法"),
    "questions": _l("自查的问题"),
}
"""Everything that is read in public; the scanner looks through each."""
LABELS: dict[str, object] = {
    **TEXTS,
    "number": _l("编号"),
    "fault": _l("违规的种类"),
    "party": _l("当事方的类别"),
    "measure": _l("措施"),
    "outcome": _l("结果"),
    "clause": _l("条款"),
    "year": _l("年份"),
    "questionnaire": _l("对应的自查问卷"),
    "teacher": _l("写以案说法的专家"),
    "publish_at": _l("发布时间"),
}
