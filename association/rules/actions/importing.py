"""A text becomes an edition of its document: new, known already, or the next edition of what is there."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import count

from association.kernel import audit
from association.kernel.db import session
from association.kernel.policy import Actor, require
from association.rules import effects, packing, queries
from association.rules.actions.mapping import propose
from association.rules.leaves import Pages
from association.rules.models import Clause, Document, DocumentKind, Edition, EditionState, Provision
from association.rules.policy import P
from association.rules.reading.doubts import ReadingWarning
from association.rules.reading.matching import clauses_of
from association.rules.reading.normal import normal
from association.rules.reading.tree import DIVISIONS, Level, Node, ReadDocument

LONGEST_SLUG = 60
RESERVED = frozenset({"cite", "edition", "import", "mapping", "new", "p", "compare", "projects", "propose"})
"""Words that stand where a document's name stands in the addresses of pages."""
KINDS = (
    (re.compile(r"法$|法（"), DocumentKind.LAW), (re.compile(r"条例$"), DocumentKind.REGULATION),
    (re.compile(r"通知$"), DocumentKind.NOTICE), (re.compile(r"公约$"), DocumentKind.PLEDGE),
    (re.compile(r"规定$|办法$|细则$"), DocumentKind.DEPARTMENT_RULE), (re.compile(r"规范$|标准$|通则$|准则$"), DocumentKind.STANDARD),
)  # fmt: skip
"""What a title's last word suggests; staff may set another kind."""


@dataclass(frozen=True, slots=True)
class Imported:
    """`is_new` is false when this very text was there already."""

    edition: Edition
    is_new: bool


def read_in(
    read: ReadDocument,
    *,
    file_name: str,
    actor: Actor,
    kind: DocumentKind | None = None,
    state: EditionState = EditionState.DRAFT,
    issuer: str = "",
    source_url: str = "",
    is_summary: bool = False,
    document: Document | None = None,
    keeper: str = "",
) -> Imported:
    """Keep a document that was read. The same title is the same document, the same words are the same edition.

    With a `keeper`, a feature whose procedure the text belongs to has decided that the actor may.
    """
    if not actor.is_system and not keeper:
        require(actor, P.IMPORT)
    text_hash = packing.hash_of(read)
    document = document or _document(
        read, kind=kind, issuer=issuer, source_url=source_url, is_summary=is_summary
    )
    known = queries.same_text(document.id, text_hash)
    if known is not None:
        return Imported(known, is_new=False)
    edition = Edition(
        document=document, document_id=document.id, slug=_edition_slug(document, read), state=state, number=read.number,
        adopted_on=read.adopted_on, promulgated_on=read.promulgated_on, issued_on=read.issued_on,
        effective_on=read.effective_on, first_effective_on=read.first_effective_on, file_name=file_name[:200],
        text_hash=text_hash, read=packing.packed(read), keeper=keeper,
        warnings=[_kept(w) for w in read.warnings],
    )  # fmt: skip
    lay_out(edition, read)
    session.add(edition)
    session.flush()
    _keep_clauses(edition, read)
    audit.record("import", edition, actor=actor, file=file_name, document=document.id, text=text_hash)
    if (before := queries.before(edition)) is not None:
        propose(before, edition)
    if state is EditionState.PUBLISHED:
        effects.publish(edition)
    return Imported(edition, is_new=True)


def lay_out(edition: Edition, read: ReadDocument) -> None:
    """Make the reading page from what was read; its citations name the document with its number."""
    pages = Pages(read, hub=f"/rules/{edition.document.slug}/p/")
    edition.leaves, edition.outline = pages.leaves(), pages.outline()


def _kept(doubt: ReadingWarning) -> dict[str, object]:
    """A doubt as its template and what stands in it, so that each reader gets it in their own language."""
    values = {name: str(value) for name, value in doubt.sentence.values.items()}
    return {
        "line": doubt.line,
        "code": doubt.code.value,
        "sentence": doubt.sentence.template,
        "values": values,
    }


def _document(
    read: ReadDocument, *, kind: DocumentKind | None, issuer: str, source_url: str, is_summary: bool
) -> Document:
    title_key = normal(read.title)[:200]
    found = queries.by_title(title_key)
    if found is not None:
        return found
    document = Document(
        slug=document_slug(read.title), kind=kind or kind_of(read.title), title=read.title, title_key=title_key,
        issuer=read.issuer or issuer, source_url=source_url, is_summary=is_summary,
    )  # fmt: skip
    session.add(document)
    session.flush()
    return document


def kind_of(title: str) -> DocumentKind:
    """What the title suggests."""
    return next((kind for pattern, kind in KINDS if pattern.search(title)), DocumentKind.OTHER)


def document_slug(title: str) -> str:
    """Readable and lasting: the title's reading. A second document with it gets a number."""
    # Its dictionary takes a third of a second, which no start of the site should wait for.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    words = re.sub(r"[^a-z0-9]+", "-", "-".join(lazy_pinyin(title)).lower()).strip("-")
    base = words[:LONGEST_SLUG].rsplit("-", 1)[0] if len(words) > LONGEST_SLUG else words or "text"
    slug, number = base, 2
    while slug in RESERVED or queries.by_slug(slug) is not None:
        slug, number = f"{base}-{number}", number + 1
    return slug


def _edition_slug(document: Document, read: ReadDocument) -> str:
    return edition_slug(document, read.issued_on or read.effective_on)


def edition_slug(document: Document, day: date | None) -> str:
    """The day, counted on where that is taken; without a day which one it is."""
    taken = {e.slug for e in queries.editions_of(document.id)}
    names = (
        (f"{day}-{n}" if n > 1 else str(day) for n in count(1)) if day else map(str, count(len(taken) + 1))
    )
    return next(name for name in names if name not in taken)


def _keep_clauses(edition: Edition, read: ReadDocument) -> None:
    headings = _headings(read)
    for place, clause in enumerate(clauses_of(read)):
        provision = Provision(document_id=edition.document_id)
        session.add(provision)
        session.flush()
        session.add(
            Clause(
                edition_id=edition.id, provision_id=provision.id, path=clause.path, place=place, mark=clause.mark,
                heading=headings.get(clause.path, ""), text=clause.text,
            )
        )  # fmt: skip
    session.flush()


def _headings(read: ReadDocument) -> dict[str, str]:
    """Path → the divisions it stands in, 第二章　内容 / 第一节　一般规定."""
    found: dict[str, str] = {}
    waiting: list[tuple[Node, tuple[str, ...]]] = [(node, ()) for node in read.tree]
    while waiting:
        node, above = waiting.pop()
        found[node.path] = " / ".join(above)
        if node.level in DIVISIONS or node.level is Level.ANNEX:
            above = (*above, f"{node.mark}　{node.text}".strip("　").replace("\n", "　"))
        waiting += [(child, above) for child in node.children]
    return found
