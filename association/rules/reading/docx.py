"""A Word file to lines: text in the order of the page, the numbers Word would print, tables, and warnings
for the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.lines import Line, Source
from association.rules.reading.normal import visible
from association.rules.reading.word_numbering import Label, Numbering, UnknownFormat, value_of, whole
from association.rules.reading.word_package import WordPackage

SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
PROPERTIES = {"pPr", "rPr", "tcPr", "tblPr", "trPr", "tblGrid", "sectPr", "sdtPr", "sdtEndPr"}
NOT_ON_THE_PAGE = {"instrText", "delText", "delInstrText", "del", "moveFrom", "posOffset", "align"}
SHOWN_TWICE = {"rt", "Fallback"}  # the reading beside a character, the old form of a new drawing
PASSED_OVER = frozenset(PROPERTIES | NOT_ON_THE_PAGE | SHOWN_TWICE)
CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
OBJECTS = frozenset({"object", "altChunk", "chart", "relIds", "control"})


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What a paragraph style says of numbering and outline, what it inherits included."""

    list_id: str = ""
    level: str = ""
    outline: int = 0
    is_title: bool = False


def source_of_word(data: bytes, *, doubts: Doubts) -> Source:
    """The lines of a .docx; places are paragraphs, counted from 1. Raises UnreadableFile."""
    package = WordPackage(data)
    return Source(_WordReader(package, doubts).lines(), places="paragraph")


class _WordReader:
    def __init__(self, package: WordPackage, doubts: Doubts) -> None:
        styles = package.beside("styles")
        self._body = package.main().find("body")
        self._styles = _styles(styles)
        self._numbering = Numbering(package.beside("numbering"), styles)
        self._notes = {kind: package.beside(f"{kind}s") for kind in ("footnote", "endnote")}
        self._doubts = doubts
        self._place = 0
        self._changed = False

    def lines(self) -> list[Line]:
        found = [] if self._body is None else list(self._blocks(self._body))
        if self._changed:
            self._doubts.add(0, Doubt.WORD_CHANGES)
        return found

    def _blocks(self, holder: Element) -> Iterator[Line]:
        """Paragraphs and tables at any depth of content controls, insertions and custom XML."""
        for block in holder:
            if block.tag == "p":
                yield from self._paragraph(block)
            elif block.tag == "tbl":
                yield from self._table(block)
            elif block.tag in OBJECTS:
                self._doubts.add(self._place + 1, Doubt.WORD_OBJECT, name=block.tag)
            elif block.tag not in PASSED_OVER:
                self._changed = self._changed or block.tag in CHANGES
                yield from self._blocks(block)
            else:
                self._changed = self._changed or block.tag in CHANGES

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        self._place += 1
        place = self._place
        boxes: list[Element] = []
        words = "".join(self._words(paragraph, boxes))
        properties = paragraph.find("pPr")
        style = self._styles.get(value_of(properties, "pStyle"), StyleFacts())
        label = self._label(properties, style) if visible(words) else None
        outline = value_of(properties, "outlineLvl")
        heading = (
            1 if style.is_title else whole(outline) + 1 if outline in set("012345678") else style.outline
        )
        pieces = [
            piece for piece in map(visible, ((label.text if label else "") + words).split("\n")) if piece
        ]
        for index, piece in enumerate(pieces):
            yield Line(
                place,
                piece,
                apart=index == 0,
                heading=heading if index == 0 else 0,
                indent=label.level if label else 0,
                listed=index == 0 and label is not None and label.bullet,
            )
        for box in boxes:
            yield from self._blocks(box)

    def _label(self, properties: Element | None, style: StyleFacts) -> Label | None:
        own = value_of(properties, "numPr/numId")
        list_id = own or style.list_id
        if not list_id or list_id == "0":
            return None
        level = whole(value_of(properties, "numPr/ilvl") or style.level)
        try:
            return self._numbering.label(list_id, level)
        except UnknownFormat as unknown:
            self._doubts.add(self._place, Doubt.WORD_NUMBER, format=str(unknown))
            return None

    def _words(self, holder: Element, boxes: list[Element]) -> Iterator[str]:
        for element in holder:
            tag = element.tag
            self._changed = self._changed or tag in CHANGES
            if tag == "t":
                yield element.text or ""
            elif tag in SIGNS:
                yield SIGNS[tag]
            elif tag == "br":
                yield "" if element.get("type") in {"page", "column"} else "\n"
            elif tag == "txbxContent":
                boxes.append(element)
            elif tag not in PASSED_OVER:
                self._report(element)
                yield from self._words(element, boxes)

    def _report(self, element: Element) -> None:
        """What a run holds besides words."""
        if element.tag in {"blip", "imagedata"}:
            self._doubts.add(self._place, Doubt.WORD_PICTURE)
        elif element.tag in OBJECTS or element.tag == "sym":
            self._doubts.add(self._place, Doubt.WORD_OBJECT, name=element.tag)
        elif element.tag in {"footnoteReference", "endnoteReference"}:
            notes = self._notes[element.tag.removesuffix("Reference")]
            for note in [] if notes is None else notes:
                if note.get("id") == element.get("id"):
                    text = visible("".join(piece.text or "" for piece in note.iter("t")))
                    self._doubts.add(self._place, Doubt.WORD_NOTE, text=text)

    def _table(self, table: Element) -> Iterator[Line]:
        place = self._place + 1
        rows = tuple(
            tuple(
                " ".join(
                    line.text or " ".join(" ".join(row) for row in line.rows) for line in self._blocks(cell)
                )
                for cell in _found(row, "tc")
            )
            for row in _found(table, "tr")
        )
        rows = tuple(row for row in rows if any(row))
        if rows:
            yield Line(place, "", rows=rows)


def _found(holder: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, through content controls and insertions around them, not those of tables inside."""
    for element in holder:
        if element.tag == tag:
            yield element
        elif element.tag not in PASSED_OVER:
            yield from _found(element, tag)


def _styles(styles: Element | None) -> dict[str, StyleFacts]:
    by_id = {} if styles is None else {style.get("styleId", ""): style for style in styles.findall("style")}

    def facts(name: str, seen: frozenset[str]) -> StyleFacts:
        style = by_id.get(name)
        if style is None or name in seen or len(seen) > 20:
            return StyleFacts()
        parent = facts(value_of(style, "basedOn"), seen | {name})
        outline = value_of(style, "pPr/outlineLvl")
        return StyleFacts(
            list_id=value_of(style, "pPr/numPr/numId") or parent.list_id,
            level=value_of(style, "pPr/numPr/ilvl") or parent.level,
            outline=whole(outline) + 1 if outline in set("012345678") else parent.outline,
            is_title=value_of(style, "name").lower() == "title" or parent.is_title,
        )

    return {name: facts(name, frozenset()) for name in by_id}
