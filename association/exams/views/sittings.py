"""The desk: how far the papers are. Answers are not shown here; who sat is, to staff who look after places."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.actors import actor_of
from association.exams import queries
from association.exams.models import Sitting, SittingState
from association.exams.policy import P
from association.exams.views.bank import crumbs
from association.exams.workflow import SITTING
from association.kernel import history
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import decided_inside, find, needs
from association.kernel.words import _l

bp = Blueprint("exam_sittings", __name__, url_prefix="/desk/exams/papers")

COLUMNS = (
    Column("number", _l("卷号"), lambda s: s.number),
    Column("course", _l("课程"), lambda s: s.plan.course.title),
    Column("session", _l("期"), lambda s: s.enrolment.session.number),
    Column("attempt", _l("第几次"), lambda s: s.attempt),
    Column("started_at", _l("开始"), lambda s: s.started_at),
    Column("submitted_at", _l("交卷"), lambda s: s.submitted_at),
    Column("points", _l("得分"), lambda s: s.points),
    Column("points_all", _l("总分"), lambda s: s.points_all),
    Column("state", _l("状态"), lambda s: str(s.state.label)),
)


def page_of(sitting: Sitting) -> str:
    return url_for("exam_sittings.show", id=sitting.id)


@bp.get("/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    """Every paper by its number."""
    state = Choice(
        "state", _l("状态"), lambda rows, v: rows.where(Sitting.state == SittingState(v)), pairs=[(s.value, s.label) for s in SittingState],
        as_links=True, counted=Sitting.state,
    )  # fmt: skip
    listing = Listing(
        queries.all_sittings(), columns=COLUMNS, url_of=page_of, filters=[Words("q", _l("卷号或课程"), queries.with_number), state],
        orders={"newest": (_l("最新开始在前"), (Sitting.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/exams/sittings.html", crumbs_=crumbs())


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Where a paper stands, and whether anybody may mark it."""
    sitting = find(Sitting, id, P.LIST)
    return render_template(
        "association/exams/sitting.html", sitting=sitting, row=sitting.enrolment.session, lines=history.panel(sitting), lacks=lacks_marker(sitting),
        crumbs_=[*crumbs(), (_l("试卷"), url_for("exam_sittings.index"))],
    )  # fmt: skip


def lacks_marker(sitting: Sitting) -> bool:
    """Nobody who teaches the course may mark it: out of office, tied, or it was theirs before."""
    if sitting.state not in (SittingState.MARKING, SittingState.APPEALED):
        return False
    people = [t.expert.person_id for t in sitting.plan.course.teachers if t.expert.person_id is not None]
    return not any(SITTING.turns_of(actor_of(account), [sitting]) for account in accounts.accounts_of(people))
