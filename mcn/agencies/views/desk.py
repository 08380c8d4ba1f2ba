"""Registrars: every agency in every state, examining, asking for changes, checking anew."""

from flask import Blueprint, flash
from flask.typing import ResponseReturnValue

from association.kernel import clock, steps
from association.kernel.forms import ButtonForm
from association.kernel.lists import Choice, Listing
from association.kernel.pages import Crumb, form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from mcn.agencies import actions, checks, queries
from mcn.agencies.actions.deciding import check_with_staff
from mcn.agencies.forms import asking_form, examine_form
from mcn.agencies.models import Agency, AgencyState, Filing, FilingKind
from mcn.agencies.policy import P
from mcn.agencies.sections import ROSTER, SECTIONS
from mcn.agencies.views.file import page_of, page_of_filing
from mcn.agencies.views.public import COLUMNS, ORDERS, filters
from mcn.agencies.workflow import FILING

bp = Blueprint("agency_desk", __name__, url_prefix="/desk/mcn")


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All entries and applications, the newest first."""
    state = Choice(
        "state", _l("状态"), lambda rows, value: rows.where(Agency.state == AgencyState(value)),
        pairs=[(s.value, s.label) for s in AgencyState], as_links=True,
    )  # fmt: skip
    listing = Listing(
        queries.all_agencies(), columns=COLUMNS, url_of=page_of, orders={"newest": (_l("最近开始"), (Agency.id.desc(),)), **ORDERS},
        filters=[*filters(), state],
    )  # fmt: skip
    return listing.answer("mcn/agencies/all.html")


def _crumbs(filing: Filing) -> list[Crumb]:
    return [(filing.title, page_of_filing(filing))]


@bp.route("/filing/<int:id>/examine/", methods=["GET", "POST"])
@decided_inside
def examine(id: int) -> ResponseReturnValue:  # noqa: A002
    """The interview and an answer to each question of the checks; another registrar decides."""
    filing = find(Filing, id, P.EXAMINE)
    steps.ready(FILING, "examine", filing)
    form = examine_form(checks.asks(filing.findings), filing.answers)
    if not form.is_submitted():
        form.interviewed_on.data = clock.today()
    if form.accepts() and form.interviewed_on.data is not None:
        actions.examine(
            filing, interviewed_on=form.interviewed_on.data, interview=form.interview.data or "", answers=form.answers, actor=actor()
        )  # fmt: skip
        flash(_("核验已登记，由另一位登记员决定。"), "done")
        return back_to("agency_file.filing", id=id)
    return form_page(
        form, heading=_("登记核验和面谈"), button=_("登记核验"), back=page_of_filing(filing), crumbs=_crumbs(filing),
        lede=_("写下面谈和核实的情况。检查里须核实的事项逐条写明；决定由另一位登记员作出。"),
    )  # fmt: skip


@bp.route("/filing/<int:id>/ask/", methods=["GET", "POST"])
@decided_inside
def ask(id: int) -> ResponseReturnValue:  # noqa: A002
    """Please change these, because."""
    filing = find(Filing, id, P.DECIDE)
    steps.ready(FILING, "ask", filing)
    names = ROSTER if filing.kind is FilingKind.ROSTER else [s.name for s in SECTIONS]
    form = asking_form(list(names))
    if form.accepts():
        actions.ask(filing, asked=form.asked, reason=form.reason.data or "", actor=actor())
        flash(_("已请对方修改。"), "done")
        return back_to("agency_file.filing", id=id)
    return form_page(
        form, heading=_("请对方修改"), button=_("发给对方"), back=page_of_filing(filing), crumbs=_crumbs(filing), asks=True,
        lede=_("勾选要改的项目，写明怎样改、为什么。对方会收到信函，改好后再次提交。"),
    )  # fmt: skip


@bp.route("/filing/<int:id>/recheck/", methods=["GET", "POST"])
@decided_inside
def recheck(id: int) -> ResponseReturnValue:  # noqa: A002
    """Make the checks anew."""
    filing = find(Filing, id, P.EXAMINE)
    if opening():
        check_with_staff(filing)
    form = ButtonForm()
    if form.accepts():
        actions.recheck(filing, actor=actor())
        flash(_("已重新检查。"), "done")
        return back_to("agency_file.filing", id=id)
    return form_page(
        form, heading=_("重新检查"), button=_("重新检查"), back=page_of_filing(filing), crumbs=_crumbs(filing),
        lede=_("许可证会到期，别的机构会登记同样的账号；重新检查以今天的情况为准。"),
    )  # fmt: skip
