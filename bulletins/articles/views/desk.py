"""The desk: cases that can be told, writing an article, the places the scanner found, asking an expert."""

from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import history, steps
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.forms import StepForm
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.selfcheck.queries import questionnaires
from bulletins.articles import actions, effects, naming, queries, scanning
from bulletins.articles.forms import BeginForm, PartsForm, PassForm, TeacherForm, no_questionnaire
from bulletins.articles.labels import LABELS, TEXTS
from bulletins.articles.models import ArticlePass, ArticleState, CaseArticle
from bulletins.articles.policy import P
from bulletins.articles.workflow import ARTICLE, CORRECTION
from bulletins.cases import queries as cases
from bulletins.cases.models import CaseFile
from bulletins.cases.policy import P as CaseP

bp = Blueprint("article_desk", __name__, url_prefix="/desk/articles")

UNDER_WAY = (ArticleState.DRAFT, ArticleState.FIRST, ArticleState.SECOND, ArticleState.THIRD)

COLUMNS = (
    Column("number", LABELS["number"], lambda a: a.number),
    Column("title", LABELS["title"], lambda a: a.title),
    Column("case", _l("案号"), lambda a: a.case.number),
    Column("state", _l("状态"), lambda a: str(a.state.label)),
    Column("made_at", _l("开始写的时间"), lambda a: a.made_at),
)


def page_of(article: CaseArticle) -> str:
    return url_for("article_desk.show", id=article.id)


steps.add_steps(bp, CaseArticle, ARTICLE, see=P.READ_FILE, page_of=page_of, title_of=lambda a: a.title)


def crumbs(article: CaseArticle | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("典型案例的办理"), url_for("article_desk.index")),
    ]
    return trail if article is None else [*trail, (article.title, page_of(article))]


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """All articles, in every state, that stand behind no wall of the reader's."""
    listing = Listing(
        queries.all_articles(), columns=COLUMNS, url_of=page_of, orders={"newest": (_l("最近开始"), (CaseArticle.id.desc(),))},
        filters=[
            Words("q", _l("标题或编号"), queries.Called()),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(CaseArticle.state == ArticleState(value)),
                pairs=[(s.value, s.label) for s in ArticleState], as_links=True, counted=CaseArticle.state,
            ),
        ],
    )  # fmt: skip
    return listing.answer("bulletins/articles/all.html", may_draft=can(actor(), P.DRAFT))


@bp.get("/cases/")
@needs(P.DRAFT)
def untold() -> ResponseReturnValue:
    """Cases an article can be made from, and of which there is none."""
    listing = Listing(
        queries.tellable(), columns=(Column("number", _l("编号"), lambda c: c.number), Column("title", _l("事由"), lambda c: c.title)),
        url_of=lambda c: url_for("article_desk.begin", id=c.id), orders={"newest": (_l("最近登记"), (CaseFile.id.desc(),))},
        filters=[Words("q", _l("编号、事由或单位"), lambda rows, words: cases.called(rows.join(CaseFile.organisation), words))],
    )  # fmt: skip
    return listing.answer("bulletins/articles/untold.html")


