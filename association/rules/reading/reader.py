"""A file to a document. The one way in: `read_document(name, data)`."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from association.rules.reading.addresses import addressed
from association.rules.reading.builder import TreeBuilder
from association.rules.reading.decoding import decoded
from association.rules.reading.docx import source_of_word
from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.errors import Fault, UnreadableFile
from association.rules.reading.facts import NAMED_DAY, Facts, facts_of, named_day
from association.rules.reading.head import head_of
from association.rules.reading.lines import Source
from association.rules.reading.markdown import source_of_markdown
from association.rules.reading.plain import lines_of_plain_text
from association.rules.reading.survey import surveyed
from association.rules.reading.tree import Level, Node, ReadDocument
from association.rules.reading.word_package import OLE

LARGEST_FILE = 64 * 1024 * 1024  # bytes


def read_document(name: str, data: bytes) -> ReadDocument:
    """Read a .md, .txt or .docx file of the given name.

    Raises UnreadableFile where there is no document in it; everything else that is wrong is a warning of
    the document.
    """
    doubts = Doubts()
    source = _source(name, data, doubts=doubts)
    if not source.lines:
        raise UnreadableFile(Fault.EMPTY)
    survey = surveyed(source.lines)
    stem = NAMED_DAY.sub("", PurePath(name).stem).strip()
    head = head_of(
        source.lines,
        survey.roles,
        until=survey.first_body,
        facts=source.facts,
        name_title=stem,
        doubts=doubts,
    )
    builder = TreeBuilder(survey, doubts)
    for index in range(head.count, len(source.lines)):
        after = survey.structural[index + 1] if index + 1 < len(source.lines) else False
        builder.feed(source.lines[index], role=survey.roles[index], next_is_structural=after)
    tree = addressed(builder.root, doubts)
    facts = facts_of(head, tree, name=stem, doubts=doubts)
    days = _days(facts, tree, named=named_day(name), doubts=doubts)
    return ReadDocument(
        title=" ".join(head.title.split()),
        issuer=facts.issuer,
        number=facts.number,
        adopted_on=max(facts.adopted, default=None),
        issued_on=days.issued,
        promulgated_on=max(facts.promulgated, default=None),
        effective_on=days.effective,
        first_effective_on=days.first_effective,
        front_matter=tuple(head.lines),
        tree=tree,
        warnings=doubts.in_order(),
        places=source.places,
    )


def _source(name: str, data: bytes, *, doubts: Doubts) -> Source:
    if len(data) > LARGEST_FILE:
        raise UnreadableFile(Fault.TOO_LARGE, size=len(data), limit=LARGEST_FILE)
    if not data.strip():
        raise UnreadableFile(Fault.EMPTY)
    suffix = PurePath(name).suffix.lower()
    if suffix in {".docx", ".docm"} or data.startswith(OLE):
        return source_of_word(data, doubts=doubts)
    if suffix in {".md", ".markdown"}:
        return source_of_markdown(decoded(data, doubts=doubts), doubts=doubts)
    if suffix == ".txt":
        return Source(lines_of_plain_text(decoded(data, doubts=doubts)))
    raise UnreadableFile(Fault.UNKNOWN_KIND, suffix=suffix)


@dataclass(frozen=True, slots=True)
class _Days:
    issued: date | None
    effective: date | None
    first_effective: date | None


def _days(facts: Facts, tree: tuple[Node, ...], *, named: date | None, doubts: Doubts) -> _Days:
    """The edition's own days. A day of the file's name counts only where the text's days are older or
    missing, and is a warning."""
    if all(node.number is None or node.level is Level.ANNEX for node in tree):
        doubts.add(0, Doubt.NO_PROVISIONS)
    stated = facts.issued_on
    issued = stated if named is None or (stated and named < stated) else named
    if named and stated is None:
        doubts.add(0, Doubt.DATE_ONLY_IN_NAME, named=named)
    elif named and stated != named:
        doubts.add(
            0,
            Doubt.DATE_FROM_NAME if issued == named else Doubt.DATE_NOT_FROM_NAME,
            named=named,
            stated=stated,
        )
    if issued is None:
        doubts.add(0, Doubt.NO_DATE)
    effective = max(facts.effective, default=None)
    if effective is None:
        doubts.add(0, Doubt.NO_EFFECTIVE)
    elif issued and effective < issued:
        doubts.add(0, Doubt.OLD_EFFECTIVE, stated=effective, issued=issued)
        return _Days(issued, None, effective)
    return _Days(issued, effective, None)
