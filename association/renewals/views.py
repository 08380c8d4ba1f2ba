"""The training office: courses whose clauses changed; look, and invite holders."""

from flask import Blueprint, Flask, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.guidance import labels as guidance
from association.kernel import clock, history, steps
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.renewals import actions, queries
from association.renewals.forms import InviteForm
from association.renewals.models import CourseRenewal, RenewalState
from association.renewals.policy import P
from association.renewals.workflow import RENEWAL
from association.training.models import CourseSession

bp = Blueprint("renewals", __name__, url_prefix="/desk/renewals")

history.describe(mark_course=_l("所讲条款有变动"), invite_to_update=_l("邀请参加更新培训"))

COLUMNS = (
    Column("course", _l("课程"), lambda r: r.course.title),
    Column("since_on", _l("变动自"), lambda r: r.since_on),
    Column("state", _l("状态"), lambda r: str(r.state.label)),
    Column("reviewed_on", _l("复核"), lambda r: r.reviewed_on),
    Column("note", _l("说明"), lambda r: r.note),
)


def page_of(row: CourseRenewal) -> str:
    return url_for("renewals.show", id=row.id)


steps.add_steps(
    bp, CourseRenewal, RENEWAL, see=P.LIST_ALL, page_of=page_of, title_of=lambda r: r.course.title
)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Every change that was found, the newest first."""
    found: dict[int, int] = {}
    listing = Listing(
        queries.everything(), columns=(*COLUMNS, Column("invited", _l("已邀请（人）"), lambda r: found[r.id])), url_of=page_of,
        filters=[
            Choice(
                "state", _l("状态"), lambda rows, v: rows.where(CourseRenewal.state == RenewalState(v)),
                pairs=[(s.value, s.label) for s in RenewalState], as_links=True,
            )
        ],
        orders={"newest": (_l("最近发现在前"), (CourseRenewal.id.desc(),))}, prepare=lambda rows: found.update(queries.invited_counts(rows)),
    )  # fmt: skip
    return listing.answer("association/renewals/index.html", invited=found)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What changed, who looked, who was invited."""
    row = find(CourseRenewal, id, P.LIST_ALL)
    return render_template(
        "association/renewals/show.html", row=row, what=guidance.change, holders=queries.holders(row, clock.today()),
        sessions=queries.sessions_invited_to(row), may_invite=can(actor(), P.INVITE, row) and row.state is RenewalState.REVIEWED,
        buttons=steps.buttons(RENEWAL, row, endpoint="renewals.step_course_renewal"), lines=history.panel(row),
    )  # fmt: skip


@bp.route("/<int:id>/invite/", methods=["GET", "POST"])
@decided_inside
def invite(id: int) -> ResponseReturnValue:  # noqa: A002
    """Holders to an update session."""
    row = find(CourseRenewal, id, P.INVITE)
    sessions = queries.sessions_to_offer(clock.now())
    if opening():
        actions.check_invitable(row)
        if not sessions:
            raise Refused(_("现在没有公布的培训；请先安排并公布一期更新培训。"))
    form = InviteForm()
    form.offer(sessions)
    if form.accepts():
        to = find(CourseSession, int(form.session.data), P.LIST_ALL)
        flash(_("已邀请%(n)d人。", n=actions.invite(row, to=to, actor=actor())), "done")
        return back_to("renewals.show", id=id)
    return form_page(
        form, heading=_("邀请参加更新培训"), button=_("发出邀请"), back=page_of(row),
        crumbs=[(_("工作台"), url_for("desk.index")), (_("课程更新"), url_for("renewals.index")), (row.course.title, page_of(row))],
        lede=_("写信给变动以前取得、现在还有效的证书的持有人；单位所报的，写给单位的培训联系人和经办人。请过的不再请。"),
    )  # fmt: skip


def init_app(app: Flask) -> None:
    app.register_blueprint(bp)
