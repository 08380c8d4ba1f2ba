"""What every kind of file is turned into before anything is understood: lines with a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# A line that ends in one of these is complete.
ENDINGS = frozenset("。；：！？.;:!?…）)》〉】」』”’")
# A line that ends in one of these is certainly not.
OPEN_ENDS = frozenset("，、,（(《“‘")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or line of the source without its marks of layout.

    `apart` when a blank line or a paragraph's end stands before it, `heading` the depth of a Markdown or
    Word heading,
    `indent` how far it is set in (list depth in Word, blanks otherwise), `rows` the cells of a table.
    """

    place: int
    text: str
    apart: bool = True
    heading: int = 0
    indent: int = 0
    listed: bool = False  # a bullet of Markdown or Word stood before it
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_complete(self) -> bool:
        """Ends as a sentence or its part ends."""
        return bool(self.rows) or self.text[-1:] in ENDINGS


@dataclass(frozen=True, slots=True)
class Source:
    """A file's lines, the fields of its head (`title`, `date`), and what `place` counts: "line" or
    "paragraph"."""

    lines: list[Line]
    facts: Mapping[str, str] = field(default_factory=dict)
    places: str = "line"
