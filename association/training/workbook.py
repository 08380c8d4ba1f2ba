"""A list of people as .xlsx (kernel.workbooks): who is to have a place, with the number of a document and the years of experience."""

from association.kernel import workbooks
from association.kernel.words import _
from association.kernel.workbooks import Column, Fault, Row
from association.training import identity
from association.training.labels import FACTS, NUMBER_KINDS

ROWS = 3_000
"""Rows of one workbook."""
COLUMNS = (
    Column("name", FACTS["name"], is_needed=True, at_most=50),
    Column("number_kind", FACTS["number_kind"], is_needed=True),
    Column("number", FACTS["number"], is_needed=True, at_most=40),
    Column("phone", FACTS["phone"], at_most=40),
    Column("post", FACTS["post"], is_needed=True, at_most=100),
    Column("years", FACTS["years"], is_needed=True),
)


def template() -> bytes:
    """Empty, with an example that is skipped."""
    return written([{"name": workbooks.skipped(), "number_kind": "resident", "years": 3}])


def written(rows: list[Row]) -> bytes:
    """These people under the headings."""
    return workbooks.written(
        COLUMNS, [row | {"number_kind": NUMBER_KINDS[row["number_kind"]]} for row in rows]
    )


def read(content: bytes) -> tuple[list[tuple[int, Row]], list[Fault]]:
    """The people, and what is wrong. What is no workbook is one fault."""
    return workbooks.read(
        content, COLUMNS, most=ROWS, checked=_checked, key=lambda row: f"{row['number_kind']}:{row['number']}",
        twice=lambda n: _("证件号码与第%(n)d行重复。", n=n),
    )  # fmt: skip


def _checked(typed: dict[str, str]) -> tuple[Row, list[str]]:
    """The row as it is kept, and what its cells mean wrongly."""
    wrong = []
    kinds = {str(label): kind for kind, label in NUMBER_KINDS.items()}
    row: Row = {name: workbooks.plain(text) for name, text in typed.items()}
    row["number_kind"] = kinds.get(row["number_kind"], "")
    if typed["number_kind"] and not row["number_kind"]:
        wrong.append(_("证件种类可填：%(known)s。", known=_("、").join(kinds)))
    row["number"] = identity.tidy(row["number"])
    if row["number"] and (sentence := number_fault(row["number_kind"], row["number"])):
        wrong.append(sentence)
    if row["years"].isascii() and row["years"].isdecimal() and int(row["years"]) <= 60:
        row["years"] = int(row["years"])
    elif row["years"]:
        wrong.append(_("从事审核的年数请填0到60的整数。"))
    return row, wrong


def number_fault(kind: str, number: str) -> str:
    """The sentence at the field, or nothing. Only the resident identity card has a check digit."""
    if kind != "resident":
        return ""
    if not identity.has_form(number):
        return _("居民身份证号码应为18位，最后一位是数字或X。")
    if not identity.is_right(number):
        return _("证件号码的校验码不对，请对照证件看有没有输错。")
    return ""
