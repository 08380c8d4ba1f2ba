"""An agency's whole file and what it files: for its officers, for registrars, for the auditor (masked)."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, clock, dated, history, steps
from association.kernel.errors import Unknown
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find
from association.kernel.words import _
from mcn.agencies import checks, differences, papers, queries, registering, sections
from mcn.agencies.models import Agency, Filing, FilingKind, FilingState
from mcn.agencies.policy import P
from mcn.agencies.sections import BY_NAME, SECTIONS, Section, rows_of
from mcn.agencies.workflow import AGENCY, FILING

bp = Blueprint("agency_file", __name__, url_prefix="/mcn/file")
A_PAGE = 100
"""Rows of a long list on one page."""


def page_of(agency: Agency) -> str:
    return url_for("agency_file.show", id=agency.id)


def page_of_filing(filing: Filing) -> str:
    return url_for("agency_file.filing", id=filing.id)


steps.add_steps(bp, Agency, AGENCY, see=P.READ_FILE, page_of=page_of, title_of=lambda a: str(a.name))
steps.add_steps(bp, Filing, FILING, see=P.READ_FILE, page_of=page_of_filing, title_of=lambda f: f.title)


def section_called(name: str) -> Section:
    found = BY_NAME.get(name)
    if found is None:
        raise Unknown
    return found


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What the file holds now, what was filed, what is open to do, and the history."""
    agency = find(Agency, id, P.READ_FILE)
    facts, reveal = queries.facts_of(agency), can(actor(), P.REVEAL, agency)
    filings = queries.filings_of(agency)
    return render_template(
        "mcn/agencies/file.html",
        agency=agency,
        contents=[content(s, facts.get(s.name), reveal=reveal) for s in SECTIONS],
        papers=papers_of(agency) if reveal else {},
        filings=filings,
        open_filing=next((f for f in filings if not f.is_over), None),
        certificate=papers.of(agency),
        buttons=steps.buttons(AGENCY, agency, endpoint="agency_file.step_agency"),
        may_prepare=can(actor(), P.PREPARE, agency),
        lines=folded(history.panel(agency)),
    )


def folded(lines: list[history.Line]) -> list[history.Line]:
    """Somebody who saves twenty rows in a day has done one thing: of lines alike that follow each other, the last."""
    return [
        line
        for before, line in zip([None, *lines], lines, strict=False)
        if before is None or _alike(before) != _alike(line)
    ]


def _alike(line: history.Line) -> tuple[object, ...]:
    return line.sentence, line.actor_name, line.reason, clock.day_of(line.at)


def content(section: Section, facts: sections.Facts | None, *, reveal: bool, page: int = 1) -> dict[str, Any]:
    """One section in words: pairs of a form, or rows of a list (a page of them)."""
    if not section.is_list:
        pairs = [
            (f.label, differences.words(f, (facts or {}).get(f.name), reveal=reveal)) for f in section.fields
        ]
        return {"section": section, "pairs": pairs, "rows": [], "count": 0, "none": False}
    rows = rows_of(facts)
    shown = rows[(page - 1) * A_PAGE : page * A_PAGE]
    return {
        "section": section,
        "pairs": [],
        "rows": [
            (row["id"], [differences.words(f, row.get(f.name), reveal=reveal) for f in section.fields])
            for row in shown
        ],
        "count": len(rows),
        "none": bool((facts or {}).get("none")),
    }  # fmt: skip


def papers_of(agency: Agency) -> dict[str, list[attachments.Attachment]]:
    """Files of rows, by the row's id."""
    found: dict[str, list[attachments.Attachment]] = {}
    for paper in attachments.attachments_of(agency):
        found.setdefault(paper.kind.rpartition(":")[2], []).append(paper)
    return found


