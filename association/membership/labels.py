"""What the fields of a membership are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "kind": _l("会员类别"),
    "representative": _l("单位代表"),
    "representative_post": _l("代表的职务"),
    "statement": _l("申请说明"),
}
