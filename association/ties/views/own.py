"""One's own ties: what is on record, from what one must keep away, and the word that it is complete."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, needs
from association.kernel.words import _
from association.ties import actions, queries, things
from association.ties.forms import DeclareForm
from association.ties.policy import P
from association.ties.waiting import affirmation_due

bp = Blueprint("own_ties", __name__, url_prefix="/my/ties")


@bp.route("/", methods=["GET", "POST"])
@needs(P.DECLARE)
def index() -> ResponseReturnValue:
    """What is on record of me; posting says that it is complete."""
    form = ButtonForm()
    if form.accepts():
        actions.affirm(actor())
        flash(_("已确认。有变化时请随时补充。"), "done")
        return back_to("own_ties.index")
    person = actor().person_id or 0
    ties, lifts = queries.ties_of(person), queries.lifts_of(person)
    found = queries.sources_of(person, clock.today())
    behind = {thing for thing in actor().walls if thing != ("person", person)}
    names = things.named(
        {*behind, *(t.thing for t in ties if t.thing), *(f.thing for f in found), *(x.thing for x in lifts)}
    )
    return render_template(
        "association/ties/own.html", ties=ties, found=found, lifts=lifts, names=names, form=form,
        behind=sorted(names[thing] for thing in behind if thing in names), years=_years(),
        affirmed_at=queries.affirmed_at(person), due=affirmation_due(person),
    )  # fmt: skip


def _years() -> int:
    return clock.today().year - queries.remembered_since(clock.today()).year


@bp.route("/declare/", methods=["GET", "POST"])
@needs(P.DECLARE)
def declare() -> ResponseReturnValue:
    """Declare one."""
    form = DeclareForm()
    if form.accepts():
        tie = actions.declare(**form.values, actor=actor())
        flash(_("已登记，从现在起回避。") if tie.thing else _("已收到，由秘书处认定对方是谁。"), "done")
        return back_to("own_ties.index")
    return form_page(
        form, heading=_("声明利害关系"), button=_("声明"), back=url_for("own_ties.index"),
        crumbs=[(_("我的利害关系"), url_for("own_ties.index"))],
        lede=_("声明以后，凡涉及对方的事，你的角色都不起作用：看不到，也不能办。你代表自己单位办的事不受影响。"),
    )  # fmt: skip
