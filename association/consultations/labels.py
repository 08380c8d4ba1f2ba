"""What the parts of a comment are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "clause": _l("所评条款"),
    "body": _l("意见"),
    "proposed": _l("建议的文字"),
    "reason": _l("理由"),
    "outcome": _l("处理意见"),
    "answer": _l("答复的理由"),
    "name": _l("姓名"),
    "email": _l("邮箱"),
}
