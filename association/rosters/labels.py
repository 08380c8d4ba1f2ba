"""What the facts of rosters and ceremonies are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "number": _l("期数"), "as_of": _l("截至"), "taken_on": _l("编制日期"), "bound": _l("受公约约束"), "joined": _l("本期签署"), "gone": _l("本期退出"),
    "sha256": _l("名册摘要SHA-256"), "movement": _l("变动"), "name": _l("单位（签署时的名称）"), "uscc": _l("统一社会信用代码"), "kinds": _l("类别"),
    "province": _l("所在地"), "certificate": _l("证书号"), "version": _l("版本"), "since_on": _l("签署"), "standing": _l("状态"),
    "standing_from": _l("状态自"), "batch": _l("批次"), "held_on": _l("签署仪式日期"), "place": _l("地点"), "pledge": _l("公约"),
}  # fmt: skip
