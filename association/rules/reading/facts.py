"""What the head, the closing and the last articles state: days kept apart, issuer, number. Nothing is
stated twice differently in silence."""

import re
from dataclasses import dataclass, field
from datetime import date

from association.rules.reading.days import DAY, day_of, days_in, is_day_alone
from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.head import NUMBER, Head
from association.rules.reading.normal import with_proper_brackets
from association.rules.reading.tree import FrontKind, Level, Node

ADOPTED = re.compile(r"通过|审议")
AMENDED = re.compile(r"修正|修订|修改")
PROMULGATED = re.compile(r"公布|发布|印发|令第")
EFFECTIVE = re.compile(r"施行|实施|生效")
IN_FORCE = re.compile(rf"本[\u4e00-\u9fff]{{1,8}}自(?P<day>{DAY.pattern})起(?:开始)?(?:施行|实施|生效|执行)")
IN_FORCE_AT_ONCE = re.compile(r"本[\u4e00-\u9fff]{1,8}自(?:公布|发布|印发|通过)之日起(?:施行|实施|生效|执行)")
CONGRESS = re.compile(r"全国人民代表大会(?:常务委员会)?|[\u4e00-\u9fff]{2,12}人民代表大会(?:常务委员会)?")
COUNCIL = re.compile(r"(?:中华人民共和国)?(?P<who>[\u4e00-\u9fff]{2,20}?)令[ \t]?第?[ \t]?\d{1,4}[ \t]?号")
MEETING = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,30}?)(?:审判委员会|理事会|会员大会|会员代表大会|常务理事会)?(?:\d{4}年|[一二三四五六七八九]届)?第[\d一二三四五六七八九十百]{1,6}(?:届|次)[^，。]{0,20}会议"
)
ABOUT = re.compile(r"(?P<who>[\u4e00-\u9fff、]{2,40}?)关于")
ORGANS = ("局", "部", "厅", "院", "委", "会", "办公室", "政府", "委员会", "社", "署", "中心", "联盟")
NAMED_DAY = re.compile(r"[(（]((?:19|20)\d\d-\d\d-\d\d)[)）]")


@dataclass(slots=True)
class Facts:
    issuer: str = ""
    number: str = ""
    adopted: list[date] = field(default_factory=list)
    amended: list[date] = field(default_factory=list)
    promulgated: list[date] = field(default_factory=list)
    effective: list[date] = field(default_factory=list)

    @property
    def issued_on(self) -> date | None:
        """Of this edition: its last adoption or amendment; where none is stated, its promulgation."""
        return max(self.adopted + self.amended, default=max(self.promulgated, default=None))


def facts_of(head: Head, tree: tuple[Node, ...], *, name: str, doubts: Doubts) -> Facts:
    """Read the facts. `name` is the file's name, which may carry a day in brackets and a number."""
    facts = Facts()
    _from_table(head, facts)
    for front in head.lines:
        if front.kind is FrontKind.NUMBER and not facts.number:
            facts.number = with_proper_brackets(front.text)
        if front.kind in {FrontKind.HISTORY, FrontKind.DATE}:
            _from_history(front.text, facts)
    closing = [node for node in tree if node.level is Level.TEXT and not node.path.startswith("0")]
    _from_closing(closing, facts)
    _from_provisions(tree, facts)
    facts.number = facts.number or _number_in(name)
    facts.issuer = facts.issuer or _issuer_in_title(head.title)
    if not facts.issuer:
        doubts.add(0, Doubt.ISSUER)
    return facts


def _from_table(head: Head, facts: Facts) -> None:
    facts.issuer = head.facts.get("issuer", "")
    number = NUMBER.search(head.facts.get("number", "")[:200])
    facts.number = with_proper_brackets(number[0]) if number else ""
    for key, days in (
        ("adopted", facts.adopted),
        ("promulgated", facts.promulgated),
        ("effective", facts.effective),
    ):
        day = day_of(head.facts.get(key, "")[:100])
        if day:
            days.append(day)


def _from_history(text: str, facts: Facts) -> None:
    """Every day of a line goes where the words after it say: （2016年…通过 2023年…修正 自2024年…起施行）."""
    found = list(days_in(text))
    for index, (day, _, end) in enumerate(found):
        words = text[end : found[index + 1][1] if index + 1 < len(found) else len(text)]
        if AMENDED.search(words) and not ADOPTED.search(words.partition("《")[0]):
            facts.amended.append(day)
        elif ADOPTED.search(words):
            facts.adopted.append(day)
        elif PROMULGATED.search(words):
            facts.promulgated.append(day)
        elif EFFECTIVE.search(words):
            facts.effective.append(day)
        elif not words.strip("（）() "):
            facts.adopted.append(day)
        if not AMENDED.search(words) or ADOPTED.search(words.partition("《")[0]):
            facts.issuer = facts.issuer or _issuer_in_words(words)
            facts.number = facts.number or _number_in(words)


def _issuer_in_words(words: str) -> str:
    for pattern in (CONGRESS, COUNCIL, MEETING):
        found = pattern.search(words[:120].strip())
        if found:
            who = found.groupdict().get("who") or found[0]
            return re.sub(r"^.*届", "", who).removeprefix("中华人民共和国").strip()
    return ""


def _number_in(words: str) -> str:
    found = NUMBER.search(words[:200])
    return with_proper_brackets(found[0]) if found else ""


def _from_closing(closing: list[Node], facts: Facts) -> None:
    """The signature before the day, and the day: 成文."""
    for index, node in enumerate(closing):
        if is_day_alone(node.text):
            day = day_of(node.text)
            if day and not facts.adopted:
                facts.adopted.append(day)
            before = closing[index - 1].text if index else ""
            if not facts.issuer and before.endswith(ORGANS):
                facts.issuer = before
            return


def _from_provisions(tree: tuple[Node, ...], facts: Facts) -> None:
    texts = [
        node.text
        for top in tree
        for node in top.walk()
        if "施行" in node.text or "实施" in node.text or "执行" in node.text
    ]
    for text in reversed(texts):
        stated = IN_FORCE.search(text)
        if stated:
            day = day_of(stated["day"])
            facts.effective += [day] if day else []
            return
        if IN_FORCE_AT_ONCE.search(text) and facts.promulgated + facts.adopted:
            # The text's own first promulgation, not that of later amendments.
            facts.effective.append(min(facts.promulgated or facts.adopted))
            return


def _issuer_in_title(title: str) -> str:
    found = ABOUT.match(title)
    return found["who"] if found and found["who"].endswith(ORGANS) else ""


def named_day(name: str) -> date | None:
    """The day in brackets in a file's name."""
    found = NAMED_DAY.search(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
