"""The plan: projects under way and those that ended, each with its stations and what it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.consultations import queries as consultations
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import decided_inside, find, public
from association.kernel.words import _l
from association.standards import gates, queries
from association.standards.labels import LABELS
from association.standards.models import Project, ProjectState, StandardKind, Vote
from association.standards.policy import P
from association.standards.workflow import PROJECT

bp = Blueprint("standard_projects", __name__, url_prefix="/standards/projects")

S = ProjectState
STATIONS = (
    ("accept", _l("立项")), ("lay_out", _l("征求意见")), ("send", _l("送审")), ("pass", _l("审查通过")),
    ("approve", _l("批准编号")), ("third_review", _l("三审签发")), ("publish", _l("发布")), ("effective", _l("实施")),
)  # fmt: skip
ORDERS = {
    "newest": (_l("最近立项"), (Project.accepted_on.desc(), Project.id.desc())),
    "title": (_l("名称"), (Project.title, Project.id)),
}
COLUMNS = (
    Column("project_number", _l("立项编号"), lambda p: p.project_number),
    Column("title", _l("名称"), lambda p: p.title),
    Column("kind", _l("类别"), lambda p: str(p.kind.label)),
    Column("revision", _l("制定或修订"), lambda p: str(_l("修订") if p.is_revision else _l("制定"))),
    Column("proposed_by", _l("提出单位"), lambda p: p.proposed_by),
    Column("accepted_on", _l("立项日期"), lambda p: p.accepted_on),
    Column("state", _l("进展"), lambda p: str(p.state.label)),
    Column("number", _l("标准编号"), lambda p: p.number if p.state is S.PUBLISHED else ""),
)


@dataclass(frozen=True, slots=True)
class Station:
    """One place on the way: when it was reached (last), or None."""

    label: object
    at: datetime | None


def filters() -> Sequence[Words | Choice]:
    return [
        Words("q", _l("名称、编号或提出单位"), queries.with_words),
        Choice(
            "state", _l("进展"), lambda rows, value: rows.where(Project.state == S(value)),
            pairs=[(s.value, s.label) for s in S if s not in (S.PROPOSED, S.REFUSED, S.DROPPED)],
        ),
        Choice(
            "kind", LABELS["kind"], lambda rows, value: rows.where(Project.kind == StandardKind(value)),
            pairs=[(k.value, k.label) for k in StandardKind],
        ),
    ]  # fmt: skip


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """The association's plan."""
    listing = Listing(
        queries.accepted(), columns=COLUMNS, url_of=lambda p: url_for("standard_projects.show", id=p.id), orders=ORDERS,
        filters=filters(),
    )  # fmt: skip
    return listing.answer("association/standards/projects.html")


def stations(project: Project) -> list[Station]:
    """The way, as far as it has come."""
    reached: dict[str, datetime] = {}
    for entry in queries.deeds_in_order(project, [deed for deed, _label in STATIONS]):
        reached[entry.deed] = entry.at
    if project.published_at is not None:
        reached["publish"] = project.published_at
    return [Station(label, reached.get(deed)) for deed, label in STATIONS if deed != "effective"]


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One project: how far it is, what is missing and who holds it."""
    project = find(Project, id, P.SEE_PROJECT)
    reviews = [review for review in queries.reviews_of(project) if review.passed is not None]
    return render_template(
        "association/standards/project.html", project=project, stations=stations(project), missing=gates.missing(project),
        holder=gates.HOLDERS.get(project.state), consultations=consultations.of(project), reviews=reviews, Vote=Vote,
        tallies={review.id: queries.tally(review) for review in reviews}, labels=LABELS, steps=queries.deeds_in_order(project, [s.deed for s in PROJECT.steps if s.is_public_act]),
        word=lambda deed: str(PROJECT.by_deed[deed].label),
    )  # fmt: skip
