"""The file of a project: everything in it, the steps, the text, the facts."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association import drafting
from association.consultations import queries as consultations
from association.kernel import history, steps
from association.kernel.lists import Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.standards import actions, gates, queries
from association.standards.forms import ApproveForm, FactsForm, LayOutForm, SendForm
from association.standards.labels import LABELS
from association.standards.models import Project, ProjectState, Vote
from association.standards.policy import P
from association.standards.views.projects import COLUMNS, filters, stations
from association.standards.views.proposals import page_of
from association.standards.views.reading import words_of_kinds
from association.standards.workflow import PROJECT

bp = Blueprint("standard_desk", __name__, url_prefix="/desk/standards")

steps.add_steps(bp, Project, PROJECT, see=P.SEE_PROJECT, page_of=page_of, title_of=lambda p: p.title)


def _crumbs(project: Project) -> list[tuple[object, str | None]]:
    return [
        (_("工作台"), url_for("desk.index")),
        (_("标准制修订"), url_for("standard_desk.index")),
        (project.title, url_for("standard_desk.show", id=project.id)),
    ]


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All projects, proposals too."""
    listing = Listing(
        queries.all_projects(), columns=COLUMNS, url_of=lambda p: url_for("standard_desk.show", id=p.id),
        orders={"newest": (_("最近提出"), (Project.id.desc(),))}, filters=filters(),
    )  # fmt: skip
    return listing.answer("association/standards/all.html", may_propose=can(actor(), P.PROPOSE))


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is missing, who holds it, and the steps that are open."""
    project = find(Project, id, P.READ_FILE)
    reviews = queries.reviews_of(project)
    own_pages = {deed: url_for(f"standard_desk.{deed}", id=id) for deed in ("lay_out", "send", "approve")}
    return render_template(
        "association/standards/file.html", project=project, stations=stations(project), missing=gates.missing(project),
        holder=gates.HOLDERS.get(project.state), consultations=consultations.of(project), Vote=Vote, labels=LABELS,
        reviews=reviews, opened=queries.results(reviews), binds=words_of_kinds(project.binds), draft=drafting.latest(project),
        may_write=can(actor(), P.DRAFT, project) and project.state in actions.WRITTEN_IN,
        may_change=can(actor(), P.DRAFT, project) and project.state in actions.BEFORE_REVIEWS,
        may_ballot=can(actor(), P.BALLOT, project), unconfirmed=queries.unconfirmed(project), S=ProjectState,
        buttons=steps.buttons(PROJECT, project, endpoint="standard_desk.step_standard_project", own_pages=own_pages),
        lines=history.panel(project, labels=LABELS),
    )  # fmt: skip


@bp.route("/<int:id>/write/", methods=["GET", "POST"])
@decided_inside
def write(id: int) -> ResponseReturnValue:  # noqa: A002
    """The writing desk."""
    project = find(Project, id, P.DRAFT)
    actions.check_writable(project)
    return drafting.page(
        project, title=project.title, heading=_("起草正文"), back=url_for("standard_desk.show", id=id),
        crumbs=_crumbs(project),
    )  # fmt: skip


@bp.route("/<int:id>/facts/", methods=["GET", "POST"])
@decided_inside
def facts(id: int) -> ResponseReturnValue:  # noqa: A002
    """What stands on the first pages."""
    project = find(Project, id, P.DRAFT)
    if opening():
        actions.check_changeable(project)
    form = FactsForm(obj=project)
    if form.accepts():
        actions.change_facts(project, facts=form.values, actor=actor())
        flash(_("已登记。"), "done")
        return back_to("standard_desk.show", id=id)
    return form_page(
        form, heading=_("登记标准的事实"), button=_("登记"), back=url_for("standard_desk.show", id=id), crumbs=_crumbs(project),
        lede=_("随标准公开。征求意见前须写好适用范围、归口单位和编制说明，团体标准还有起草单位和起草人。"),
    )  # fmt: skip


@bp.route("/<int:id>/lay-out/", methods=["GET", "POST"])
@decided_inside
def lay_out(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everybody's comments, for some days."""
    project = find(Project, id, P.DRAFT)
    steps.ready(PROJECT, "lay_out", project)
    form = LayOutForm(title=_("《%(title)s》征求意见", title=project.title))
    if form.accepts():
        actions.lay_out(project, **form.values, actor=actor())
        flash(_("已开始征求意见，公开页已可阅读。"), "done")
        return back_to("standard_desk.show", id=id)
    return form_page(
        form, heading=_("公开征求意见"), button=_("开始征求意见"), back=url_for("standard_desk.show", id=id),
        crumbs=_crumbs(project), lede=_("现在的正文成为征求意见稿；截止以前正文不能改。任何人都可以逐条提出意见。"),
    )  # fmt: skip


@bp.route("/<int:id>/send/", methods=["GET", "POST"])
@decided_inside
def send(id: int) -> ResponseReturnValue:  # noqa: A002
    """To the experts."""
    project = find(Project, id, P.DRAFT)
    steps.ready(PROJECT, "send", project)
    form = SendForm()
    if form.accepts():
        actions.send(project, **form.values, actor=actor())
        flash(_("已送审，请专家库的同事登记专家名单。"), "done")
        return back_to("standard_desk.show", id=id)
    return form_page(
        form, heading=_("送审"), button=_("送审"), back=url_for("standard_desk.show", id=id), crumbs=_crumbs(project),
        lede=_("现在的正文成为送审稿，与编制说明、意见汇总处理表一并送给参加审查的专家；审查期间正文不能改。"),
    )  # fmt: skip


@bp.route("/<int:id>/approve/", methods=["GET", "POST"])
@decided_inside
def approve(id: int) -> ResponseReturnValue:  # noqa: A002
    """The body's decision."""
    project = find(Project, id, P.APPROVE)
    steps.ready(PROJECT, "approve", project)
    form = ApproveForm(note=project.note)
    if form.accepts():
        actions.approve(project, **form.values, actor=actor())
        flash(_("已登记批准。请起草人确认条款的对应，送初审。"), "done")
        return back_to("standard_desk.show", id=id)
    return form_page(
        form, heading=_("登记批准、编号"), button=_("登记批准"), back=url_for("standard_desk.show", id=id),
        crumbs=_crumbs(project), lede=_("登记后正文定稿，团体标准自动编号。对会员有约束力；其他单位可以自愿采用。"),
    )  # fmt: skip
