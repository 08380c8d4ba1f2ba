"""From words people type – 广告法第十二条, 345号 三（二）10, 第四十一条 – to the place and what it says; for the answers of search."""

import re
from dataclasses import dataclass

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from association.kernel import clock
from association.kernel.db import session
from association.rules import homes, queries
from association.rules.models import Clause, Document, Edition, EditionState
from association.rules.reading.citation_checks import Found, check
from association.rules.reading.citation_forms import cite
from association.rules.reading.citations import Citation, NotACitation, read_citation
from association.rules.reading.normal import normal

LONGEST_QUOTED = 400
_SPLIT = re.compile(
    "^(?P<document>.+?)[ 》的]*(?P<place>第[〇零一二三四五六七八九十百千0-9０-９]+[编章节条款项].*|[一二三四五六七八九十]{1,3}[（(、].*)$"
)
_EDGES = ' 《》〈〉“”"、，,的'
MANY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`words` is the citation with its text; `hub` the clause's own page."""

    words: str
    text: str
    url: str
    hub: str


def places(typed: str, *, most: int) -> list[Place]:
    """What was meant; none where nothing is cited, the text is not here, or too many have such a place."""
    try:
        citation = read_citation(typed)
    except NotACitation:
        return _split(typed, most)
    if not citation.source.title and not citation.source.number:
        return _of_number_alone(typed, most) or _split(typed, most)
    document = _document(citation.source.title) or _document(citation.source.number)
    return _in_document(document, citation, most) if document else []


def _split(typed: str, most: int) -> list[Place]:
    found = _SPLIT.match(typed)
    if found is None:
        return []
    document = _document(found["document"].strip(_EDGES))
    try:
        citation = read_citation(found["place"])
    except NotACitation:
        return []
    return _in_document(document, citation, most) if document else []


def _document(named: str) -> Document | None:
    """By its title, with or without the state's name, its short name, its number or the end of it, or the only title that has the words."""
    key = normal(named)[:200]
    if len(key) < 2:
        return None
    found = queries.by_title(key) or queries.by_title(normal("中华人民共和国" + named)[:200])
    if found is not None:
        return found if _is_public(found) else None
    ways = (
        (Document.word == named),
        Document.id.in_(select(Edition.document_id).where(Edition.number.endswith(named, autoescape=True))),
        Document.title_key.contains(key, autoescape=True),
    )
    for way in ways:
        rows = session.scalars(queries.in_public().where(way).order_by(Document.id).limit(2)).all()
        if len(rows) == 1:
            return rows[0]
    return None


def _is_public(document: Document) -> bool:
    return session.scalar(queries.in_public().where(Document.id == document.id)) is not None


def _in_document(document: Document, citation: Citation, most: int) -> list[Place]:
    edition = queries.in_force_on(document, clock.today()) or queries.newest_of(document)
    if edition is None or edition.state is not EditionState.PUBLISHED:
        return []
    answers = check(citation, queries.read_of(edition))
    paths = [path for answer in answers if isinstance(answer, Found) for path in answer.paths]
    return [place for path in paths[:most] if (place := _place(edition, path))]


def _of_number_alone(typed: str, most: int) -> list[Place]:
    """第四十一条, where few of the texts here have so many."""
    rows = (
        select(Clause).join(Clause.edition).join(Edition.document)
        .where(Clause.mark == typed.strip(), Edition.state == EditionState.PUBLISHED)
        .options(joinedload(Clause.edition).joinedload(Edition.document)).order_by(Document.title_key, Edition.id.desc()).limit(MANY)
    )  # fmt: skip
    newest: dict[int, Clause] = {}
    for clause in session.scalars(rows):
        newest.setdefault(clause.edition.document_id, clause)
    if not 0 < len(newest) <= most:
        return []
    return [place for clause in newest.values() if (place := _place(clause.edition, clause.path))]


def _place(edition: Edition, path: str) -> Place | None:
    read = queries.read_of(edition)
    node = read.by_path().get(path)
    if node is None:
        return None
    document = edition.document
    text = "\n".join(
        words for one in node.walk() if (words := (one.mark if one is not node else "") + one.text)
    )
    return Place(
        words=f"《{document.title}》{cite(read, path)}", text=text[:LONGEST_QUOTED], url=f"{homes.of_edition(edition)}#p-{path}",
        hub=url_for("references.provision", slug=document.slug, path=path),
    )  # fmt: skip
