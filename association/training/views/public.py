"""The public calendar: sessions, courses, and both as iCalendar. Nobody is named here; only counts are."""

from collections.abc import Iterable

from flask import Blueprint, Response, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, dated
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.settings import Settings
from association.kernel.web import actor, decided_inside, find_by, public
from association.kernel.words import _, _l
from association.training import ics, prerequisites, queries
from association.training.models import Course, CourseSession
from association.training.policy import P

bp = Blueprint("training", __name__, url_prefix="/training")

COLUMNS = (
    Column("course", _l("课程"), lambda s: s.course.title),
    Column("number", _l("期"), lambda s: s.number),
    Column("audience", _l("面向"), lambda s: s.course.audience),
    Column("starts_at", _l("开始"), lambda s: s.starts_at),
    Column("ends_at", _l("结束"), lambda s: s.ends_at),
    Column("place", _l("地点或平台"), lambda s: s.place),
    Column("places", _l("名额"), lambda s: s.places),
    Column("fee", _l("每人收费（元）"), lambda s: s.fee),
    Column("state", _l("状态"), lambda s: str(s.state.label)),
)
FEED = Feed(
    title=_l("培训日历"), newest=(CourseSession.published_at.desc(), CourseSession.id.desc()), at=lambda s: s.published_at, called=lambda s: s.called,
    says=lambda s: f"{s.place} {clock.day_of(s.starts_at).isoformat()}",
)  # fmt: skip
ORDERS = {
    "coming": (_l("最近开班在前"), (CourseSession.starts_at, CourseSession.id)),
    "newest": (_l("最晚开班在前"), (CourseSession.starts_at.desc(), CourseSession.id.desc())),
}


def page_of(row: CourseSession) -> str:
    return url_for("training.show", slug=row.course.slug, _anchor=f"s-{row.id}")


def filters() -> list[Words | Choice]:
    when = Choice(
        "when", _l("时间"), lambda rows, v: (queries.coming if v == "coming" else queries.over)(rows, clock.now()),
        pairs=[("coming", _l("还没有开班")), ("over", _l("已经开班"))], as_links=True,
    )  # fmt: skip
    audience = Choice(
        "audience", _l("面向"), lambda rows, v: rows.where(Course.audience == v),
        pairs=lambda: [(word, word) for word in dated.value("training.audiences")],
    )  # fmt: skip
    return [Words("q", _l("课程或地点"), queries.called), audience, when]


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Announced sessions."""
    listing = Listing(
        queries.sessions(), columns=COLUMNS, url_of=page_of, filters=filters(), orders=ORDERS, feed=FEED
    )
    return listing.answer(
        "association/training/index.html", counts=queries.counts([s.id for s in listing.items])
    )


@bp.get("/calendar.ics")
@public
def calendar() -> ResponseReturnValue:
    """All announced sessions, for a calendar that subscribes."""
    return as_calendar(queries.announced(), _("培训日历"))


def as_calendar(rows: Iterable[CourseSession], name: str) -> Response:
    settings: Settings = current_app.extensions["settings"]
    return Response(ics.calendar(rows, name=name, base_url=settings.base_url), mimetype="text/calendar")


@bp.get("/<slug>/")
@decided_inside
def show(slug: str) -> ResponseReturnValue:
    """A course and its sessions."""
    course = find_by(queries.by_slug(slug), P.SEE_COURSE)
    rows = queries.sessions_of(course)
    return render_template(
        "association/training/course.html", course=course, sessions=rows, counts=queries.counts([s.id for s in rows]),
        not_for_profit=dated.value("training.not_for_profit"), may_keep=can(actor(), P.LIST_ALL),
        teachers=[t.expert for t in course.teachers], also=prerequisites.said_of(course),
    )  # fmt: skip


@bp.get("/<slug>/calendar.ics")
@decided_inside
def course_calendar(slug: str) -> ResponseReturnValue:
    """The sessions of one course."""
    course = find_by(queries.by_slug(slug), P.SEE_COURSE)
    return as_calendar(queries.sessions_of(course), course.title)
