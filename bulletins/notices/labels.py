"""What the facts of notices are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "kind": _l("类别"),
    "title": _l("标题"),
    "topic": _l("主题"),
    "addressee": _l("主送"),
    "names_somebody": _l("点名涉及具体的人或单位"),
    "audience": _l("发给哪些单位"),
    "source_issuer": _l("原发布机构"),
    "source_number": _l("原文号"),
    "source_url": _l("原文网址"),
    "source_on": _l("原成文日期"),
    "publish_at": _l("发布时间"),
    "number": _l("发文字号"),
}
