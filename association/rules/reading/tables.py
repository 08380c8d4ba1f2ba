"""Tables of text files: rows of cells out of pipes and out of HTML."""

from dataclasses import replace
from html.parser import HTMLParser

from association.rules.reading.lines import Line

Rows = tuple[tuple[str, ...], ...]


def is_table_line(text: str) -> bool:
    """`| a | b |`; a single pipe at both ends, something between."""
    return len(text) > 2 and text[0] == "|" and text[-1] == "|" and text[-2:] != "\\|"


def cells_of(text: str) -> tuple[str, ...]:
    """The cells of a table line, `\\|` read as a pipe; none for the line of dashes under the head."""
    cells, cell, escaped = [], [], False
    for sign in text[1:-1]:
        if escaped:
            cell.append(sign if sign in "|\\" else "\\" + sign)
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == "|":
            cells.append("".join(cell).strip())
            cell = []
        else:
            cell.append(sign)
    cells.append(("".join(cell) + ("\\" if escaped else "")).strip())
    if all(piece and not piece.strip(":-") and "-" in piece for piece in cells):
        return ()
    return tuple(cells)


def with_whole_tables(lines: list[Line]) -> list[Line]:
    """`lines` with consecutive table lines made into one table."""
    whole: list[Line] = []
    for line in lines:
        if line.rows and whole and whole[-1].rows and not line.apart:
            whole[-1] = replace(whole[-1], rows=whole[-1].rows + line.rows)
        else:
            whole.append(line)
    return [
        replace(line, rows=tuple(row for row in line.rows if row)) if line.rows else line
        for line in whole
        if line.rows != ((),)
    ]


def line_of_cells(cells: tuple[str, ...]) -> str:
    """The other way: cells to a table line."""
    return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |"


def rows_of_html(source: str) -> Rows:
    """The cells of the first HTML table and of tables inside it, row by row; empty rows are left out."""
    reader = _TableReader()
    reader.feed(source)
    reader.close()
    return tuple(tuple(row) for row in reader.rows if any(row))


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr" or (tag in {"td", "th"} and not self.rows):
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            return
        if not self.rows:
            self.rows.append([])
        if not self.rows[-1]:
            self.rows[-1].append("")
        self.rows[-1][-1] += words
