"""Reading: the list of documents, a document with its editions, an edition, two editions beside each other."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, documents, history, steps
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _, _l
from association.rules import bound, pages, queries
from association.rules.models import (
    Document,
    DocumentKind,
    Edition,
)
from association.rules.policy import P
from association.rules.workflow import EDITION

bp = Blueprint("rules", __name__, url_prefix="/rules")

ORDERS = {
    "title": (_l("标题"), (Document.title_key, Document.id)),
    "newest": (_l("最近导入"), (Document.id.desc(),)),
}

FEED = Feed(
    title=_l("规范"), newest=(queries.LATEST.desc(), Document.id.desc()), at=lambda d: d.newest.here_since if d.newest else None,
    called=lambda d: d.newest.called if d.newest else d.title, says=lambda d: d.issuer,
)  # fmt: skip


def address(edition: Edition) -> str:
    return url_for("rules.edition", slug=edition.document.slug, edition=edition.slug)


AT = pages.Addresses(
    word=lambda: _("规范"),
    index=lambda: url_for("rules.index"),
    document=lambda document: url_for("rules.document", slug=document.slug),
    edition=address,
    pdf=lambda edition: url_for("rules.pdf", slug=edition.document.slug, edition=edition.slug),
    compare=lambda old, new: url_for("rules.compare", slug=new.document.slug, old=old.slug, new=new.slug),
)

steps.add_steps(
    bp, Edition, EDITION, see=P.SEE, page_of=address, title_of=lambda edition: str(edition.called)
)
history.describe(
    **{
        "import": _l("导入文本"),
        "check_edition": _l("核对效力"),
        "confirm_mapping": _l("确认条款对应"),
        "correct_mapping": _l("改定条款对应"),
    }
)


def document_called(slug: str) -> Document:
    """The document at this address; Unknown when none of its editions may be seen."""
    found = queries.by_slug(slug)
    if found is None or not any(can(actor(), P.SEE, edition) for edition in queries.editions_of(found.id)):
        raise Unknown
    return found


def edition_called(document: Document, slug: str) -> Edition:
    return find_by(queries.edition_by_slug(document, slug), P.SEE)


def _columns() -> tuple[Column, ...]:
    return (
        Column("title", _l("标题"), lambda d: d.title),
        Column("kind", _l("类别"), lambda d: str(d.kind.label)),
        Column("issuer", _l("发布机构"), lambda d: d.issuer),
        Column("number", _l("文号"), lambda d: d.newest.number if d.newest else ""),
        Column("issued_on", _l("本版日期"), lambda d: d.newest.issued_on if d.newest else None),
        Column(
            "standing",
            _l("效力"),
            lambda d: str(d.newest.standing_on(clock.today()).label) if d.newest else "",
        ),
        Column("editions", _l("版本数"), lambda d: d.editions),
    )


def _with_newest(rows: Any) -> None:
    """Two attributes a row of the list shows, for all rows in one statement."""
    editions = queries.editions_of_many(d.id for d in rows)
    for document in rows:
        document.editions = len(editions[document.id])
        document.newest = editions[document.id][-1] if editions[document.id] else None


def _titled(rows: Any, words: str) -> Any:
    for word in words.split():
        rows = rows.where(
            Document.title.contains(word, autoescape=True) | Document.issuer.contains(word, autoescape=True)
        )
    return rows


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Every document that was read in."""
    kind = Choice(
        "kind", _l("类别"), lambda rows, value: rows.where(Document.kind == DocumentKind(value)),
        pairs=[(k.value, k.label) for k in DocumentKind],
    )  # fmt: skip
    listing = Listing(
        queries.in_public(), columns=_columns(), url_of=lambda d: url_for("rules.document", slug=d.slug), orders=ORDERS,
        filters=[Words("q", _l("标题或发布机构"), _titled), kind], prepare=_with_newest, feed=FEED,
    )  # fmt: skip
    return listing.answer(
        "association/rules/index.html", today=clock.today(), may_import=can(actor(), P.IMPORT)
    )


@bp.get("/<slug>/")
@public
def document(slug: str) -> ResponseReturnValue:
    """A document: what is in force today or on `?on=`, and all its editions."""
    found = document_called(slug)
    day, fault = pages.asked_day()
    editions = [e for e in queries.editions_of(found.id) if can(actor(), P.SEE, e)]
    current = queries.in_force_on(found, day or clock.today())
    if day is not None and current is not None:
        return redirect(address(current))
    return render_template(
        "association/rules/document.html", document=found, editions=editions[::-1], current=current, day=day, fault=fault,
        newest=queries.newest_of(found),
    )  # fmt: skip


@bp.get("/<slug>/<edition>/")
@public
def edition(slug: str, edition: str) -> ResponseReturnValue:
    """The text."""
    found = edition_called(document_called(slug), edition)
    return pages.text(found, at=AT, bound=bound.words(found.binds))


@bp.get("/<slug>/<edition>/document.pdf")
@public
def pdf(slug: str, edition: str) -> ResponseReturnValue:
    """The text on paper."""
    found = edition_called(document_called(slug), edition)
    return documents.answer(documents.document_of(found, "text"), public=True)


@bp.get("/<slug>/compare/<old>/<new>/")
@public
def compare(slug: str, old: str, new: str) -> ResponseReturnValue:
    """Two editions beside each other, clause by clause, with the words that differ."""
    found = document_called(slug)
    return pages.comparison(edition_called(found, old), edition_called(found, new), at=AT)
