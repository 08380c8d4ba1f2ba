"""Questions as .xlsx (kernel.workbooks): what is asked, what is right, and the clause it rests on."""

import re
from collections.abc import Collection, Sequence

from association.exams import gates
from association.exams.models import QuestionKind
from association.exams.models.question import RIGHT, WRONG
from association.kernel import workbooks
from association.kernel.words import _, _l
from association.kernel.workbooks import Column, Fault, Row

ROWS = 1_000
"""Rows of one workbook."""
LONGEST = {"words": 2_000, "explanation": 4_000, "options": 4_000}
COLUMNS = (
    Column("kind", _l("题型"), is_needed=True),
    Column("topic", _l("主题"), is_needed=True),
    Column("words", _l("题干"), is_needed=True, at_most=LONGEST["words"]),
    Column("options", _l("选项"), at_most=LONGEST["options"]),
    Column("right", _l("正确答案")),
    Column("points", _l("分值"), is_needed=True),
    Column("explanation", _l("答案说明或评分要点"), at_most=LONGEST["explanation"]),
    Column("clause", _l("依据（文本编号:条款编号）"), is_needed=True),
)
_OPTION = re.compile(r"^\s*([A-Ha-h])\s*[.．、:：]\s*(\S.*)$")


def template(topics: Sequence[str]) -> bytes:
    """Empty, with an example that is skipped."""
    example = {
        "kind": str(QuestionKind.SINGLE.label), "topic": topics[0] if topics else "", "words": workbooks.skipped(),
        "options": _("A. 第一个选项\nB. 第二个选项"), "right": "B", "points": 2, "explanation": _("为什么"), "clause": "12:6",
    }  # fmt: skip
    return written([example])


def written(rows: Sequence[Row]) -> bytes:
    """These questions under the headings, as they are typed."""
    return workbooks.written(COLUMNS, rows, width=26)


def read(content: bytes, *, topics: Collection[str]) -> tuple[list[tuple[int, Row]], list[Fault]]:
    """The questions, and what is wrong. What is no workbook is one fault."""
    return workbooks.read(
        content, COLUMNS, most=ROWS, checked=lambda typed: _checked(typed, topics), key=lambda row: str(row["words"]),
        twice=lambda n: _("题干与第%(n)d行重复。", n=n),
    )  # fmt: skip


def _checked(typed: dict[str, str], topics: Collection[str]) -> tuple[Row, list[str]]:
    """The row as it is kept, and what its cells mean wrongly."""
    row: Row = {name: workbooks.plain(text) for name, text in typed.items()}
    wrong = []
    if typed["topic"] and typed["topic"] not in topics:
        wrong.append(_("主题可填：%(known)s。", known=_("、").join(topics)))
    row["points"] = int(typed["points"]) if re.fullmatch("[1-9][0-9]?", typed["points"], re.ASCII) else 0
    if typed["points"] and not row["points"]:
        wrong.append(_("分值请填1到99的整数。"))
    if (
        typed["clause"]
        and re.fullmatch(r"[0-9]{1,9}:[0-9A-Za-z.\-]{1,64}", typed["clause"], re.ASCII) is None
    ):
        wrong.append(_("依据请写成“文本编号:条款编号”，例如12:8.2；编号见登记条款的页面。"))
    kinds = {str(kind.label): kind for kind in QuestionKind}
    kind = kinds.get(typed["kind"])
    if kind is not None:
        return row, wrong + _answered(row, kind)
    if typed["kind"]:
        wrong.append(_("题型可填：%(known)s。", known=_("、").join(kinds)))
    return row, wrong


def _answered(row: Row, kind: QuestionKind) -> list[str]:
    """Reads options and right answers into the row; what is wrong with them."""
    offered, faults = options_in(row["options"]) if kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE) else ([], [])  # fmt: skip
    row |= {"kind": kind.value, "options": offered, "right": _right(kind, row["right"])}
    keys = [RIGHT, WRONG] if kind is QuestionKind.JUDGEMENT else [o["key"] for o in offered]
    if not faults and (sentence := gates.wrong_with(kind, keys, row["right"])):
        return [sentence]
    return faults


def options_in(typed: str) -> tuple[list[dict[str, str]], list[str]]:
    """One option a line: “A. words”."""
    options: list[dict[str, str]] = []
    for line in typed.splitlines():
        if not line.strip():
            continue
        match = _OPTION.match(line)
        if match is None:
            return [], [_("选项请一行一个，写成“A. 内容”，从A到H。")]
        options.append({"key": match[1].upper(), "text": match[2].strip()})
    if len({o["key"] for o in options}) != len(options):
        return [], [_("选项的字母重复。")]
    return options, []


def _right(kind: QuestionKind, typed: str) -> list[str]:
    if kind is QuestionKind.WRITTEN:
        return []
    if kind is QuestionKind.JUDGEMENT:
        return {_("正确"): [RIGHT], _("错误"): [WRONG]}.get(typed.strip(), [])
    return sorted(set(re.findall("[A-H]", typed.upper())))