@bp.route("/cases/<int:id>/begin/", methods=["GET", "POST"])
@decided_inside
def begin(id: int) -> ResponseReturnValue:  # noqa: A002
    """An article about this case."""
    case = find(CaseFile, id, P.DRAFT)
    if opening():
        actions.check_tellable(case)
    form = BeginForm(data={"title": case.title} if opening() else None)
    if form.accepts():
        article = actions.begin(case, title=form.title.data or "", actor=actor())
        flash(_("已开始，请写各部分。"), "done")
        return back_to("article_desk.show", id=article.id)
    return form_page(
        form, heading=_("写成典型案例：%(number)s", number=case.number), button=_("开始"), back=url_for("article_desk.untold"), crumbs=crumbs(),
        lede=_("案例不写单位的名称：公示期限以内，平台自动显示；期满就撤下。"),
    )  # fmt: skip


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The file of an article."""
    article = find(CaseArticle, id, P.READ_FILE)
    is_draft = article.state is ArticleState.DRAFT
    passed = {(one.field, one.mark): one for one in article.passes}
    return render_template(
        "bulletins/articles/file.html", article=article, texts=TEXTS, labels=LABELS, may_write=is_draft and can(actor(), P.DRAFT, article),
        places=[(place, passed.get((place.field, place.mark))) for place in scanning.places(article)], called=naming.called(article),
        may_read_case=can(actor(), CaseP.READ_FILE, article.case), buttons=steps.buttons(ARTICLE, article, endpoint="article_desk.step_case_article"),
        may_correct=article.state is ArticleState.PUBLISHED and can(actor(), P.CORRECT, article), may_answer=can(actor(), P.ANSWER, article),
        corrections=[
            (c, steps.buttons(CORRECTION, c, endpoint="article_correcting.step_case_article_correction")) for c in article.corrections
        ],
        requests=queries.requests_of(article), hindrance=effects.not_ready(article) if article.state in UNDER_WAY else None,
        lines=history.panel(article, *article.corrections, labels=LABELS),
    )  # fmt: skip


@bp.route("/<int:id>/edit/", methods=["GET", "POST"])
@decided_inside
def edit(id: int) -> ResponseReturnValue:  # noqa: A002
    """The written parts; the case file stands beside the form."""
    article = find(CaseArticle, id, P.DRAFT)
    if opening():
        actions.check_draft(article)
    form = PartsForm(data=_known(article) if opening() else None)
    offered = {v.questionnaire_id: v.questionnaire for v in session.scalars(questionnaires.in_use())}
    form.questionnaire.choices = [no_questionnaire(), *((id_, q.title) for id_, q in offered.items())]
    if form.accepts():
        actions.change(
            article, **form.parts, questionnaire=offered.get(form.questionnaire.data), actor=actor()
        )
        flash(_("已保存。"), "done")
        return back_to("article_desk.show", id=id)
    return render_template(
        "bulletins/articles/edit.html",
        form=form,
        article=article,
        case=article.case,
        back=page_of(article),
        crumbs_=crumbs(article),
    )


def _known(article: CaseArticle) -> dict[str, Any]:
    """What is written, or what the case says for a beginning."""
    case = article.case
    first = {
        "happened": "\n".join(c.fact for c in case.charges), "said": case.plea or case.remedy,
        "decided": "\n".join([*(c.finding for c in case.charges if c.finding), case.reasons or case.ended_because]).strip(),
    }  # fmt: skip
    known = {name: getattr(article, name) or first.get(name, "") for name in actions.PARTS}
    return known | {"questionnaire": article.questionnaire_id or 0}


@bp.route("/<int:id>/teacher/", methods=["GET", "POST"])
@decided_inside
def ask_teacher(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask an expert for the lesson; those with a tie are not offered."""
    article = find(CaseArticle, id, P.DRAFT)
    if opening():
        actions.check_draft(article)
    experts = {account.id: account for account in accounts.with_role(Role.EXPERT)}
    form = TeacherForm(
        data={"teacher": article.teacher_id, "due_on": article.lesson_by} if opening() else None
    )
    form.teacher.choices = [(id_, account.name) for id_, account in experts.items()]
    if form.accepts():
        actions.ask_teacher(
            article, teacher=experts[form.teacher.data], due_on=form.due_on.data, actor=actor()
        )
        flash(_("已约请，专家会收到信函。"), "done")
        return back_to("article_desk.show", id=id)
    return form_page(
        form, heading=_("约请专家写以案说法"), button=_("约请"), back=page_of(article), crumbs=crumbs(article),
        lede=_("请约请与当事单位没有利害关系的专家；有登记的，平台不接受。"),
    )  # fmt: skip


@bp.route("/<int:id>/places/<field>/<mark>/", methods=["GET", "POST"])
@decided_inside
def pass_place(id: int, field: str, mark: str) -> ResponseReturnValue:  # noqa: A002
    """Why a place may stand."""
    article = find(CaseArticle, id, P.DRAFT)
    place = next((one for one in scanning.places(article) if (one.field, one.mark) == (field, mark)), None)
    if place is None:
        raise Unknown
    form = PassForm()
    if form.accepts():
        actions.pass_place(article, field=field, mark=mark, because=form.because.data or "", actor=actor())
        flash(_("已记下理由。"), "done")
        return back_to("article_desk.show", id=id)
    return form_page(
        form, heading=_("保留这一处：%(words)s", words=place.words), button=_("保留"), back=page_of(article), crumbs=crumbs(article),
        lede=_("扫描认为这是%(kind)s。能改写的请改写；确实不是个人信息的，才保留。", kind=str(place.kind.label)),
    )  # fmt: skip


@bp.route("/passes/<int:id>/take-back/", methods=["GET", "POST"])
@decided_inside
def take_pass_back(id: int) -> ResponseReturnValue:  # noqa: A002
    """Open the place again."""
    one = find(ArticlePass, id, P.DRAFT)
    article, form = one.article, StepForm()
    del form.reason
    if form.accepts():
        actions.take_pass_back(one, actor=actor())
        flash(_("已收回。"), "done")
        return back_to("article_desk.show", id=article.id)
    return form_page(
        form,
        heading=_("收回保留的理由"),
        button=_("收回"),
        back=page_of(article),
        crumbs=crumbs(article),
        lede=one.because,
        danger=True,
    )
