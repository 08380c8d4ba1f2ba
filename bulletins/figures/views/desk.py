"""The desk: periods, who has reported and who has not, the sums to draft and to issue."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, dated, history, steps
from association.kernel.forms import ButtonForm
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, find_by, needs
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from bulletins.figures import actions, queries, reckoning
from bulletins.figures.forms import DraftForm
from bulletins.figures.models import Edition, Period, Report
from bulletins.figures.policy import P
from bulletins.figures.settings import called, last_ended, number
from bulletins.figures.views.own import page_of as report_page
from bulletins.figures.views.public import page_of
from bulletins.figures.workflow import EDITION

bp = Blueprint("figure_desk", __name__, url_prefix="/desk/figures")
steps.add_steps(
    bp, Edition, EDITION, see=P.SEE_DESK, page_of=page_of, title_of=lambda e: _("行业数据：%(period)s", period=e.period.title)
)  # fmt: skip

COLUMNS = (
    Column("name", _l("单位"), lambda r: r.organisation.name),
    Column("version", _l("版次"), lambda r: r.version),
    Column("state", _l("状态"), lambda r: str(r.state.label)),
    Column("via", _l("报送方式"), lambda r: str(r.via.label)),
    Column("confirmed_at", _l("报送时间"), lambda r: r.confirmed_at),
)


def _crumbs() -> list[tuple[object, str | None]]:
    return [(_("工作台"), url_for("desk.index")), (_("行业数据的办理"), url_for("figure_desk.index"))]


@bp.get("/")
@needs(P.SEE_DESK)
def index() -> ResponseReturnValue:
    """All periods, the latest first."""
    listing = Listing(
        queries.all_periods(), url_of=lambda p: url_for("figure_desk.show", period=p.code),
        columns=(
            Column("period", _l("期间"), lambda p: p.code), Column("title", _l("期间"), lambda p: p.title),
            Column("due_on", _l("截止日"), lambda p: p.due_on),
        ),
        orders={"newest": (_l("最近一期"), (Period.last_on.desc(), Period.id.desc()))},
    )  # fmt: skip
    return listing.answer(
        "bulletins/figures/all.html",
        may_open=can(actor(), P.OPEN_PERIOD),
        collecting={p.id for p in queries.collecting()},
    )


@bp.route("/open/", methods=["GET", "POST"])
@needs(P.OPEN_PERIOD)
def open_period() -> ResponseReturnValue:
    """Begin to collect for the month or quarter that ended last."""
    code, first_on, last_on = last_ended(clock.today(), str(dated.value("figures.period")))
    form = ButtonForm()
    if form.accepts():
        actions.open_period(code=code, first_on=first_on, last_on=last_on, actor=actor())
        flash(_("已开始收集，并写信告知各单位。"), "done")
        return back_to("figure_desk.show", period=code)
    return form_page(
        form, heading=_("开始收集%(period)s的行业数据", period=called(code)), button=_("开始收集并告知"), back=url_for("figure_desk.index"),
        crumbs=_crumbs(),
        lede=_(
            "向%(n)d家平台和小程序主体收集；统计项目按现在生效的确定，以后不再变。", n=queries.count_asked(),
        ),
    )  # fmt: skip


@bp.get("/<period>/")
@needs(P.SEE_DESK)
def show(period: str) -> ResponseReturnValue:
    """A period: who has not reported, the sums drafted and issued."""
    found = find_by(queries.by_code(period), P.SEE_DESK)
    editions = queries.editions_of(found)
    return render_template(
        "bulletins/figures/desk.html", period=found, silent=queries.silent_organisations(found), reported=queries.count_counting(found),
        editions=[(e, steps.buttons(EDITION, e, endpoint="figure_desk.step_figure_edition")) for e in reversed(editions)],
        may_list=can(actor(), P.LIST_REPORTS), may_draft=can(actor(), P.DRAFT_EDITION) and queries.may_draft(found),
        lines=history.panel(found, *editions),
    )  # fmt: skip


@bp.get("/<period>/reports/")
@needs(P.LIST_REPORTS)
def reports(period: str) -> ResponseReturnValue:
    """What was reported, by name: the figures of each stand on its own page, nowhere side by side."""
    found = find_by(queries.by_code(period), P.SEE_DESK)
    listing = Listing(
        queries.all_of(found), columns=COLUMNS, url_of=report_page,
        orders={"name": (_l("名称（拼音）"), (Organisation.name_key, Report.version.desc(), Report.id))},
        filters=[
            Words("q", _l("单位名称或代码"), queries.called),
            Choice("state", _l("状态"), queries.state_of, pairs=[(s.value, s.label) for s in queries.SHOWN], as_links=True),
        ],
    )  # fmt: skip
    return listing.answer(
        "bulletins/figures/reports.html",
        period=found,
        jumps=reckoning.jumps(listing.items, queries.reports_before(found, listing.items), number("jump")),
    )


@bp.route("/<period>/draft/", methods=["GET", "POST"])
@needs(P.DRAFT_EDITION)
def draft(period: str) -> ResponseReturnValue:
    """The sums as they are now, for another to issue."""
    found = find_by(queries.by_code(period), P.DRAFT_EDITION)
    is_revised = bool(queries.issued_before(found))
    form = DraftForm()
    if not is_revised:
        del form.because
    else:
        form.because.flags.required = True
    if form.accepts():
        actions.draft_edition(found, because=(form.because.data or "") if is_revised else "", actor=actor())
        flash(_("已拟定，等另一人核对签发。"), "done")
        return back_to("figure_desk.show", period=period)
    return form_page(
        form, heading=_("拟定修订版") if is_revised else _("拟定合计"), button=_("拟定"), back=url_for("figure_desk.show", period=period),
        crumbs=[*_crumbs(), (found.title, url_for("figure_desk.show", period=period))],
        lede=_("按现在已报送的数计算，由另一人签发。能算出一家的数的合计不公布。"),
    )  # fmt: skip
