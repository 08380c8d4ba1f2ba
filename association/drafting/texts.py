"""What is typed, read as a document: its clauses with their numbers, and what is doubtful about it."""

from dataclasses import dataclass

from markupsafe import Markup

from association.kernel.errors import Refused
from association.kernel.words import _
from association.rules.leaves import Pages
from association.rules.reading.doubts import ReadingWarning
from association.rules.reading.errors import UnreadableFile
from association.rules.reading.reader import read_document
from association.rules.reading.render import as_markdown
from association.rules.reading.tree import ReadDocument


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as readers will see it: [path, HTML] of each clause in order, and the doubts with the lines they are about."""

    leaves: list[tuple[str, Markup]]
    doubts: list[tuple[int, str]]


def read(text: str, *, title: str) -> ReadDocument:
    """The text as a document of this title (a title in the text itself wins). Refused with the place when it cannot be read."""
    return _read("text.md", (_head(text, title) + text).encode())


def _head(text: str, title: str) -> str:
    """The title's lines, where the text does not begin with one of its own."""
    return "" if text.lstrip().startswith(("# ", "---")) else f"# {title}\n\n"


def _read(name: str, data: bytes) -> ReadDocument:
    try:
        return read_document(name, data)
    except UnreadableFile as error:
        raise Refused(_(error.sentence.template, **error.sentence.values), field="text") from error


def preview(text: str, *, title: str) -> Preview:
    """Nothing for an empty text."""
    if not text.strip():
        return Preview([], [])
    document, above = read(text, title=title), _head(text, title).count("\n")
    leaves = [(path, Markup(html)) for path, html in Pages(document, hub="").leaves()]  # noqa: S704 - escaped when made
    return Preview(leaves, [(w.line - above, _said(w)) for w in document.warnings if w.line > above])


def _said(doubt: ReadingWarning) -> str:
    return _(doubt.sentence.template, **{name: str(value) for name, value in doubt.sentence.values.items()})


def of_file(name: str, data: bytes) -> str:
    """A Word, Markdown or plain file as the Markdown that goes on to be edited."""
    try:
        return as_markdown(read_document(name, data))
    except UnreadableFile as error:
        raise Refused(_(error.sentence.template, **error.sentence.values), field="file") from error
