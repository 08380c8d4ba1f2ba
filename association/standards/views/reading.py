"""Reading: the list of standards, what is in force, an edition, two editions beside each other."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, documents
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _, _l
from association.organisations.models import Kind
from association.rules import pages
from association.rules import queries as texts
from association.rules.models import Document, Edition
from association.rules.policy import P as RulesP
from association.standards import queries
from association.standards.labels import LABELS
from association.standards.models import Project, Standard, StandardKind
from association.standards.policy import P

bp = Blueprint("standards", __name__, url_prefix="/standards")

AT = pages.Addresses(
    word=lambda: _("标准"),
    index=lambda: url_for("standards.index"),
    document=lambda document: url_for("standard_life.show", slug=document.slug),
    edition=lambda edition: url_for("standards.edition", slug=edition.document.slug, edition=edition.slug),
    pdf=lambda edition: url_for("standards.pdf", slug=edition.document.slug, edition=edition.slug),
    compare=lambda old, new: url_for("standards.compare", slug=new.document.slug, old=old.slug, new=new.slug),
)
ORDERS = {
    "newest": (_l("最近发布"), (Standard.examine_by.desc(), Standard.id.desc())),
    "title": (_l("标题"), (Document.title_key, Standard.id)),
}

FEED = Feed(
    title=_l("标准"), newest=(texts.LATEST.desc(), Standard.id.desc()), at=lambda s: s.newest.here_since if s.newest else None,
    called=lambda s: s.newest.called if s.newest else s.document.title, says=lambda s: s.newest.number if s.newest else "",
)  # fmt: skip


def standard_called(slug: str) -> Standard:
    """The standard at this address; Unknown when there is none."""
    found = queries.by_slug(slug)
    if found is None:
        raise Unknown
    return found


def edition_called(standard: Standard, slug: str) -> Edition:
    return find_by(texts.edition_by_slug(standard.document, slug), RulesP.SEE)


def words_of_kinds(values: list[Any]) -> list[str]:
    """制作机构、播出平台: whom an edition binds."""
    return [str(Kind(value).label) for value in values]


def _columns() -> tuple[Column, ...]:
    return (
        Column("title", _l("名称"), lambda s: s.document.title),
        Column("number", _l("编号"), lambda s: s.newest.number if s.newest else ""),
        Column("kind", _l("类别"), lambda s: str(s.kind.label)),
        Column("issued_on", _l("发布"), lambda s: s.newest.issued_on if s.newest else None),
        Column("effective_on", _l("实施"), lambda s: s.newest.effective_on if s.newest else None),
        Column("standing", _l("效力"), lambda s: str(s.standing.label) if s.standing else ""),
        Column("editions", _l("版本数"), lambda s: s.editions),
        Column("examine_by", _l("复审期限"), lambda s: s.examine_by),
    )


def _with_newest(rows: Any) -> None:
    """What a row of the list shows of its editions, for all rows in one statement."""
    editions = texts.editions_of_many(s.document_id for s in rows)
    for standard in rows:
        own = editions[standard.document_id]
        standard.editions, standard.newest = len(own), own[-1] if own else None
        standard.standing = standard.newest.standing_on(clock.today()) if standard.newest else None


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Every published standard; beside it what is under way."""
    kind = Choice(
        "kind", LABELS["kind"], lambda rows, value: rows.where(Standard.kind == StandardKind(value)),
        pairs=[(k.value, k.label) for k in StandardKind],
    )  # fmt: skip
    listing = Listing(
        queries.in_public(), columns=_columns(), url_of=lambda s: url_for("standards.show", slug=s.document.slug),
        orders=ORDERS, filters=[Words("q", _l("名称或编号"), queries.called), kind], prepare=_with_newest, feed=FEED,
    )  # fmt: skip
    return listing.answer("association/standards/index.html", may_propose=can(actor(), P.PROPOSE))


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """What is in force today, or on `?on=`; of a standard still being written, how far it is."""
    standard = standard_called(slug)
    day, fault = pages.asked_day()
    current = texts.in_force_on(standard.document, day or clock.today())
    if day is not None and current is not None:
        return redirect(AT.edition(current))
    if current is None or day is not None or fault:
        newest = texts.newest_of(standard.document)
        if newest is None or not can(actor(), RulesP.SEE, newest):
            return redirect(AT.document(standard.document))
        if day is not None or fault:
            return render_template(
                "association/standards/no_such_day.html", standard=standard, day=day, fault=fault, at=AT, newest=newest
            )  # fmt: skip
        current = newest
    return _text(current, standard)


@bp.get("/<slug>/<edition>/")
@public
def edition(slug: str, edition: str) -> ResponseReturnValue:
    """One edition, whatever became of it."""
    standard = standard_called(slug)
    return _text(edition_called(standard, edition), standard)


def _text(edition: Edition, standard: Standard) -> str:
    project = queries.of_edition(edition)
    return pages.text(
        edition, at=AT, template="association/standards/edition.html", standard=standard, project=project,
        acts=queries.issued_acts(edition), binds=words_of_kinds(edition.binds), labels=LABELS,
        chain=_chain(project), examination=queries.open_examination(standard),
    )  # fmt: skip


def _chain(project: Project | None) -> list[Any]:
    """一审、二审、三审: who reviewed it when, as it is printed under the text."""
    if project is None:
        return []
    last: dict[str, Any] = {}
    for entry in queries.deeds_in_order(project, ("first_review", "second_review", "third_review")):
        last[entry.deed] = entry
    return list(last.values())


@bp.get("/<slug>/<edition>/document.pdf")
@public
def pdf(slug: str, edition: str) -> ResponseReturnValue:
    """The edition on paper."""
    found = edition_called(standard_called(slug), edition)
    return documents.answer(documents.document_of(found, "text"), public=True)


@bp.get("/<slug>/compare/<old>/<new>/")
@public
def compare(slug: str, old: str, new: str) -> ResponseReturnValue:
    """Any two editions, with the words that differ, a plain note per clause, and whom each binds."""
    standard = standard_called(slug)
    before, after = edition_called(standard, old), edition_called(standard, new)
    return pages.comparison(
        before, after, at=AT, template="association/standards/compare.html", standard=standard,
        bound=[(e.name, words_of_kinds(e.binds)) for e in (before, after)],
    )  # fmt: skip
