"""The head of a document: which of its first lines are title, number, issuer, days, history or contents."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from association.rules.reading.days import days_in, is_day_alone
from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.lines import Line
from association.rules.reading.normal import normal
from association.rules.reading.survey import Role
from association.rules.reading.tree import FrontKind, FrontLine

KINDS_OF_TEXT = (
    "法|条例|规定|办法|细则|规则|规范|标准|准则|守则|指引|指南|公约|章程|决定|决议|意见|通知|公告|通告|通报|倡议书|倡议|承诺书|协议|纲要|规划|方案|制度|解释|"
    "答复|批复|函|导则|要求|规程|清单|说明|提示|声明|条款|要点|计划|通则"
)
TITLE_END = re.compile(rf"(?:{KINDS_OF_TEXT})(?:[（(][^（）()]{{1,20}}[）)]){{0,2}}$")
QUALIFIER = re.compile(
    r"[（(](?:试行|暂行|征求意见稿|草案|送审稿|报批稿|修订|修订稿|修正|[12]\d{3}年?版|第.{1,3}版)[）)]"
)
NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,20}[〔\[（(【［][12]\d{3}[〕\]）)】］][ \t]?第?[ \t]?\d{1,5}[ \t]?号"
    r"|(?:中华人民共和国)?[\u4e00-\u9fff]{2,20}令[ \t]?第?[ \t]?\d{1,4}[ \t]?号"
    r"|[A-Z]{1,4}(?:/[A-Z]{1,8})?[ \t]?\d{1,6}(?:\.\d{1,3})?[ \t]?[-—–－][ \t]?[12]\d{3}"
)
LETTERHEAD = re.compile(r".{2,30}(?:文件|公告|令)")
HAPPENED = re.compile(r"通过|修正|修订|修改|公布|发布|施行|实施|生效|批准|印发|废止|令第|根据")
REPLACES = re.compile(r"(?:代替|替代|ICS|CCS).{0,80}")
FACTS = {
    "title": "标题 名称 标准名称",
    "issuer": "制定方 制定机关 发文机关 发布机构 发布单位 发布机关",
    "number": "编号 发文字号 文号 标准号",
    "adopted": "落款时间 成文日期 通过日期 落款日期 成文时间",
    "promulgated": "公示时间 公布日期 发布日期 公布时间 发布时间",
    "effective": "施行时间 施行日期 实施日期 生效日期 实施时间",
}
FACT_KEYS = {key: fact for fact, keys in FACTS.items() for key in keys.split()}


@dataclass(slots=True)
class Head:
    """The lines taken as the head, how many of the document's lines they are, the title, and facts stated
    in tables."""

    lines: list[FrontLine] = field(default_factory=list)
    count: int = 0
    title: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def head_of(
    lines: list[Line],
    roles: list[Role],
    *,
    until: int,
    facts: Mapping[str, str],
    name_title: str,
    doubts: Doubts,
) -> Head:
    """Read the head from `lines[:until]`; it ends with the first line that is none of its kinds.

    `facts` are the fields of the file's own head, `name_title` the title its name gives.
    """
    head = Head()
    before = lines[:until]
    for line in before:
        head.facts |= {
            FACT_KEYS[key]: row[1]
            for row in line.rows
            if len(row) == 2 and (key := normal(row[0])) in FACT_KEYS
        }
    title_lines = _find_title(
        before, head, given=facts.get("title", "") or head.facts.get("title", ""), doubts=doubts
    )
    in_note = False
    for index, line in enumerate(before):
        kind = FrontKind.HISTORY if in_note else _kind(line, roles[index], index in title_lines, head.title)
        if kind is None:
            break
        head.lines.append(FrontLine(kind, line.text, line.rows, line.place))
        head.count += 1
        in_note = (
            kind is FrontKind.HISTORY and (in_note or line.text[0] in "（(") and line.text[-1] not in "）)"
        )
    if not head.title:
        head.title = name_title
        doubts.add(0, Doubt.TITLE_FROM_NAME, title=name_title)
    return head


def _find_title(before: list[Line], head: Head, *, given: str, doubts: Doubts) -> set[int]:
    """Set the title; the indices of the lines it stands on."""
    headings = [i for i, line in enumerate(before) if line.heading]
    if given:
        head.title = given
        return {i for i, line in enumerate(before) if normal(line.text) == normal(given)}
    top = [i for i in headings if before[i].heading == 1] or [
        i for i in headings if TITLE_END.search(before[i].text[-60:])
    ]
    if top:
        head.title = before[top[0]].text
        return {top[0]}
    return _plain_title(before, head, doubts=doubts)


def _plain_title(before: list[Line], head: Head, *, doubts: Doubts) -> set[int]:
    """The first lines that are nothing else; several when together they end as titles end."""
    start = next(
        (i for i, line in enumerate(before) if line.rows or _kind(line, Role.BODY, False, "") is None),
        len(before),
    )
    run: list[int] = []
    for index in range(start, min(start + 5, len(before))):
        line = before[index]
        if (
            line.rows
            or line.text[-1] in "。；：，:"
            or len(line.text) > 80
            or _kind(line, Role.BODY, False, "") is not None
        ):
            break
        run.append(index)
        if TITLE_END.search(line.text[-60:]):
            if index + 1 < len(before) and QUALIFIER.fullmatch(before[index + 1].text):
                run.append(index + 1)
            head.title = "".join(before[i].text for i in run)
            return set(run)
    if not run:
        return set()
    head.title = before[start].text
    doubts.add(before[start].place, Doubt.TITLE, title=head.title)
    return {start}


def _kind(line: Line, role: Role, is_title: bool, title: str) -> FrontKind | None:
    text = line.text
    if role is Role.CONTENTS:
        return FrontKind.CONTENTS
    if line.rows:
        return (
            FrontKind.FACTS
            if any(len(row) == 2 and normal(row[0]) in FACT_KEYS for row in line.rows)
            else None
        )
    if is_title or (title and normal(text) == normal(title)):
        return FrontKind.TITLE
    if line.heading:
        return FrontKind.HEADING
    return _kind_of_words(text)


def _kind_of_words(text: str) -> FrontKind | None:
    if NUMBER.fullmatch(text):
        return FrontKind.NUMBER
    if is_day_alone(text):
        return FrontKind.DATE
    if LETTERHEAD.fullmatch(text) and not TITLE_END.search(text):
        return FrontKind.ISSUER
    if REPLACES.fullmatch(text):
        return FrontKind.HISTORY
    if len(text) > 900 or text[-1] in "。；：":
        return None
    first_day = next(days_in(text[:60]), None)
    bracketed = text[0] in "（(" and first_day is not None
    if first_day and (bracketed or (first_day[1] == 0 and HAPPENED.search(text))):
        return FrontKind.HISTORY
    return None
