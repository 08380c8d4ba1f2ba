"""What a commentary finds, written down one by one; for a digest, taken from the essays of its days."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.commentary import actions, queries
from association.commentary.forms import FindingForm, TakeForm
from association.commentary.labels import LABELS
from association.commentary.models import Commentary, CommentaryState, Finding, FindingKind
from association.commentary.policy import P
from association.commentary.views.file import crumbs, page_of
from association.consultations import texts as clauses
from association.kernel.db import session
from association.kernel.errors import Refused, Unknown
from association.kernel.forms import StepForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, allowed, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.rules import queries as texts
from association.rules.models import Edition

bp = Blueprint("commentary_findings", __name__, url_prefix="/review/commentary")


@bp.route("/<int:id>/find/", methods=["GET", "POST"])
@decided_inside
def add(id: int) -> ResponseReturnValue:  # noqa: A002
    """A merit or a problem."""
    commentary = find(Commentary, id, P.WRITE)
    if opening():
        actions.check_draft(commentary)
    form = FindingForm(edition=0)
    editions = {e.id: e for e in texts.citable()}
    form.edition.choices = [(0, _("不依据条款")), *((e.id, e.called) for e in editions.values())]
    if form.accepts():
        edition = editions.get(form.edition.data)
        actions.find(
            commentary, kind=FindingKind(form.kind.data), fact=form.fact.data or "", cause=form.cause.data or "",
            proposal=form.proposal.data or "", edition=edition, path=_path(edition, form.path.data or ""), actor=actor(),
        )  # fmt: skip
        flash(_("已登记。"), "done")
        return back_to("commentary_file.show", id=id)
    return form_page(
        form, heading=_("登记长处或问题"), button=_("登记"), back=page_of(commentary), crumbs=crumbs(commentary),
        lede=_("按“问题、原因、建议”写：先写看到的事实，再分析原因，最后提建议。"),
    )  # fmt: skip


def _path(edition: Edition | None, typed: str) -> str:
    if edition is None:
        if typed:
            raise Refused(_("请选择这一条属于哪份规范。"), field="edition")
        return ""
    if not typed:
        raise Refused(_("请写明是哪一条。"), field="path")
    return clauses.path_typed(edition, typed)


def _finding(id_: int, permission: P) -> Finding:
    """What was found is for those who may do so with the commentary it belongs to."""
    finding = session.get(Finding, id_)
    allowed(finding.commentary if finding is not None else None, permission)
    return session.get_one(Finding, id_)


@bp.route("/findings/<int:id>/drop/", methods=["GET", "POST"])
@decided_inside
def drop(id: int) -> ResponseReturnValue:  # noqa: A002
    """Take a finding out of a draft."""
    finding = _finding(id, P.WRITE)
    commentary = finding.commentary
    if opening():
        actions.check_draft(commentary)
    form = StepForm()
    del form.reason
    if form.accepts():
        actions.drop_finding(finding, actor=actor())
        flash(_("已去掉。"), "done")
        return back_to("commentary_file.show", id=commentary.id)
    return form_page(
        form, heading=_("去掉这一项：%(fact)s", fact=finding.fact[:60]), button=_("去掉"), back=page_of(commentary),
        crumbs=crumbs(commentary), danger=True,
    )  # fmt: skip


@bp.get("/<int:id>/material/")
@decided_inside
def material(id: int) -> ResponseReturnValue:  # noqa: A002
    """For whoever writes a digest: the essays of its days with what they found, and the works that were followed."""
    digest = find(Commentary, id, P.READ_FILE)
    if digest.period_from is None or digest.period_to is None:
        raise Unknown
    essays = queries.essays_between(digest.period_from, digest.period_to)
    return render_template(
        "association/commentary/material.html", digest=digest, essays=essays, labels=LABELS, taken=queries.taken(digest),
        tracked=queries.tracked_between(digest.period_from, digest.period_to) if can(actor(), P.READ_TRACKED) else [],
        counts=_counted(essays), may_write=digest.state is CommentaryState.DRAFT and can(actor(), P.WRITE, digest), crumbs_=crumbs(digest),
    )  # fmt: skip


def _counted(essays: list[Commentary]) -> list[tuple[str, int]]:
    """Clause → in how many essays a problem was seen under it: where a common tendency may lie. By clause, not by size."""
    seen: dict[str, set[int]] = {}
    for essay in essays:
        for finding in essay.findings:
            if finding.kind is not FindingKind.MERIT and finding.words:
                seen.setdefault(finding.words, set()).add(essay.id)
    return sorted((words, len(ids)) for words, ids in seen.items())


@bp.route("/<int:id>/material/<int:finding_id>/take/", methods=["GET", "POST"])
@decided_inside
def take(id: int, finding_id: int) -> ResponseReturnValue:  # noqa: A002
    """Into the digest, as a common tendency or a single problem."""
    digest = find(Commentary, id, P.WRITE)
    finding = _finding(finding_id, P.READ)
    if opening():
        actions.check_draft(digest)
    form = TakeForm(kind=finding.kind.value)
    if form.accepts():
        actions.take(digest, finding, kind=FindingKind(form.kind.data), actor=actor())
        flash(_("已收入综述。"), "done")
        return back_to("commentary_findings.material", id=id)
    return form_page(
        form, heading=_("收入综述：%(fact)s", fact=finding.fact[:60]), button=_("收入"),
        back=url_for("commentary_findings.material", id=id), crumbs=crumbs(digest),
    )  # fmt: skip
