"""Staff: the questions of a draft, one by one."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel.db import session
from association.kernel.errors import Refused, Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.web import actor, allowed, back_to, decided_inside, find, opening
from association.kernel.words import _
from association.selfcheck import actions
from association.selfcheck.actions.writing import FACTS
from association.selfcheck.forms import QuestionForm
from association.selfcheck.models import CheckQuestion, QuestionnaireVersion, VersionState
from association.selfcheck.policy import P
from association.selfcheck.views.desk import bp, crumbs, page_of


def _draft_question(id_: int) -> CheckQuestion:
    """A question of a draft, for whoever may write it."""
    found = session.get(CheckQuestion, id_)
    if found is None:
        raise Unknown
    allowed(found.version, P.DRAFT)
    _only_drafts(found.version)
    return found


def _only_drafts(version: QuestionnaireVersion) -> None:
    if opening() and version.state is not VersionState.DRAFT:
        raise Refused(_("已经送另一人发布，不能再改；要改请先退回。"))


@bp.route("/<int:id>/questions/add/", methods=["GET", "POST"])
@decided_inside
def add_question(id: int) -> ResponseReturnValue:  # noqa: A002
    """One more, at the end of its part."""
    version = find(QuestionnaireVersion, id, P.DRAFT)
    _only_drafts(version)
    form = QuestionForm(data={"group": version.questions[-1].group if version.questions else ""})
    if form.accepts():
        question = actions.add_question(version, **form.values, actor=actor())
        flash(_("已加一题。"), "done")
        return back_to("selfcheck_desk.show", id=id, _anchor=f"q-{question.key}")
    return form_page(
        form, heading=_("加一题"), button=_("保存"), back=page_of(version), crumbs=crumbs(version)
    )


@bp.route("/questions/<int:id>/", methods=["GET", "POST"])
@decided_inside
def change_question(id: int) -> ResponseReturnValue:  # noqa: A002
    """Write it anew."""
    question = _draft_question(id)
    form = QuestionForm(data={name: getattr(question, name) for name in FACTS})
    if form.accepts():
        actions.change_question(question, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("selfcheck_desk.show", id=question.version_id, _anchor=f"q-{question.key}")
    return form_page(
        form, heading=_("改题"), button=_("保存"), back=page_of(question.version), crumbs=crumbs(question.version),
        links=[(_("不再问这一题："), _("删去"), url_for("selfcheck_desk.remove_question", id=id))],
    )  # fmt: skip


@bp.route("/questions/<int:id>/remove/", methods=["GET", "POST"])
@decided_inside
def remove_question(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask it no longer from this version on."""
    question = _draft_question(id)
    form = ButtonForm()
    if form.accepts():
        version_id = question.version_id
        actions.remove_question(question, actor=actor())
        flash(_("已删去。"), "done")
        return back_to("selfcheck_desk.show", id=version_id)
    return form_page(
        form, heading=_("删去这一题"), button=_("删去"), back=page_of(question.version), crumbs=crumbs(question.version), danger=True,
        lede=question.words,
    )  # fmt: skip


@bp.route("/questions/<int:id>/move/<way>/", methods=["GET", "POST"])
@decided_inside
def move_question(id: int, way: str) -> ResponseReturnValue:  # noqa: A002
    """One place up or down."""
    if way not in ("up", "down"):
        raise Unknown
    question = _draft_question(id)
    form = ButtonForm()
    if form.accepts():
        actions.move_question(question, up=way == "up", actor=actor())
        return back_to("selfcheck_desk.show", id=question.version_id, _anchor=f"q-{question.key}")
    label = _("上移") if way == "up" else _("下移")
    return form_page(
        form,
        heading=label,
        button=label,
        back=page_of(question.version),
        crumbs=crumbs(question.version),
        lede=question.words,
    )
