"""Proposing a standard, and following one's proposals."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock, history, steps
from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.rules import queries as texts
from association.rules.models import Edition
from association.standards import actions, queries
from association.standards.forms import ProposalForm, choose
from association.standards.labels import LABELS
from association.standards.models import Project, StandardKind
from association.standards.policy import P
from association.standards.workflow import PROJECT

bp = Blueprint("standard_proposals", __name__)


def _own() -> list[Organisation]:
    """Verified organisations the reader acts for."""
    ids = set(actor().ids("organisation", "clerk", "signer"))
    return [o for o in organisations.mine(actor()) if o.id in ids and o.is_verified]


def _form(own: list[Organisation]) -> ProposalForm:
    form = ProposalForm()
    if "editor" in actor().roles:
        choose(form.organisation, [("", _("秘书处代为登记")), *((str(o.id), o.name) for o in own)])
    else:
        choose(form.organisation, [(str(o.id), o.name) for o in own])
        del form.proposed_by
    choose(
        form.revises,
        [("", _("制定新的标准")), *((str(e.id), _("修订：%(title)s", title=e.called)) for e in _revisable())],
    )
    return form


def _revisable() -> list[Edition]:
    """The editions of standards in force, each standard once."""
    found = [texts.in_force_on(s.document, clock.today()) for s in queries.living_standards()]
    return [edition for edition in found if edition is not None]


@bp.route("/standards/propose/", methods=["GET", "POST"])
@needs(P.PROPOSE)
def propose() -> ResponseReturnValue:
    """The 建议书, of an organisation or written down by staff."""
    own = _own()
    if not own and "editor" not in actor().roles:
        raise Refused(_("单位核验通过后才能提出建议。"))
    form = _form(own)
    if form.accepts():
        revises = next((e for e in _revisable() if str(e.id) == form.revises.data), None)
        title = form.title.data or ""
        if revises is None and not title:
            raise Refused(_("请填写名称。"), field="title")
        project = actions.propose(
            kind=StandardKind(form.kind.data), title=title, why=form.why.data or "", scope=form.scope.data or "",
            basis=form.basis.data or "", english_title=form.english_title.data or "", revises=revises, actor=actor(),
            organisation=next((o for o in own if str(o.id) == form.organisation.data), None),
            proposed_by=(form.proposed_by.data or "") if "proposed_by" in form else "",
        )  # fmt: skip
        flash(_("已收到建议。秘书处决定是否立项后会写信告诉你。"), "done")
        return back_to("standard_proposals.show", id=project.id)
    return form_page(
        form, heading=_("建议制定或修订标准"), button=_("提出建议"), back=url_for("standards.index"),
        crumbs=[(_("标准"), url_for("standards.index"))],
        lede=_("任何已核验的单位都可以提出。立项后公开列入计划，起草、征求意见、审查、批准的每一步都公开。"),
    )  # fmt: skip


@bp.get("/my/standards/")
@needs(P.PROPOSE)
def mine() -> ResponseReturnValue:
    """What one's organisations have proposed."""
    proposals = queries.proposals_of(actor().ids("organisation", "clerk", "signer"))
    return render_template("association/standards/mine.html", proposals=proposals)


def page_of(project: Project) -> str:
    """Where the reader sees it: staff in the file, who proposed it on the proposal's page, others (an expert who voted) in public."""
    if can(actor(), P.READ_FILE, project):
        return url_for("standard_desk.show", id=project.id)
    if can(actor(), P.FOLLOW, project):
        return url_for("standard_proposals.show", id=project.id)
    return url_for("standard_projects.show", id=project.id)


@bp.get("/my/standards/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One proposal and what became of it."""
    project = find(Project, id, P.FOLLOW)
    return render_template(
        "association/standards/proposal.html", project=project, labels=LABELS,
        buttons=steps.buttons(PROJECT, project, endpoint="standard_desk.step_standard_project"),
        lines=history.panel(project, labels=LABELS),
    )  # fmt: skip
