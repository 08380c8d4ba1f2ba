"""Direct answers, before all that is found: whether somebody stands by a pledge, is a member or on the register; what a clause says; what a
certificate's number or code is worth. Facts on record, never an evaluation; nothing here that the pages behind it do not show everybody.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import url_for

from association.kernel import certificates, clock, pace
from association.kernel.certificates import codes as certificate_codes
from association.kernel.db import session
from association.kernel.policy import VISITOR, can
from association.kernel.search import records
from association.kernel.words import _
from association.membership import queries as membership
from association.organisations import queries as organisations
from association.organisations import uscc
from association.organisations.models import Organisation
from association.organisations.policy import P
from association.pledges import queries as pledges
from association.rules import cited
from association.rules.reading.numerals import in_chinese
from front.search.otherwise import in_their_words
from mcn.agencies import queries as agencies

LONGEST = 100
"""Characters of a question that are understood; whoever writes more tells a story."""
MOST, MOST_PLACES = 3, 40
MISSES_PER_MINUTE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`title` leads to the page behind it; `lines` are said in the reader's language, `quoted` is a text in its own."""

    title: str
    url: str
    lines: list[str] = field(default_factory=list)
    quoted: str = ""
    link: str = ""
    link_url: str = ""


_ASKING = re.compile(
    r"^(?:请问|查一下|查询)|(?:是不是|是否|有没有|有无|算不算|可否)|(?:是|的)?什么(?:内容|意思)?|怎么(?:说|规定)(?:的)?|规定了?|内容|原文|[吗呢么吧？?。]"
)
_ABOUT = (
    (re.compile("签署|签约|签了|签过|加入|参加"), re.compile("已经|已|签署|签约|签了|签过|加入|参加|自律|公约|单位|了|过|的|名单|是"), "pledge"),
    (re.compile("会员"), re.compile("本会|协会|会员|单位|的|是"), "member"),
    (re.compile("登记"), re.compile("已经|已|登记|在册|经纪|机构|了|过|的|是"), "agency"),
)  # fmt: skip
_ABOUT_IN_ENGLISH = (
    (
        re.compile(r"^(?:is|has|did)\s+(?P<name>.+?)\s+(?:a\s+signatory|signed?)\b.*$", re.IGNORECASE),
        "pledge",
    ),
    (re.compile(r"^is\s+(?P<name>.+?)\s+a\s+member\b.*$", re.IGNORECASE), "member"),
    (re.compile(r"^is\s+(?P<name>.+?)\s+(?:on\s+the\s+register|registered)\b.*$", re.IGNORECASE), "agency"),
)
_PLACE_IN_ENGLISH = re.compile(
    r"^(?:what\s+(?:is|does)\s+)?(?:item|article|clause)\s+(?P<n>[1-9][0-9]{0,2})(?:\s+(?:mean|say)s?)?\??$",
    re.IGNORECASE,
)


def answers_to(typed: str) -> list[Answer]:
    """None where the question is no such question."""
    typed = " ".join(typed.split())
    if not 2 <= len(typed) <= LONGEST:
        return []
    for look in (_certificate, _code, _about_somebody, _place):
        if found := look(typed):
            return found
    return []


def _certificate(typed: str) -> list[Answer]:
    # Without a digit it is no code and no number, and the table need not be asked.
    if not any(c.isdigit() for c in typed) and certificate_codes.tidy(typed) is None:
        return []
    found = certificates.wanted(typed)
    if found is None:
        if certificate_codes.tidy(typed) is not None:
            pace.count(
                "verify.miss", per_minute=MISSES_PER_MINUTE
            )  # as on the page for checking: it may be a guess
        return []
    name = " ".join([str(certificates.kind_of(found).label), found.number]).strip()
    said = certificates.remark_of(found) if certificates.kind_of(found).is_of_a_day else found.state.label
    return [Answer(title=name, url=found.address, lines=[f"{found.holder}{_('：')}{said}"])]


def _code(typed: str) -> list[Answer]:
    code = uscc.tidy(typed)
    if len(code) != uscc.LENGTH:
        return []
    found = session.scalars(organisations.by_code(code)).one_or_none() or organisations.now_under(code)
    if found is None or not can(VISITOR, P.SEE, found):
        return []
    lines = [] if found.uscc == code else [_("这是以前的代码，现在的代码是%(code)s。", code=found.uscc)]
    return [_of(found, lines)]


def _of(organisation: Organisation, lines: list[str]) -> Answer:
    return Answer(
        title=organisation.name, url=url_for("record.show", uscc=organisation.uscc), lines=lines,
        link=_("单位的公开记录"), link_url=url_for("record.show", uscc=organisation.uscc),
    )  # fmt: skip


def _about_somebody(typed: str) -> list[Answer]:
    for pattern, about in _ABOUT_IN_ENGLISH:
        if found := pattern.match(typed):
            return _facts_of(found["name"], about)
    for asked, left_out, about in _ABOUT:
        if _ASKING.search(typed) and asked.search(typed):
            return _facts_of(left_out.sub(" ", _ASKING.sub(" ", typed)), about)
    return []


def _facts_of(name: str, about: str) -> list[Answer]:
    """Of the one organisation the name can mean; of two or more the list below is the answer."""
    found = records.find(name.strip(), VISITOR, kinds=["organisation"], limit=10).hits
    plain = [hit for hit in found if name.strip() in hit.title] or found
    if len(plain) != 1:
        return []
    organisation = session.get(Organisation, int(plain[0].key.partition(":")[2]))
    if organisation is None or not can(VISITOR, P.SEE, organisation):
        return []
    return [_of(organisation, _TOLD[about](organisation))]


def _told_of_pledges(organisation: Organisation) -> list[str]:
    spells = pledges.of_record(organisation.id, clock.today())
    if not spells:
        return [_("没有签署本会的公约；没有签署不说明其他。")]
    return [f"{s.signature.pledge.title}{_('：')}{s.standing.label}" for s in spells]


def _told_of_membership(organisation: Organisation) -> list[str]:
    standing = membership.standing_on(organisation, clock.today())
    if standing is None:
        return [_("不是会员；不是会员不说明其他。")]
    return [_("是本会会员。") if standing == "member" else _("是本会会员，会籍中止。")]


def _told_of_register(organisation: Organisation) -> list[str]:
    shown = agencies.shown_of(organisation)
    if not shown:
        return [_("不在经纪机构登记簿上；没有登记不说明其他，登记也不构成行政许可。")]
    return [f"{agency.number}{_('：')}{agency.state.label}" for agency in shown]


_TOLD: dict[str, Callable[[Organisation], list[str]]] = {
    "pledge": _told_of_pledges,
    "member": _told_of_membership,
    "agency": _told_of_register,
}


def _place(typed: str) -> list[Answer]:
    """What a clause says; of a number alone, of the texts that have it."""
    if numbered := _PLACE_IN_ENGLISH.match(typed):
        typed = f"第{in_chinese(int(numbered['n']))}条"
    asked = _ASKING.sub("", typed).strip()
    found = cited.places(asked, most=MOST_PLACES) or cited.places(in_their_words(asked), most=MOST_PLACES)
    few = len(found) <= MOST
    return [
        Answer(
            title=place.words, url=place.url, quoted=place.text if few else "", link=_("引用与沿革") if few else "", link_url=place.hub
        )
        for place in found
    ]  # fmt: skip
