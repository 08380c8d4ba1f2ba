"""Staff: the consultations, and one with all its comments: what waits, by clause and by whom, and one answer for many."""

from flask import Blueprint, flash, request, url_for
from flask.typing import ResponseReturnValue

from association.consultations import actions, queries, workbook
from association.consultations.forms import ExtendForm, ManyForm, OpenForm
from association.consultations.models import Comment, CommentState, Consultation, Outcome
from association.consultations.policy import P
from association.consultations.views.public import ORDERS, columns, state_filter, workbook_answer
from association.consultations.workflow import CONSULTATION
from association.kernel import history, steps, subjects
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can, require
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.rules import queries as rules
from association.rules.models import Edition, EditionState
from association.rules.policy import P as RulesP

bp = Blueprint("consultation_desk", __name__, url_prefix="/desk/consultations")


def page_of(consultation: Consultation) -> str:
    return url_for("consultation_desk.show", id=consultation.id)


steps.add_steps(
    bp, Consultation, CONSULTATION, see=P.READ_FILE, page_of=page_of, title_of=lambda c: str(c.title)
)


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All consultations with what waits in each."""
    counted: dict[int, queries.Counts] = {}
    listing = Listing(
        queries.all_consultations(), columns=columns(counted), url_of=page_of, orders=ORDERS,
        filters=[Words("q", _l("名称或说明"), queries.with_words), state_filter()],
        prepare=lambda rows: counted.update(queries.counts([c.id for c in rows])),
    )  # fmt: skip
    laid_out = queries.laid_out()
    drafts = [e for e in rules.drafts() if e.id not in laid_out] if can(actor(), P.OPEN) else []
    return listing.answer("association/consultations/all.html", counted=counted, drafts=drafts)


STATES = (("waiting", CommentState.WAITING.label), ("unanswered", _l("待答复")), ("shown", CommentState.SHOWN.label),
          ("hidden", CommentState.HIDDEN.label))  # fmt: skip


def _listing(consultation: Consultation, shares: queries.Shares) -> Listing:
    return Listing(
        queries.of_consultation(consultation), per_page=50,
        columns=(
            Column("number", _l("序号"), lambda c: c.number),
            Column("clause", _l("章节号"), lambda c: c.place),
            Column("comment", _l("意见"), lambda c: c.body),
            Column("proposed", _l("修改后内容"), lambda c: c.proposed),
            Column("reason", _l("理由"), lambda c: c.reason),
            Column("author", _l("提出单位"), lambda c: c.author),
            Column("state", _l("状态"), lambda c: str(c.state.label)),
            Column("outcome", _l("处理意见"), lambda c: str(c.outcome.label) if c.outcome else ""),
            Column("answer", _l("答复的理由"), lambda c: c.answer),
        ),
        url_of=lambda c: url_for("consultation_comments.show", id=c.id),
        orders={
            "number": (_l("序号"), (Comment.number, Comment.id)),
            "clause": (_l("条款"), (Comment.path, Comment.number, Comment.id)),
        },
        filters=[
            Words("q", _l("意见里的词"), queries.called),
            Choice("clause", _l("条款"), queries.under, pairs=shares.clause_pairs),
            Choice("by", _l("提出人"), queries.by, pairs=shares.author_pairs),
            Choice("state", _l("状态"), queries.in_state, pairs=STATES, as_links=True),
        ],
    )  # fmt: skip


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """All comments; ticked ones are shown or answered together."""
    consultation = find(Consultation, id, P.READ_FILE)
    form = ManyForm()
    if form.accepts():
        _do_with_many(consultation, form)
        return back_to("consultation_desk.show", id=id, **request.args)
    shares = queries.shares(consultation)
    about = subjects.named([(consultation.subject_kind, consultation.subject_id)], reader=actor())
    return _listing(consultation, shares).answer(
        "association/consultations/work.html",
        consultation=consultation,
        form=form,
        shares=shares,
        counts=queries.counts([id]).get(id, queries.Counts()),
        about=next(iter(about.values()), None),
        buttons=steps.buttons(
            CONSULTATION, consultation, endpoint="consultation_desk.step_consultation",
            own_pages={"extend": url_for("consultation_desk.extend", id=id)},
        ),
        lines=history.panel(consultation),
    )  # fmt: skip


def _do_with_many(consultation: Consultation, form: ManyForm) -> None:
    chosen = queries.chosen(consultation, form.chosen.data or [])
    if request.form.get("do") == "show":
        n = actions.show_many(chosen, actor=actor())
        flash(_("已公开%(n)d条。", n=n), "done")
        return
    if not form.outcome.data:
        raise Refused(_("请选择处理意见。"), field="outcome")
    n = actions.answer_many(
        chosen, outcome=Outcome(form.outcome.data), because=form.because.data or "", actor=actor()
    )
    flash(_("已答复%(n)d条，办结时公布并写信告知提出人。", n=n), "done")


@bp.route("/open/<int:id>/", methods=["GET", "POST"])
@decided_inside
def open_for(id: int) -> ResponseReturnValue:  # noqa: A002
    """Lay out a draft text for everybody's comments."""
    edition = find(Edition, id, RulesP.SEE)
    require(actor(), P.OPEN)
    if opening() and edition.state is not EditionState.DRAFT:
        raise Refused(_("只有草案可以征求意见；这份文本已经公开。"))
    form = OpenForm(title=_("《%(title)s》征求意见", title=edition.document.title))
    if form.accepts():
        if edition.state is not EditionState.DRAFT:
            raise Refused(_("只有草案可以征求意见；这份文本已经公开。"))
        consultation = actions.open(edition, edition=edition, **form.values, actor=actor())
        flash(_("已开始征求意见，公开页已可阅读。"), "done")
        return back_to("consultation_desk.show", id=consultation.id)
    return form_page(
        form, heading=_("公开征求意见"), button=_("开始征求意见"), back=url_for("consultation_desk.index"),
        crumbs=[(_("征求意见的办理"), url_for("consultation_desk.index"))],
        lede=_("任何人都可以看到这份草案并逐条提出意见；开始、延长和撤回都记入公开日志。"),
    )  # fmt: skip


@bp.route("/<int:id>/extend/", methods=["GET", "POST"])
@decided_inside
def extend(id: int) -> ResponseReturnValue:  # noqa: A002
    """A later last day."""
    consultation = find(Consultation, id, P.OPEN)
    steps.ready(CONSULTATION, "extend", consultation)
    form = ExtendForm()
    if form.accepts():
        actions.extend(consultation, **form.values, actor=actor())
        flash(_("已延长，公开页已更新。"), "done")
        return back_to("consultation_desk.show", id=id)
    return form_page(
        form, heading=_("延长征求意见"), button=_("延长"), back=page_of(consultation),
        crumbs=[(consultation.title, page_of(consultation))],
        lede=_("现在的截止日是%(day)s。截止日只能推后；理由公开。", day=day_words(consultation.closes_on)),
    )  # fmt: skip


@bp.get("/<int:id>/table.xlsx")
@decided_inside
def table(id: int) -> ResponseReturnValue:  # noqa: A002
    """The 意见汇总处理表 as it stands, with names: for those who work with it."""
    consultation = find(Consultation, id, P.READ_FILE)
    rows = session.scalars(queries.of_consultation(consultation).order_by(Comment.number, Comment.id))
    return workbook_answer(consultation, workbook.written(consultation, rows, with_names=True))
