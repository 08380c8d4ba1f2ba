"""The desk: beginning, writing, citing, the reviews, corrections."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association import drafting
from association.consultations.naming import NamedClauseForm
from association.kernel import history, steps
from association.kernel.errors import Unknown
from association.kernel.forms import StepForm
from association.kernel.lists import Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.organisations.models import Kind
from association.rules import queries as texts
from bulletins.notices import actions, companions, queries
from bulletins.notices.forms import BeginForm, CorrectionForm, FactsForm
from bulletins.notices.labels import LABELS
from bulletins.notices.models import Correction, Notice, NoticeCitation, NoticeKind, NoticeState
from bulletins.notices.policy import P
from bulletins.notices.views.public import COLUMNS, filters
from bulletins.notices.workflow import CORRECTION, NOTICE

bp = Blueprint("notice_desk", __name__, url_prefix="/desk/notices")


def page_of(notice: Notice) -> str:
    return url_for("notice_desk.show", id=notice.id)


steps.add_steps(bp, Notice, NOTICE, see=P.READ_FILE, page_of=page_of, title_of=lambda n: n.title)
steps.add_steps(
    bp, Correction, CORRECTION, see=P.READ_FILE, page_of=lambda c: page_of(c.notice), title_of=lambda c: c.notice.title
)  # fmt: skip


def _crumbs(notice: Notice) -> list[tuple[object, str | None]]:
    return [
        (_("工作台"), url_for("desk.index")), (_("通报的办理"), url_for("notice_desk.index")), (notice.title, page_of(notice)),
    ]  # fmt: skip


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All notices, in every state."""
    listing = Listing(
        queries.all_notices(), columns=COLUMNS, url_of=page_of, filters=filters()[:3],
        orders={"newest": (_l("最近起草"), (Notice.id.desc(),))},
    )  # fmt: skip
    return listing.answer("bulletins/notices/all.html", may_draft=can(actor(), P.DRAFT))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def begin() -> ResponseReturnValue:
    """Its kind and what stands around its text."""
    form = BeginForm()
    if form.accepts():
        notice = actions.begin(NoticeKind(form.kind.data), facts=form.facts, actor=actor())
        flash(_("已开始起草，请写正文。"), "done")
        return back_to("notice_desk.show", id=notice.id)
    return form_page(
        form, heading=_("起草通报或公告"), button=_("开始起草"), back=url_for("notice_desk.index"),
        crumbs=[(_("通报的办理"), url_for("notice_desk.index"))],
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The file of a notice."""
    notice = find(Notice, id, P.READ_FILE)
    drafted = notice.state is NoticeState.DRAFT and can(actor(), P.DRAFT, notice)
    draft, companion = drafting.latest(notice), companions.of(notice)
    return render_template(
        "bulletins/notices/file.html", notice=notice, labels=LABELS, draft=draft, may_write=drafted, told=queries.told(notice),
        audience=[str(Kind(value).label) for value in notice.audience],
        may_correct=notice.state is NoticeState.PUBLISHED and can(actor(), P.CORRECT, notice),
        preview=drafting.preview(draft.text, title=notice.title) if draft and not notice.lines else None,
        buttons=steps.buttons(NOTICE, notice, endpoint="notice_desk.step_notice"),
        corrections=[
            (c, steps.buttons(CORRECTION, c, endpoint="notice_desk.step_notice_correction"))
            for c in queries.corrections_of(notice)
        ],
        lines=history.panel(notice, labels=LABELS), companion=companion, **(companion.desk_facts(notice) if companion else {}),
    )  # fmt: skip


@bp.route("/<int:id>/write/", methods=["GET", "POST"])
@decided_inside
def write(id: int) -> ResponseReturnValue:  # noqa: A002
    """The writing desk."""
    notice = find(Notice, id, P.DRAFT)
    actions.check_draft(notice)
    return drafting.page(
        notice, title=notice.title, heading=_("起草正文"), back=page_of(notice), crumbs=_crumbs(notice),
    )  # fmt: skip


@bp.route("/<int:id>/facts/", methods=["GET", "POST"])
@decided_inside
def facts(id: int) -> ResponseReturnValue:  # noqa: A002
    """What stands around the text."""
    notice = find(Notice, id, P.DRAFT)
    if opening():
        actions.check_draft(notice)
    form = FactsForm(obj=notice)
    if form.accepts():
        actions.change_facts(notice, facts=form.facts, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("notice_desk.show", id=id)
    return form_page(
        form, heading=_("修改标题和发送范围"), button=_("保存"), back=page_of(notice), crumbs=_crumbs(notice)
    )


@bp.route("/<int:id>/cite/", methods=["GET", "POST"])
@decided_inside
def cite(id: int) -> ResponseReturnValue:  # noqa: A002
    """A clause it rests on."""
    notice = find(Notice, id, P.DRAFT)
    if opening():
        actions.check_draft(notice)
    form = NamedClauseForm()
    form.offer(texts.citable())
    if form.accepts():
        edition, path = form.named()
        actions.cite(notice, edition=edition, path=path, actor=actor())
        flash(_("已引用。发布后条款的页面会列出这份通报。"), "done")
        return back_to("notice_desk.show", id=id)
    return form_page(
        form, heading=_("引用条款"), button=_("引用"), back=page_of(notice), crumbs=_crumbs(notice)
    )


@bp.route("/citations/<int:id>/uncite/", methods=["GET", "POST"])
@decided_inside
def uncite(id: int) -> ResponseReturnValue:  # noqa: A002
    """Take a citation out of a draft."""
    notice = find(NoticeCitation, id, P.DRAFT).notice
    citation = next((c for c in notice.citations if c.id == id), None)
    if citation is None:
        raise Unknown
    if opening():
        actions.check_draft(notice)
    form = StepForm()
    del form.reason
    if form.accepts():
        actions.uncite(citation, actor=actor())
        flash(_("已去掉引用。"), "done")
        return back_to("notice_desk.show", id=notice.id)
    return form_page(
        form, heading=_("去掉引用：%(words)s", words=citation.words), button=_("去掉"), back=page_of(notice),
        crumbs=_crumbs(notice), danger=True,
    )  # fmt: skip


@bp.route("/<int:id>/correct/", methods=["GET", "POST"])
@decided_inside
def correct(id: int) -> ResponseReturnValue:  # noqa: A002
    """Propose a correction; another signs it."""
    notice = find(Notice, id, P.CORRECT)
    if opening():
        actions.check_public(notice)
    form = CorrectionForm()
    if form.accepts():
        actions.propose_correction(notice, **form.values, actor=actor())
        flash(_("已提出更正，等待签发。"), "done")
        return back_to("notice_desk.show", id=id)
    return form_page(
        form, heading=_("更正"), button=_("提出更正"), back=page_of(notice), crumbs=_crumbs(notice),
        lede=_("正文的文字不动；更正签发后列在正文之前，收到过的人会得到通知。"),
    )  # fmt: skip
