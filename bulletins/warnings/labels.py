"""What the parts of a warning are called."""

from association.kernel.words import _l

COLUMNS: dict[str, object] = {
    "number": _l("编号"), "level": _l("级别"), "title": _l("标题"), "topic": _l("主题"), "state": _l("状态"),
    "valid_from": _l("生效日"), "valid_to": _l("有效期至"),
}  # fmt: skip
