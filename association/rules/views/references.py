"""A clause's own page, and the way from a citation as people write it to the clause."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.errors import Unknown
from association.kernel.policy import can
from association.kernel.web import actor, public
from association.kernel.words import _
from association.rules import queries
from association.rules.models import Citation, Document, Edition, EditionState
from association.rules.policy import P
from association.rules.reading.citation_checks import NotFound, check
from association.rules.reading.citation_forms import cite
from association.rules.reading.citations import NotACitation, read_citation
from association.rules.reading.normal import normal
from association.rules.views.reading import document_called, edition_called

bp = Blueprint("references", __name__, url_prefix="/rules")


def _edition_to_show(document: Document, path: str) -> Edition:
    """The edition asked for, else the one in force, else the newest that has the place."""
    if wanted := request.args.get("edition", ""):
        return edition_called(document, wanted)
    seen = [e for e in queries.editions_of(document.id) if can(actor(), P.SEE, e)]
    current = queries.in_force_on(document, clock.today())
    for edition in [*([current] if current else []), *reversed(seen)]:
        if path in queries.read_of(edition).by_path():
            return edition
    raise Unknown


@bp.get("/<slug>/p/<path>/")
@public
def provision(slug: str, path: str) -> ResponseReturnValue:
    """The hub of a provision: its text, what it was and became, what is noted of it, who cites it."""
    document = document_called(slug)
    edition = _edition_to_show(document, path)
    read = queries.read_of(edition)
    node = read.by_path().get(path)
    if node is None:
        raise Unknown
    clause = queries.clause_at(edition.id, path)
    among = [
        m for m in queries.mappings_of(document.id)
        if can(actor(), P.SEE, m.old_edition) and can(actor(), P.SEE, m.new_edition)
    ]  # fmt: skip
    earlier, later = queries.descent_of(clause, among) if clause else ([], [])
    citations = queries.citations_of(clause.provision_id, actor=actor()) if clause else []
    return render_template(
        "association/rules/provision.html", document=document, edition=edition, node=node, path=path, clause=clause,
        words=cite(read, path), earlier=earlier, later=later, standing=edition.standing_on(clock.today()),
        citations=citations, places=_places_cited(citations), marks=queries.marks_of([*earlier, *later]),
    )  # fmt: skip


def _places_cited(citations: list[Citation]) -> dict[int, str]:
    """Citation → the place in words, 第二十三条第二款; each edition is read once."""
    editions = {c.edition_id: c.edition for c in citations}
    texts = {id_: queries.read_of(edition) for id_, edition in editions.items()}
    return {c.id: cite(texts[c.edition_id], c.path) for c in citations}


@bp.get("/cite/")
@public
def resolve() -> ResponseReturnValue:
    """From 《…》第八条第二款 to the place itself; what is not understood or not there is said with what was meant perhaps."""
    typed = request.args.get("q", "").strip()[:300]
    if not typed:
        return render_template("association/rules/cite.html", typed="", faults=[], near=[])
    try:
        citation = read_citation(typed)
    except NotACitation as error:
        return _answered(typed, [_(error.sentence.template, **error.sentence.values)], []), 422
    document = _meant(citation.source.title, citation.source.number)
    if document is None:
        return _answered(
            typed, [_("请在条款前写明文件，例如《…》第八条；本站没有这份文件时也会这样提示。")], []
        ), 404
    edition = queries.in_force_on(document, clock.today()) or queries.newest_of(document)
    if edition is None or edition.state is EditionState.DRAFT:
        raise Unknown
    answers = check(citation, queries.read_of(edition))
    missing = [a for a in answers if isinstance(a, NotFound)]
    if missing:
        near = [(edition, path) for answer in missing for path in answer.near]
        return _answered(typed, [_(m.reason.template, **m.reason.values) for m in missing], near), 404
    paths = [path for answer in answers for path in getattr(answer, "paths", ())]
    if len(paths) == 1:
        return redirect(url_for("references.provision", slug=document.slug, path=paths[0]))
    return _answered(typed, [], [(edition, path) for path in paths])


def _meant(title: str, number: str) -> Document | None:
    slug = request.args.get("document", "")
    found = queries.by_slug(slug) if slug else None
    if found is None and title:
        found = queries.by_title(normal(title)[:200]) or queries.by_title(
            normal("中华人民共和国" + title)[:200]
        )
    if found is None and number:
        found = queries.by_number(number)
    return found


def _answered(typed: str, faults: list[str], near: list[tuple[Edition, str]]) -> str:
    places = [
        (cite(queries.read_of(e), path), url_for("references.provision", slug=e.document.slug, path=path))
        for e, path in near
    ]
    return render_template("association/rules/cite.html", typed=typed, faults=faults, near=places)
