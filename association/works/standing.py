"""The pages of hints, found by what people type who look for them."""

from datetime import date

from association.kernel.search import records
from association.kernel.words import _, spoken_in

MADE_ON = date(2026, 11, 1)


def publish() -> int:
    """Once for good: nothing is new at later starts, and none of it counts as planted."""
    with spoken_in("zh_Hans"):
        for key, title, body, url in (
            ("classing", _("微短剧分类提示"),
             _("是不是微短剧，属于重点、普通还是其他，由谁办理、有什么证号。按所填日期的规则回答，并说明为什么。"), "/works/class/"),
            ("periods", _("微短剧分类：各时期的规则"), _("2022年以来分类起点的变化，依据和核对情况。"), "/works/class/rules/"),
            ("titling", _("片名提示"),
             _("按监管提示和平台公布的问题类别，看片名里有没有需要再想一想的字样，并说明是哪几个字、为什么。"), "/works/titles/"),
        ):  # fmt: skip
            records.publish(key=f"hint:{key}", kind="hint", title=title, body=body, url=url, dated_on=MADE_ON)
    return 0
