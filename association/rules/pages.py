"""The reading page and the comparison, for every feature whose texts are editions: the same page at each feature's own addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template, request

from association.kernel import clock, history, steps
from association.kernel.policy import can
from association.kernel.web import actor
from association.kernel.words import _
from association.rules import homes, queries
from association.rules.models import Citation, Clause, ClauseFate, Document, Edition, Mapping, Standing
from association.rules.policy import P
from association.rules.reading.differences import differences
from association.rules.workflow import EDITION


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where a feature shows its documents, and what it calls their list."""

    word: Callable[[], str]
    index: Callable[[], str]
    document: Callable[[Document], str]
    edition: Callable[[Edition], str]
    pdf: Callable[[Edition], str]
    compare: Callable[[Edition, Edition], str]


def asked_day() -> tuple[date | None, str]:
    """The day of `?on=`, if one was asked for, and the sentence for one that cannot be read."""
    typed = request.args.get("on", "")
    try:
        return (date.fromisoformat(typed) if typed else None), ""
    except ValueError:
        return None, _("日期请写成2026-11-23这样，已按今天显示。")


def seen(document: Document) -> list[Edition]:
    """The editions this reader may see, the oldest first."""
    return [e for e in queries.editions_of(document.id) if can(actor(), P.SEE, e)]


def text(
    found: Edition, *, at: Addresses, template: str = "association/rules/edition.html", **around: Any
) -> str:
    """The text. Its clauses come ready; what changes with time stands beside them."""
    cited: dict[str, list[Citation]] = {}
    paths = {path for path, _html in found.leaves}
    for path, citations in queries.citing_by_clause(found, actor=actor()).items():
        cited.setdefault(next((w for w in queries.ways(path) if w in paths), path), []).extend(citations)
    return render_template(
        template, edition=found, document=found.document, editions=seen(found.document), cited=cited, at=at,
        proven=homes.of_edition(found),  # the log knows the paper by the page it was printed from, wherever it is read
        standing=found.standing_on(clock.today()), in_force=queries.in_force_on(found.document, clock.today()),
        buttons=steps.buttons(EDITION, found, endpoint="rules.step_edition"), Standing=Standing,
        may_check=can(actor(), P.CHECK, found), may_map=can(actor(), P.MAP, found), before=queries.before(found),
        lines=history.panel(found) if can(actor(), P.IMPORT) or can(actor(), P.PUBLISH, found) else None, **around,
    )  # fmt: skip


def comparison(
    before: Edition, after: Edition, *, at: Addresses, template: str = "association/rules/compare.html", **around: Any
) -> str:  # fmt: skip
    """Two editions beside each other, clause by clause, with the words that differ."""
    order = [edition.id for edition in queries.editions_of(after.document_id)]
    if order.index(before.id) > order.index(after.id):
        before, after = after, before
    lines = queries.lines_between(before, after)
    texts = {(e.id, c.path): c for e in (before, after) for c in queries.clauses_of(e.id)}
    changed_only = request.args.get("all", "") != "1"
    counted = {fate: sum(line.fate is fate for line in lines) for fate in ClauseFate}
    shown = [beside(line, texts) for line in lines if not (changed_only and line.fate is ClauseFate.SAME)]
    return render_template(
        template, document=after.document, before=before, after=after, rows=shown, counted=counted, at=at,
        changed_only=changed_only, editions=seen(after.document),
        open=sum(line.confirmed_at is None for line in lines), may_map=can(actor(), P.MAP, after), **around,
    )  # fmt: skip


def beside(line: Mapping, texts: dict[tuple[int, str], Clause]) -> dict[str, Any]:
    """A line with the clauses of both sides, and what differs between their words."""
    olds = [texts[line.old_edition_id, path] for path in line.old]
    news = [texts[line.new_edition_id, path] for path in line.new]
    before, after = ("\n".join(c.text for c in clauses) for clauses in (olds, news))
    return {
        "line": line,
        "old": olds,
        "new": news,
        "changes": differences(before, after) if olds and news else None,
    }
