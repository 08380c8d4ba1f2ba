"""Staff: the questionnaires with their drafts, a version with its life, and what organisations share."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.db import session
from association.kernel.forms import ButtonForm
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.selfcheck import actions, labels, queries
from association.selfcheck.forms import FoundForm, NoteForm
from association.selfcheck.models import (
    Questionnaire,
    QuestionnaireVersion,
    SelfCheck,
    VersionState,
)
from association.selfcheck.policy import P
from association.selfcheck.views.public import COLUMNS, filters
from association.selfcheck.workflow import VERSION

bp = Blueprint("selfcheck_desk", __name__, url_prefix="/desk/selfcheck")


def page_of(version: QuestionnaireVersion) -> str:
    return url_for("selfcheck_desk.show", id=version.id)


steps.add_steps(
    bp,
    QuestionnaireVersion,
    VERSION,
    see=P.READ_FILE,
    page_of=page_of,
    title_of=lambda v: _("%(title)s，第%(n)d版", title=v.title, n=v.number),
)


def crumbs(version: QuestionnaireVersion | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("自查的办理"), url_for("selfcheck_desk.index")),
    ]
    return trail if version is None else [*trail, (version.title, page_of(version))]


@bp.get("/")
@needs(P.READ_FILE)
def index() -> ResponseReturnValue:
    """Every version of every questionnaire."""
    listing = Listing(
        queries.questionnaires.everything(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近起草"), (QuestionnaireVersion.id.desc(),)),
                "title": (_l("按名称"), (Questionnaire.title, QuestionnaireVersion.number.desc(), QuestionnaireVersion.id))},
        filters=[
            *filters(),
            Choice("state", _l("状态"), lambda rows, value: rows.where(QuestionnaireVersion.state == VersionState(value)),
                   pairs=[(state.value, state.label) for state in VersionState]),
        ],
    )  # fmt: skip
    return listing.answer(
        "association/selfcheck/desk.html",
        may_draft=can(actor(), P.DRAFT),
        may_read_shared=can(actor(), P.READ_SHARED),
    )


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.DRAFT)
def new() -> ResponseReturnValue:
    """A questionnaire that was not there."""
    form = FoundForm()
    if form.accepts():
        version = actions.found(**form.values, actor=actor())
        flash(_("已建立，请写题。"), "done")
        return back_to("selfcheck_desk.show", id=version.id)
    return form_page(
        form, heading=_("新建问卷"), button=_("建立"), back=url_for("selfcheck_desk.index"), crumbs=crumbs()
    )


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """A version: its questions, its life, the other versions."""
    version = find(QuestionnaireVersion, id, P.READ_FILE)
    versions = queries.questionnaires.versions_of(version.questionnaire_id)
    may_draft = can(actor(), P.DRAFT, version)
    at_work = any(v.state in (VersionState.DRAFT, VersionState.PROPOSED) for v in versions)
    return render_template(
        "association/selfcheck/version.html", version=version, versions=versions, places=queries.places(version.questions),
        is_draft=may_draft and version.state is VersionState.DRAFT, may_begin=may_draft and not at_work,
        buttons=steps.buttons(VERSION, version, endpoint="selfcheck_desk.step_questionnaire_version"), lines=history.panel(version),
    )  # fmt: skip


@bp.route("/<int:id>/next/", methods=["GET", "POST"])
@decided_inside
def begin_version(id: int) -> ResponseReturnValue:  # noqa: A002
    """The next version, begun with the questions of this one."""
    version = find(QuestionnaireVersion, id, P.DRAFT)
    form = ButtonForm()
    if form.accepts():
        draft = actions.begin_version(version.questionnaire, actor=actor())
        flash(_("新版本已起草，题目照现在的版本。"), "done")
        return back_to("selfcheck_desk.show", id=draft.id)
    return form_page(
        form, heading=_("起草新版本"), button=_("起草"), back=page_of(version), crumbs=crumbs(version),
        lede=_("以已发布的最新版本为底稿。发布以前，单位仍按现在的版本自查。"),
    )  # fmt: skip


@bp.route("/<int:id>/note/", methods=["GET", "POST"])
@decided_inside
def note(id: int) -> ResponseReturnValue:  # noqa: A002
    """What is new in it."""
    version = find(QuestionnaireVersion, id, P.DRAFT)
    form = NoteForm(data={"note": version.note})
    if form.accepts():
        actions.change_note(version, note=form.note.data or "", actor=actor())
        return back_to("selfcheck_desk.show", id=id)
    return form_page(
        form, heading=_("本版说明"), button=_("保存"), back=page_of(version), crumbs=crumbs(version)
    )


@bp.get("/shared/")
@needs(P.READ_SHARED)
def shared() -> ResponseReturnValue:
    """What organisations share now; what they have taken back is gone from here."""
    listing = Listing(
        queries.checks.shared(), url_of=lambda c: url_for("own_selfcheck.show", id=c.id),
        columns=(
            Column("organisation", labels.COLUMNS["organisation"], lambda c: c.organisation.name),
            Column("title", labels.COLUMNS["title"], lambda c: c.version.title),
            Column("number", labels.COLUMNS["number"], lambda c: c.version.number),
            Column("round", labels.COLUMNS["round"], lambda c: c.round.title if c.round else ""),
            Column("finished_at", labels.COLUMNS["finished_on"], lambda c: c.finished_at),
            Column("shared_at", labels.COLUMNS["shared_on"], lambda c: c.shared_at),
        ),
        orders={"name": (_l("按单位名称"), (Organisation.name_key, SelfCheck.id)), "newest": (_l("最近共享"), (SelfCheck.shared_at.desc(), SelfCheck.id.desc()))},
        filters=[
            Words("q", _l("单位名称或代码"), organisations.called),
            Choice("questionnaire", _l("自查问卷"), queries.checks.of_questionnaire,
                   pairs=lambda: [(v.questionnaire.slug, v.title) for v in session.scalars(queries.questionnaires.in_use().order_by(Questionnaire.title, QuestionnaireVersion.id))]),
        ],
    )  # fmt: skip
    return listing.answer("association/selfcheck/shared.html")
