"""Staff: what became of each clause, beside each other, to confirm or to correct."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find
from association.kernel.words import _
from association.rules import actions, queries
from association.rules.forms import CorrectForm
from association.rules.models import ClauseFate, Edition, Mapping
from association.rules.pages import beside
from association.rules.policy import P

bp = Blueprint("mapping", __name__, url_prefix="/desk/rules/mapping")

CERTAIN = (ClauseFate.SAME, ClauseFate.RENUMBERED)
"""Fates whose words are the same: they may be confirmed together."""


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """All lines into an edition; one button for those whose words are the same."""
    edition = find(Edition, id, P.MAP)
    before = queries.before(edition)
    form = ButtonForm()
    if form.accepts():
        count = actions.confirm_all(before, edition, fates=CERTAIN, actor=actor()) if before else 0
        flash(_("已确认%(n)d条。", n=count), "done")
        return back_to("mapping.show", id=id)
    lines = queries.mappings(before, edition) if before else []
    texts = {(e.id, c.path): c for e in (before, edition) if e for c in queries.clauses_of(e.id)}
    waiting = [line for line in lines if line.confirmed_at is None]
    return render_template(
        "association/rules/mapping.html", edition=edition, before=before, form=form, total=len(lines),
        rows=[beside(line, texts) for line in waiting], certain=sum(line.fate in CERTAIN for line in waiting),
    )  # fmt: skip


@bp.route("/line/<int:id>/", methods=["GET", "POST"])
@decided_inside
def line(id: int) -> ResponseReturnValue:  # noqa: A002
    """One line: as proposed, or as it should be, with a note for readers."""
    found = find(Mapping, id, P.MAP)
    form = CorrectForm(
        fate=found.fate.value, old=" ".join(found.old), new=" ".join(found.new), note=found.note
    )
    if form.accepts():
        fate, old, new = (
            ClauseFate(form.fate.data),
            (form.old.data or "").split(),
            (form.new.data or "").split(),
        )
        if (fate, old, new) == (found.fate, found.old, found.new):
            actions.confirm(found, note=form.note.data or "", actor=actor())
        else:
            actions.correct(found, fate=fate, old=old, new=new, note=form.note.data or "", actor=actor())
        flash(_("已确认。"), "done")
        return back_to("mapping.show", id=found.new_edition_id)
    back = url_for("mapping.show", id=found.new_edition_id)
    return form_page(
        form, heading=_("确认条款的对应"), button=_("确认"), back=back, lede=found.because,
        crumbs=[(found.new_edition.called, back)],
    )  # fmt: skip