@bp.get("/filing/<int:id>/")
@decided_inside
def filing(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is filed: the list of sections with what they lack, what the checks say, what is asked, what differs, and the whole of it."""
    filed = find(Filing, id, P.READ_FILE)
    agency, reveal = filed.agency, can(actor(), P.REVEAL, filed)
    held = queries.facts_of(agency)
    facts = held | {s.name: s.facts for s in filed.sections}
    is_staff, may_write = (
        can(actor(), P.EXAMINE, filed),
        can(actor(), P.PREPARE, filed) and filed.is_writable,
    )
    whole = filed.kind is FilingKind.APPLICATION
    return render_template(
        "mcn/agencies/filing.html",
        filing=filed,
        agency=agency,
        tasks=_tasks(filed, facts),
        may_write=may_write,
        findings=_findings(filed),
        others=checks.others_of(agency, facts) if is_staff and checks.asks(filed.findings) else [],
        answers=filed.answers if is_staff else {},
        is_staff=is_staff,
        differences=_differences(filed, held, reveal=reveal) if not whole else [],
        since_review=_since_review(filed, held, reveal=reveal),
        contents=[content(s, facts.get(s.name), reveal=reveal) for s in SECTIONS] if whole and not may_write else [],
        papers=papers_of(agency) if reveal else {},
        asked_labels=sections.asked_labels([s.name for s in SECTIONS]),
        buttons=steps.buttons(
            FILING, filed, endpoint="agency_file.step_agency_filing",
            own_pages={d: url_for(f"agency_desk.{d}", id=id) for d in ("examine", "ask")},
        ),
        not_ready=registering.not_ready(filed) if may_write else None,
        lines=folded(history.panel(filed)),
    )  # fmt: skip


def _tasks(filed: Filing, facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Every section with how it stands: whole, lacking something, untouched."""
    lacking = {} if filed.is_over else {section.name: words for section, words in registering.lacks(filed)}
    asked = {item["field"].split(sections.SEP)[0] for item in filed.asked if not item.get("done")}
    names = sections.ROSTER if filed.kind is FilingKind.ROSTER else [s.name for s in SECTIONS]
    return [
        {
            "section": BY_NAME[name],
            "lacks": lacking.get(name, []),
            "touched": filed.proposed(name) is not None,
            "count": len(rows_of(facts.get(name))),
            "asked": name in asked,
        }
        for name in names
        if not filed.is_over or filed.proposed(name) is not None
    ]


def _findings(filed: Filing) -> list[dict[str, Any]]:
    """What the checks said, in words, with basis and day."""
    rows = {
        finding["setting"]: row
        for finding in filed.findings
        if (row := dated.row_in_force(f"mcn.{finding['setting']}")) is not None
    }
    found = []
    for finding in filed.findings:
        basis, checked_on = checks.basis_of(finding["setting"], rows)
        found.append(
            {
                "level": checks.Level(finding["level"]),
                "code": finding["code"],
                "sentence": checks.sentence(finding),
                "section": BY_NAME[finding["section"]],
                "basis": basis,
                "checked_on": checked_on,
            }
        )
    return found


def _differences(filed: Filing, held: dict[str, Any], *, reveal: bool) -> list[differences.Difference]:
    """Between the file and what is filed; of an accepted filing, between the file as it was and as it became."""
    accepted = filed.state is FilingState.APPROVED
    before = {s.name: s.before if accepted else held.get(s.name) for s in filed.sections}
    after = {s.name: s.facts for s in filed.sections}
    return differences.of_many({n: f or {} for n, f in before.items()}, after, list(after), reveal=reveal)


def _since_review(filed: Filing, held: dict[str, Any], *, reveal: bool) -> list[differences.Difference]:
    """An annual review shows all that changed since the registration or the last one, also what was accepted in between."""
    if filed.kind is not FilingKind.REVIEW or filed.is_over:
        return []
    first: dict[str, Any] = {}
    for earlier in queries.accepted_since_review(filed.agency):
        for section in earlier.sections:
            first.setdefault(section.name, section.before or {})
    now = held | {s.name: s.facts for s in filed.sections}
    return differences.of_many(
        held | first, now, [*{**first, **{s.name: None for s in filed.sections}}], reveal=reveal
    )


@bp.get("/filing/<int:id>/<section>/")
@decided_inside
def section(id: int, section: str) -> ResponseReturnValue:  # noqa: A002
    """One section as filed, page by page where it is long."""
    filed, asked = find(Filing, id, P.READ_FILE), section_called(section)
    own = filed.proposed(asked.name)
    facts = own.facts if own is not None else queries.fact_of(filed.agency, asked.name)
    raw = request.args.get("page", "1")
    pages = max((len(rows_of(facts)) + A_PAGE - 1) // A_PAGE, 1)
    page = min(max(int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 5 else 1, 1), pages)
    reveal = can(actor(), P.REVEAL, filed)
    return render_template(
        "mcn/agencies/section.html",
        filing=filed,
        content=content(asked, facts, reveal=reveal, page=page),
        papers=papers_of(filed.agency) if reveal else {},
        page=page,
        pages=pages,
        name=_("第%(n)d页，共%(m)d页", n=page, m=pages),
    )
