"""Markdown to lines: YAML head, HTML, comments, callout marks and emphasis go, every word stays.

Nothing here looks at more than one line at once, save comments, the head and HTML tables, which are found
by plain
search; a line of ten megabytes costs time in proportion.
"""

import html
import re

from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.lines import Line, Source
from association.rules.reading.normal import visible
from association.rules.reading.plain import indent_of
from association.rules.reading.tables import Rows, cells_of, is_table_line, rows_of_html, with_whole_tables

HEAD_FIELD = re.compile(r"([A-Za-z_]{1,40}):[ \t]*(.*)")
QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
CALLOUT = re.compile(r"\[![A-Za-z][\w-]{0,40}\][+-]?[ \t]*")
HEADING = re.compile(r"(#{1,6})[ \t]+")
CLOSING_SIGNS = re.compile(r"(?<=[ \t])#{1,6}$")
BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
# Attribute lists, link targets, fences, rules and underlines of headings: marks on a line of their own.
MARK_ALONE = re.compile(
    r"\{:[^{}]{0,500}\}|\[[^\[\]]{1,200}\]:[ \t]+\S{1,2000}"
    r"|(?:```|~~~)[\w-]{0,40}|[-*_=](?:[ \t]?[-*_=]){2,200}"
)
TABLE_END = re.compile(r"</table[ \t]*>", re.IGNORECASE)
BLOCKS = (
    "address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr"
    "|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
INLINES = "a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u"
# One pass over a line: what is escaped, tags, links, character references, and pairs of asterisks.
INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|(?P<block></?(?:{BLOCKS})(?:[ \t][^<>]{{0,2000}})?/?>)"
    rf"|(?P<tag></?(?:{INLINES})(?:[ \t][^<>]{{0,2000}})?/?>)"
    r"|!?\[(?P<words>[^\[\]]{0,1000})\](?:\([^()\s]{0,2000}\)|\[[^\[\]]{0,200}\])"
    r"|(?P<reference>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<strong>\*\*)",
    re.IGNORECASE,
)


def source_of_markdown(text: str, *, doubts: Doubts) -> Source:
    """The lines of a Markdown text and the simple fields of its YAML head."""
    raw_lines = without_comments(text, doubts=doubts).split("\n")
    facts, start = _head(raw_lines, doubts=doubts)
    lines: list[Line] = []
    apart, quoted, place, no_table_until = True, False, start, 0
    while place < len(raw_lines):
        raw = raw_lines[place]
        place += 1
        inner = without_quote(raw)
        apart = apart or (inner != raw) != quoted
        quoted = inner != raw
        if place > no_table_until and "<table" in inner.lower():
            rows, after = _html_table(raw_lines, place - 1)
            if rows:
                lines.append(Line(place, "", rows=rows))
                place, apart = after, True
                continue
            doubts.add(place, Doubt.HTML_TABLE)
            no_table_until = after
        found = _read(inner, place=place, apart=apart)
        lines.extend(found)
        apart = not found
    return Source(with_whole_tables(lines), facts=facts)


def without_comments(text: str, *, doubts: Doubts) -> str:
    """`text` with its comments blanked, line breaks kept, so that places stay right."""
    pieces, at = [], 0
    search = 0
    while (start := text.find("<!--", max(at, search))) >= 0:
        if text[start - 1 : start] == "\\":
            search = start + 4
            continue
        end = text.find("-->", start + 4)
        if end < 0:
            doubts.add(text.count("\n", 0, start) + 1, Doubt.OPEN_COMMENT)
            pieces.append(text[at:start])
            at = start + 4
            break
        pieces += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _head(raw_lines: list[str], *, doubts: Doubts) -> tuple[dict[str, str], int]:
    """The fields of a YAML head and the index of the first line after it."""
    if raw_lines[0].strip() != "---":
        return {}, 0
    for end in range(1, min(len(raw_lines), 400)):
        if raw_lines[end].strip() in {"---", "..."}:
            fields = (HEAD_FIELD.match(raw) for raw in raw_lines[1:end])
            return {field[1].lower(): _unquoted(field[2].strip()) for field in fields if field}, end + 1
    doubts.add(1, Doubt.OPEN_HEAD)
    return {}, 0


def without_quote(raw: str) -> str:
    """`raw` without the marks of block quotes at its start."""
    quote = QUOTE.match(raw)
    return raw[quote.end() :] if quote else raw


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _html_table(raw_lines: list[str], start: int) -> tuple[Rows, int]:
    """The rows of a table that has its lines to itself, and the index after it; no rows where it has not,
    or has no end."""
    for end in range(start, len(raw_lines)):
        if "</table" in raw_lines[end].lower():
            chunk = "\n".join(without_quote(raw) for raw in raw_lines[start : end + 1])
            before, after = chunk[: chunk.lower().find("<table")], TABLE_END.split(chunk)[-1]
            return (() if INLINE.sub("", before + after).strip() else rows_of_html(chunk)), end + 1
    return (), len(raw_lines)


def _read(inner: str, *, place: int, apart: bool) -> list[Line]:
    """The lines in one line of Markdown: usually one, none for marks alone, several where tags break it."""
    words = visible(inner)
    if not words or MARK_ALONE.fullmatch(words):
        return []
    if is_table_line(words):
        cells = cells_of(words)
        return [Line(place, "", apart=apart, rows=(tuple(plain(cell) for cell in cells),))]
    callout = CALLOUT.match(words)
    if callout:
        return [Line(place, plain(words[callout.end() :]), heading=2)] if words[callout.end() :] else []
    heading = HEADING.match(words)
    depth = len(heading[1]) if heading else 0
    if heading:
        words = CLOSING_SIGNS.sub("", words[heading.end() :])
    bullet = BULLET.match(words)
    if bullet:
        words = words[bullet.end() :]
    pieces = [visible(piece) for piece in plain(words).split("\n")]
    return [
        Line(
            place,
            piece,
            apart=apart or bool(depth),
            heading=depth,
            indent=indent_of(inner),
            listed=bool(bullet),
        )
        for piece in pieces
        if piece
    ]


def plain(text: str) -> str:
    """`text` without its inline marks; a tag that breaks the line becomes a line break."""
    keep_asterisks = text.count("**") % 2 == 1

    def words(found: re.Match[str]) -> str:
        if found["escaped"]:
            return found["escaped"]
        if found["block"]:
            return "\n"
        if found["reference"]:
            return html.unescape(found["reference"])
        if found["strong"]:
            return "**" if keep_asterisks else ""
        return found["words"] or ""

    return INLINE.sub(words, text)
