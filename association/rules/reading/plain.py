"""Plain text to lines."""

from association.rules.reading.lines import Line
from association.rules.reading.normal import visible
from association.rules.reading.tables import cells_of, is_table_line, with_whole_tables

BLANKS = " \t\u3000\u00a0"


def lines_of_plain_text(text: str) -> list[Line]:
    """A line for every line that has something to see; a table for consecutive lines in pipes."""
    found: list[Line] = []
    apart = True
    for place, raw in enumerate(text.split("\n"), start=1):
        words = visible(raw)
        if not words:
            apart = True
            continue
        if is_table_line(words):
            found.append(Line(place, "", apart=apart, rows=(cells_of(words),)))
        else:
            found.append(Line(place, words, apart=apart, indent=indent_of(raw)))
        apart = False
    return with_whole_tables(found)


def indent_of(raw: str) -> int:
    """How far a line is set in, in half-width columns."""
    columns = 0
    for sign in raw:
        if sign not in BLANKS:
            break
        columns += 2 if sign == "\u3000" else 4 if sign == "\t" else 1
    return columns
