"""Filling in a section: one form, or a list row by row. Every save keeps what was typed."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import Crumb
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from mcn.agencies import actions, queries, sections
from mcn.agencies.actions.filing import check_writable, row_of
from mcn.agencies.forms import form_of
from mcn.agencies.models import Filing, FilingKind
from mcn.agencies.policy import P
from mcn.agencies.sections import Section
from mcn.agencies.views.file import content, page_of_filing, papers_of, section_called

bp = Blueprint("agency_writing", __name__, url_prefix="/my/mcn/filing")


def _found(id_: int, name: str, *, is_list: bool | None = None) -> tuple[Filing, Section]:
    filing, section = find(Filing, id_, P.PREPARE), section_called(name)
    if is_list is not None and section.is_list != is_list:
        raise Unknown
    if opening():
        check_writable(filing)
    return filing, section


def _facts(filing: Filing, section: Section) -> sections.Facts:
    own = filing.proposed(section.name)
    return own.facts if own is not None else queries.fact_of(filing.agency, section.name)


def _crumbs(filing: Filing) -> list[Crumb]:
    return [(filing.title, page_of_filing(filing))]


def _asked(filing: Filing, section: Section) -> list[dict[str, object]]:
    """What staff asked to have changed in this section."""
    labels = sections.asked_labels([section.name])
    return [{**item, "label": labels[item["field"]]} for item in filing.asked if item["field"] in labels]


@bp.route("/<int:id>/<section>/", methods=["GET", "POST"])
@decided_inside
def write(id: int, section: str) -> ResponseReturnValue:  # noqa: A002
    """A section that is one form; a list shows its rows and the ways to change them."""
    filing, asked = _found(id, section)
    if asked.is_list:
        return _list(filing, asked)
    form = form_of(asked, _facts(filing, asked))
    if form.accepts():
        actions.save_section(filing, asked, facts=form.facts, actor=actor())
        flash(_("已保存：%(section)s。", section=asked.title), "done")
        return back_to("agency_file.filing", id=id)
    return render_template(
        "mcn/agencies/write.html", filing=filing, section=asked, form=form, asked=_asked(filing, asked), crumbs=_crumbs(filing),
        button=_("保存"), back=page_of_filing(filing),
    )  # fmt: skip


def _list(filing: Filing, section: Section) -> ResponseReturnValue:
    """Its rows. The button confirms it as it is: that there is nothing to enter, or (in a review) that it still holds."""
    facts = _facts(filing, section)
    form = ButtonForm()
    if form.accepts():
        if sections.rows_of(facts):
            actions.confirm_section(filing, section, actor=actor())
        else:
            actions.say_none(filing, section, actor=actor())
        flash(_("已保存：%(section)s。", section=section.title), "done")
        return back_to("agency_file.filing", id=filing.id)
    return render_template(
        "mcn/agencies/rows.html", filing=filing, section=section, content=content(section, facts, reveal=True), form=form,
        asked=_asked(filing, section), crumbs=_crumbs(filing), papers=papers_of(filing.agency),
        needs_confirming=filing.kind is FilingKind.REVIEW and filing.proposed(section.name) is None,
    )  # fmt: skip


@bp.route("/<int:id>/<section>/add/", methods=["GET", "POST"])
@decided_inside
def add(id: int, section: str) -> ResponseReturnValue:  # noqa: A002
    """One more row; saved, and then another or back to the list."""
    filing, asked = _found(id, section, is_list=True)
    return _row(filing, asked, None, _("增加：%(what)s", what=asked.row))


@bp.route("/<int:id>/<section>/row/<row>/", methods=["GET", "POST"])
@decided_inside
def change(id: int, section: str, row: str) -> ResponseReturnValue:  # noqa: A002
    filing, asked = _found(id, section, is_list=True)
    return _row(filing, asked, row, _("修改：%(what)s", what=asked.row))


def _row(filing: Filing, section: Section, row: str | None, heading: str) -> ResponseReturnValue:
    form = form_of(section, row_of(filing, section, row) if row else None)
    back = url_for("agency_writing.write", id=filing.id, section=section.name)
    if form.accepts():
        paper = form["paper"].data if "paper" in form else None
        actions.save_row(filing, section, row=row, facts=form.facts, paper=paper, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("agency_writing.write", id=filing.id, section=section.name)
    return render_template(
        "mcn/agencies/write.html", filing=filing, section=section, form=form, asked=[], heading=heading, button=_("保存"), back=back,
        crumbs=[*_crumbs(filing), (section.title, back)],
    )  # fmt: skip


@bp.route("/<int:id>/<section>/row/<row>/remove/", methods=["GET", "POST"])
@decided_inside
def remove(id: int, section: str, row: str) -> ResponseReturnValue:  # noqa: A002
    filing, asked = _found(id, section, is_list=True)
    back = url_for("agency_writing.write", id=filing.id, section=asked.name)
    held = row_of(filing, asked, row)
    form = ButtonForm()
    if form.accepts():
        actions.remove_row(filing, asked, row=row, actor=actor())
        flash(_("已移出。"), "done")
        return back_to("agency_writing.write", id=filing.id, section=asked.name)
    return render_template(
        "mcn/agencies/remove.html", form=form, section=asked, row=held, back=back, filing=filing,
        crumbs=[*_crumbs(filing), (asked.title, back)],
    )  # fmt: skip
