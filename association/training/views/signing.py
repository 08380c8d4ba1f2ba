"""Signing up for a session: for oneself, or for the people of one's organisation."""

from flask import Blueprint, Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.rendering import choose_locale
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.training import actions, queries, workbook
from association.training.forms import BookForm, ListForm, PersonForm, SignUpForm
from association.training.models import CourseSession, Enrolment, PeopleList
from association.training.policy import P

bp = Blueprint("training_signing", __name__, url_prefix="/my/training/sessions")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 500
"""Faults one page shows."""


def _crumbs(row: CourseSession) -> list[tuple[object, str | None]]:
    return [(_("培训"), url_for("training.index")), (row.called, url_for("training_signing.show", id=row.id))]


def _conditions(row: CourseSession) -> str:
    return (
        _("报名条件：%(all)s", all=_("；").join(row.course.condition_lines)) if row.course.conditions else ""
    )


@bp.get("/<int:id>/")
@signed_in
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """For whom? Alone, or for an organisation in one of three ways."""
    row = find(CourseSession, id, P.SEE_SESSION)
    mine = [o for o in organisations.mine(actor()) if can(actor(), P.BOOK, o)]
    person = actor().person_id
    return render_template(
        "association/training/sign_up.html", row=row, organisations=mine, count=queries.counts([row.id])[row.id],
        own=queries.living_of_person(row, person) if person else None,
    )  # fmt: skip


@bp.get("/template.xlsx")
@signed_in
def template() -> ResponseReturnValue:
    """Empty, with an example."""
    answer = Response(workbook.template(), mimetype=_XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="training-template.xlsx"'
    return answer


def say_where(enrolment: Enrolment) -> None:
    """Right away: a place, or which rank."""
    rank = queries.rank(enrolment)
    if rank is None:
        flash(_("已报名，名额为你保留，审核结果会写信告知。"), "done")
    else:
        flash(_("名额已满，已排入候补，现在是第%(n)d位。", n=rank), "info")


@bp.route("/<int:id>/alone/", methods=["GET", "POST"])
@signed_in
def alone(id: int) -> ResponseReturnValue:  # noqa: A002
    """For oneself."""
    row = find(CourseSession, id, P.SEE_SESSION)
    form = SignUpForm(data={"name": actor().name} if opening() else None)
    if form.accepts():
        enrolment = actions.sign_up(
            row,
            facts=form.facts,
            employer=form.employer.data or "",
            files=form.files.data or [],
            actor=actor(),
        )
        say_where(enrolment)
        return back_to("own_training.show", id=enrolment.id)
    return form_page(
        form, heading=_("为自己报名"), button=_("报名"), back=url_for("training_signing.show", id=id), crumbs=_crumbs(row),
        lede=_conditions(row),
    )  # fmt: skip


@bp.route("/<int:id>/for/<int:organisation>/one/", methods=["GET", "POST"])
@decided_inside
def one(id: int, organisation: int) -> ResponseReturnValue:  # noqa: A002
    """One person of an organisation."""
    row, whose = find(CourseSession, id, P.SEE_SESSION), find(Organisation, organisation, P.BOOK)
    form = PersonForm()
    if form.accepts():
        enrolment = actions.enrol_one(
            row, whose, facts=form.facts, files=form.files.data or [], actor=actor()
        )
        say_where(enrolment)
        return back_to("own_training.show", id=enrolment.id)
    return form_page(
        form, heading=_("为%(name)s报一人", name=whose.name), button=_("报名"), back=url_for("training_signing.show", id=id),
        crumbs=_crumbs(row), lede=_conditions(row),
    )  # fmt: skip


def _say_how_many(held: int, waiting: int) -> None:
    if waiting:
        flash(_("%(held)d个有名额，%(waiting)d个排入候补。", held=held, waiting=waiting), "info")
    else:
        flash(_("%(held)d个名额已为单位保留。", held=held), "done")


@bp.route("/<int:id>/for/<int:organisation>/book/", methods=["GET", "POST"])
@decided_inside
def book(id: int, organisation: int) -> ResponseReturnValue:  # noqa: A002
    """Places to be named later."""
    row, whose = find(CourseSession, id, P.SEE_SESSION), find(Organisation, organisation, P.BOOK)
    form = BookForm()
    if form.accepts():
        _say_how_many(*actions.book(row, whose, **form.values, actor=actor()))
        return back_to("own_training.index")
    return form_page(
        form, heading=_("为%(name)s订名额", name=whose.name), button=_("订名额"), back=url_for("training_signing.show", id=id),
        crumbs=_crumbs(row),
    )  # fmt: skip


@bp.route("/<int:id>/for/<int:organisation>/list/", methods=["GET", "POST"])
@decided_inside
def many(id: int, organisation: int) -> ResponseReturnValue:  # noqa: A002
    """A list of people; the worker reads it."""
    row, whose = find(CourseSession, id, P.SEE_SESSION), find(Organisation, organisation, P.BOOK)
    if opening():
        actions.check_open(row)
    form = ListForm()
    if form.accepts():
        people = actions.hand_in_list(
            row, whose, file=form.file.data, language=choose_locale(), actor=actor()
        )
        return back_to("training_signing.people", id=people.id)
    return form_page(
        form, heading=_("为%(name)s按名单报名", name=whose.name), button=_("上传并试读"), back=url_for("training_signing.show", id=id),
        crumbs=_crumbs(row), lede=_("先填已订、还没有填人员的名额，其余的另外报名。有一行不对，整张表都不导入。"),
        links=[("", _("下载模板"), url_for("training_signing.template"))],
    )  # fmt: skip


@bp.route("/lists/<int:id>/", methods=["GET", "POST"])
@decided_inside
def people(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was read: still at it, faults row by row, or how many there are and the button to sign them up."""
    found, form = find(PeopleList, id, P.SEE_LIST), ButtonForm()
    if form.accepts():
        _say_how_many(*actions.take_list(found, actor=actor()))
        return back_to("own_training.index")
    row, faults = found.session, found.found.get("faults", [])
    return render_template(
        "association/training/list.html", people=found, row=row, form=form, faults=faults[:SHOWN], count=len(faults),
        told_in="en" if found.found.get("language") == "en" else "zh-Hans",
        rows=len(found.found.get("rows", [])), booked=len(queries.unnamed(row, found.organisation)),
        free=max(row.places - queries.counts([row.id])[row.id][0], 0),
        back=url_for("training_signing.many", id=row.id, organisation=found.organisation_id),
    )  # fmt: skip
