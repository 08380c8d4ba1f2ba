"""审查: the list of reviewers, papers and votes, the minutes."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Role
from association.consultations import queries as consultations
from association.drafting import texts
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.panels import queries as panels
from association.panels.policy import P as PanelP
from association.standards import actions, queries
from association.standards.forms import MinutesForm, ReasonForm, ReviewerForm, VoteForm, choose
from association.standards.labels import LABELS
from association.standards.models import Project, Review, Reviewer, Vote
from association.standards.policy import P

bp = Blueprint("standard_ballot", __name__)


def _crumbs(project: Project) -> list[tuple[object, str | None]]:
    return [
        (_("标准制修订"), url_for("standard_desk.index")),
        (project.title, url_for("standard_desk.show", id=project.id)),
    ]


def _file(project: Project) -> str:
    return url_for("standard_desk.show", id=project.id)


@bp.route("/desk/standards/reviews/<int:id>/reviewers/", methods=["GET", "POST"])
@decided_inside
def invite(id: int) -> ResponseReturnValue:  # noqa: A002
    """Somebody more on the list."""
    review = find(Review, id, P.BALLOT)
    if opening():
        actions.check_open(review)
    experts = {account.id: account for account in accounts.with_role(Role.EXPERT)}
    form = ReviewerForm()
    choose(form.account, [(0, _("不在专家库中")), *((a.id, a.name) for a in experts.values())])
    if form.accepts():
        account = experts.get(form.account.data)
        name = account.name if account else form.name.data or ""
        if not name:
            raise Refused(_("请选择专家，或填写姓名。"), field="name")
        actions.add_reviewer(
            review, name=name, unit=form.unit.data or "", post=form.post.data or "", is_senior=bool(form.is_senior.data),
            account=account, actor=actor(),
        )  # fmt: skip
        flash(_("已列入名单。有账户的专家已收到信函。"), "done")
        return back_to("standard_desk.show", id=review.project_id)
    return form_page(
        form, heading=_("邀请专家参加审查"), button=_("列入名单"), back=_file(review.project), crumbs=_crumbs(review.project)
    )  # fmt: skip


@bp.route("/desk/standards/reviewers/<int:id>/remove/", methods=["GET", "POST"])
@decided_inside
def remove(id: int) -> ResponseReturnValue:  # noqa: A002
    """Off the list, before they have voted."""
    reviewer = find(Reviewer, id, P.BALLOT)
    project = reviewer.review.project
    if opening():
        actions.check_open(reviewer.review)
    form = ReasonForm()
    if form.accepts():
        actions.remove_reviewer(reviewer, reason=form.reason.data or "", actor=actor())
        flash(_("已从名单中去掉。"), "done")
        return back_to("standard_desk.show", id=project.id)
    return form_page(
        form, heading=_("把%(name)s从名单中去掉", name=reviewer.name), button=_("去掉"), back=_file(project),
        crumbs=_crumbs(project), danger=True,
    )  # fmt: skip


@bp.route("/desk/standards/reviewers/<int:id>/paper/", methods=["GET", "POST"])
@decided_inside
def paper(id: int) -> ResponseReturnValue:  # noqa: A002
    """A vote on paper, of somebody without an account."""
    reviewer = find(Reviewer, id, P.BALLOT)
    project = reviewer.review.project
    if opening():
        actions.check_open(reviewer.review)
    form = VoteForm()
    if form.accepts():
        actions.record_vote(reviewer, vote=form.vote.data, opinion=form.opinion.data or "", actor=actor())
        flash(_("已登记书面票。"), "done")
        return back_to("standard_desk.show", id=project.id)
    return form_page(
        form, heading=_("登记%(name)s的书面票", name=reviewer.name), button=_("登记"), back=_file(project),
        crumbs=_crumbs(project), lede=_("照原件登记；结束投票前可以更正。原件由秘书处存档。"),
    )  # fmt: skip


@bp.route("/desk/standards/reviews/<int:id>/close/", methods=["GET", "POST"])
@decided_inside
def close(id: int) -> ResponseReturnValue:  # noqa: A002
    """End the vote and keep the minutes."""
    review = find(Review, id, P.BALLOT)
    if opening():
        actions.check_open(review)
    form = MinutesForm()
    if form.accepts():
        actions.close_ballot(review, **form.values, actor=actor())
        flash(_("投票已结束。请按结果办理“审查通过”或“退回起草”。"), "done")
        return back_to("standard_desk.show", id=review.project_id)
    return form_page(
        form, heading=_("结束投票、登记纪要"), button=_("结束投票"), back=_file(review.project),
        crumbs=_crumbs(review.project), lede=_("结束后各票对有权查看材料的人公开，不能再改；结果按设置的比例得出。"),
    )  # fmt: skip


@bp.route("/review/standards/<int:id>/", methods=["GET", "POST"])
@decided_inside
def vote(id: int) -> ResponseReturnValue:  # noqa: A002
    """The papers, and the reviewer's own vote. Who has not declared is led to where one does."""
    row = session.get(Reviewer, id)
    if row is not None and can(actor(), PanelP.OWN, row.seat) and not can(actor(), P.SEE_PAPERS, row):
        return back_to("own_panels.show", id=row.seat_id)
    reviewer = find(Reviewer, id, P.SEE_PAPERS)
    review, project = reviewer.review, reviewer.review.project
    mine = can(actor(), P.VOTE, reviewer)
    known = panels.own_opinion(reviewer.seat, reader=actor())
    form = VoteForm(data={"vote": known.word, "opinion": known.because} if known else None)
    if form.accepts():
        actions.vote(reviewer, vote=form.vote.data, opinion=form.opinion.data or "", actor=actor())
        flash(_("已投票。这一轮结束前可以修改。"), "done")
        return back_to("standard_ballot.vote", id=id)
    sent = queries.text_sent(review)
    return render_template(
        "association/standards/vote.html", reviewer=reviewer, review=review, project=project, form=form, mine=mine,
        preview=texts.preview(sent, title=project.title), consultation=next(iter(consultations.of(project)), None),
        labels=LABELS, has_voted=reviewer.seat.voted_at is not None, own=known, own_vote=Vote(known.word) if known and known.word else None,
    )  # fmt: skip
