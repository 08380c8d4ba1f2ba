"""What everybody reads: the list of pledges, the text in force, any version, two versions beside each other."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, documents
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, find_by, public
from association.kernel.words import _, _l
from association.organisations.models import Kind
from association.pledges import doors, queries
from association.pledges.labels import LABELS
from association.pledges.models import Pledge, PledgeVersion, VersionState
from association.pledges.pages import AT, pledge_called
from association.pledges.policy import FOR_SOMEBODY, P
from association.rules import pages
from association.rules import queries as texts
from association.rules.models import Document, Edition
from association.rules.policy import P as RulesP

bp = Blueprint("pledges", __name__, url_prefix="/pledges")

FEED = Feed(
    title=_l("公约"), newest=(texts.LATEST.desc(), Pledge.id.desc()), at=lambda p: p.shown.published_at if p.shown else None,
    called=lambda p: p.shown.edition.called if p.shown and p.shown.edition else p.title, says=lambda p: p.title,
)  # fmt: skip
ORDERS = {"title": (_l("名称"), (Document.title_key, Pledge.id))}


def words_of_kinds(values: Sequence[Any]) -> list[str]:
    return [str(Kind(value).label) for value in values]


def _columns() -> tuple[Column, ...]:
    return (
        Column("title", LABELS["title"], lambda p: p.title),
        Column(
            "version",
            LABELS["version"],
            lambda p: p.shown.edition.name if p.shown and p.shown.edition else "",
        ),
        Column("state", LABELS["standing"], lambda p: str(p.shown.state.label) if p.shown else ""),
        Column("effective_on", LABELS["effective_on"], lambda p: p.shown.effective_on if p.shown else None),
        Column("kinds", LABELS["kinds"], lambda p: _("、").join(words_of_kinds(p.kinds))),
        Column("signatories", _l("签署单位"), lambda p: p.bound),
    )


def _with_numbers(rows: Sequence[Any]) -> None:
    """What a row shows of versions and signatories, for all rows in two statements."""
    versions, bound = queries.versions_of_many(rows), queries.bound_counts(rows)
    for pledge in rows:
        own = [v for v in versions[pledge.id] if can(actor(), P.SEE_VERSION, v)]
        pledge.shown = queries.current(own) or next(iter(own), None)
        pledge.bound = bound.get(pledge.id, 0)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Every pledge that was issued."""
    listing = Listing(
        queries.in_public(), columns=_columns(), url_of=lambda p: url_for("pledges.show", slug=p.document.slug), orders=ORDERS,
        filters=[Words("q", LABELS["title"], queries.called)], prepare=_with_numbers, feed=FEED,
    )  # fmt: skip
    return listing.answer("association/pledges/index.html")


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """The text in force (or on `?on=`); before the first issue, how far it is."""
    pledge = pledge_called(slug)
    day, fault = pages.asked_day()
    current = texts.in_force_on(pledge.document, day or clock.today())
    if day is not None and current is not None:
        return redirect(AT.edition(current))
    newest = texts.newest_of(pledge.document)
    shown = current or newest
    if shown is None or not can(actor(), RulesP.SEE, shown):
        raise Unknown
    return _text(shown, pledge, fault=fault or (_("这一天没有有效的文本。") if day is not None else ""))


@bp.get("/<slug>/<edition>/")
@public
def edition(slug: str, edition: str) -> ResponseReturnValue:
    """One version, whatever became of it."""
    pledge = pledge_called(slug)
    return _text(find_by(texts.edition_by_slug(pledge.document, edition), RulesP.SEE), pledge)


def _may_begin(version: PledgeVersion) -> bool:
    """Whether the button is offered: to visitors, who sign in first, and to whoever acts for an organisation that has not signed it."""
    if actor().is_visitor:
        return True
    ids = actor().ids("organisation", *FOR_SOMEBODY)
    taken = queries.taken_up(ids, [version]) if ids else set()
    return any((version.pledge_id, id_) not in taken for id_ in ids)


def _text(edition: Edition, pledge: Pledge, fault: str = "") -> str:
    versions = [v for v in queries.versions_of(pledge) if can(actor(), P.SEE_VERSION, v)]
    version = next((v for v in versions if v.edition_id == edition.id), None)
    current = queries.current(versions)
    return pages.text(
        edition, at=AT, template="association/pledges/text.html", pledge=pledge, version=version, labels=LABELS, fault=fault,
        signatories=queries.bound_counts([pledge]).get(pledge.id, 0), kinds=words_of_kinds(pledge.kinds),
        chain=queries.chain_of(version) if version else [], to_sign=current is not None and current is version and _may_begin(current),
        under_way=queries.version_under_way(pledge), S=VersionState, around=doors.of_pledge(pledge), may_read_file=can(actor(), P.READ_FILE),
    )  # fmt: skip


@bp.get("/<slug>/compare/<old>/<new>/")
@public
def compare(slug: str, old: str, new: str) -> ResponseReturnValue:
    """Two versions, clause by clause."""
    pledge = pledge_called(slug)
    before, after = (find_by(texts.edition_by_slug(pledge.document, word), RulesP.SEE) for word in (old, new))
    return pages.comparison(before, after, at=AT)


@bp.get("/<slug>/<edition>/document.pdf")
@public
def pdf(slug: str, edition: str) -> ResponseReturnValue:
    """On paper."""
    pledge = pledge_called(slug)
    found = find_by(texts.edition_by_slug(pledge.document, edition), RulesP.SEE)
    return documents.answer(documents.document_of(found, "text"), public=True)
