"""What people call things by other names than the texts do: looked for under the texts' word when the people's finds nothing."""

from association.kernel import dated
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.search.records import Found
from association.kernel.words import _l

dated.name_group("search", _l("搜索"))
dated.define(
    "search.other_words", label=_l("别的叫法（每行一个，写作“通行的叫法=文件里的写法”）"), kind="lines",
    basis=_l("通行的简称和说法，由协会增减；只影响查找，不改变任何文件"),
    initial=[
        "个保法=个人信息保护法", "未保法=未成年人保护法", "网安法=网络安全法", "版权=著作权", "司法解释=法律若干问题的解释",
        "青少年模式=未成年人模式", "社团=社会团体", "艺人=签约人员", "小演员=未成年演员", "短剧备案=微短剧备案", "会费标准=会费",
    ],
)  # fmt: skip


def in_their_words(typed: str) -> str:
    """The question in the texts' words; the same where it has none of the others."""
    for line in dated.value("search.other_words"):
        called, equals, written = line.partition("=")
        if equals and called.strip() and called.strip() in typed and written.strip() not in typed:
            typed = typed.replace(called.strip(), written.strip())
    return typed


def find(typed: str, actor: Actor, **how: object) -> tuple[Found, str]:
    """What is found, and for which words."""
    found = records.find(typed, actor, **how)  # type: ignore[arg-type]
    if not found.hits and (theirs := in_their_words(typed)) != typed:
        other = records.find(theirs, actor, **how)  # type: ignore[arg-type]
        if other.hits or other.near:
            return other, theirs
    return found, typed
