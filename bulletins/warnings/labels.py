"""What the parts of a warning are called, and a draft's facts as words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from association.kernel import clock
from association.kernel.words import _, _l, spoken_in
from association.organisations.models import PROVINCES, Kind
from bulletins.warnings.models import Level

COLUMNS: dict[str, object] = {
    "number": _l("编号"), "level": _l("级别"), "title": _l("标题"), "topic": _l("主题"), "state": _l("状态"),
    "valid_from": _l("生效日"), "valid_to": _l("有效期至"),
}  # fmt: skip


FACTS: dict[str, object] = {
    "title": _l("标题"), "level": _l("级别"), "topic": _l("主题"), "happens": _l("发生了什么"), "todo": _l("请怎么做"),
    "act_by": _l("最迟何时做到"), "valid_from": _l("生效日"), "valid_to": _l("有效期至"), "kinds": _l("适用的单位类别"),
    "provinces": _l("适用的所在地"), "named": _l("另外点名通知的单位"), "only_named": _l("只通知点名的单位"), "contents": _l("涉及的内容类型"),
    "platforms": _l("涉及的平台或场景"), "must_read": _l("必读：适用单位须确认已阅知"), "confirm_days": _l("几个工作日内确认"),
    "wants_statement": _l("确认后还须报送处置说明"), "publish_at": _l("定时发布"),
}  # fmt: skip
"""What an editor fills in, in the form's order."""


def words_of(name: str, value: Any) -> str:
    """One fact of a draft, as its readers see it."""
    if name == "kinds":
        value = [str(Kind(one).label) for one in value]
    elif name == "provinces":
        value = [str(PROVINCES[one]) for one in value]
    if isinstance(value, list | tuple):
        return "\n".join(str(one) for one in value)
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if isinstance(value, Level):
        return str(value.label)
    if isinstance(value, datetime):
        return value.astimezone(clock.CHINA).strftime("%Y-%m-%d %H:%M")
    return "" if value is None else str(value)


def as_text(facts: Mapping[str, Any]) -> str:
    """A whole draft as text, which the writing desk keeps as a version: label, words, blank line, in Chinese."""
    with spoken_in("zh_Hans"):
        told = [
            (label, words_of(name, facts[name]))
            for name, label in FACTS.items()
            if facts.get(name) is not None
        ]
        return "\n\n".join(f"{label}\n{words}" for label, words in told if words)
