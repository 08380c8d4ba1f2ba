"""What is counted: proposed by one, confirmed by another."""

from operator import attrgetter

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.proposals import Proposal
from association.kernel.web import actor, back_to, find, needs
from association.kernel.words import _, _l
from bulletins.figures import actions, queries
from bulletins.figures.forms import FaultForm
from bulletins.figures.labels import LABELS
from bulletins.figures.models import Fault
from bulletins.figures.policy import P
from bulletins.figures.workflow import FAULT

bp = Blueprint("figure_faults", __name__, url_prefix="/desk/figures/faults")

COLUMNS = (
    *(Column(name, LABELS[name], attrgetter(name)) for name in ("code", "group", "label", "unit", "definition")),
    Column("in_force_from", _l("起用"), lambda f: f.in_force_from),
    Column("is_counted", _l("统计"), lambda f: f.is_counted),
    Column("state", _l("状态"), lambda f: str(f.state.label)),
    Column("basis", _l("依据"), lambda f: f.basis),
)  # fmt: skip


def page_of(fault: Fault) -> str:
    return url_for("figure_faults.show", id=fault.id)


steps.add_steps(bp, Fault, FAULT, see=P.SEE_DESK, page_of=page_of, title_of=lambda f: f"{f.group} {f.label}")


def _crumbs() -> list[tuple[object, str | None]]:
    return [
        (_("行业数据的办理"), url_for("figure_desk.index")),
        (_("统计项目"), url_for("figure_faults.index")),
    ]


@bp.get("/")
@needs(P.SEE_DESK)
def index() -> ResponseReturnValue:
    """All rows, proposed and struck ones too."""
    listing = Listing(
        queries.all_faults(), columns=COLUMNS, url_of=page_of,
        orders={
            "group": (_l("问题类型"), (Fault.group, Fault.code, Fault.in_force_from.desc(), Fault.id)),
            "day": (_l("起用日期"), (Fault.in_force_from.desc(), Fault.id.desc())),
        },
        filters=[
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Fault.state == Proposal(value)),
                pairs=[(s.value, s.label) for s in Proposal],
            )
        ],
    )  # fmt: skip
    return listing.answer("bulletins/figures/faults.html", may_propose=can(actor(), P.PROPOSE_FAULT))


@bp.get("/<int:id>/")
@needs(P.SEE_DESK)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    fault = find(Fault, id, P.SEE_DESK)
    return render_template(
        "bulletins/figures/fault.html", fault=fault, buttons=steps.buttons(FAULT, fault, endpoint="figure_faults.step_figure_fault"),
        lines=history.panel(fault),
    )  # fmt: skip


@bp.route("/propose/", methods=["GET", "POST"])
@needs(P.PROPOSE_FAULT)
def propose() -> ResponseReturnValue:
    """A row for somebody else to confirm."""
    form = FaultForm()
    if form.accepts():
        fault = actions.propose_fault(**form.facts, actor=actor())
        flash(_("已提出，等待另一人与依据核对后确认。"), "done")
        return back_to("figure_faults.show", id=fault.id)
    return form_page(
        form, heading=_("提出统计项目"), button=_("提出"), back=url_for("figure_faults.index"), crumbs=_crumbs(),
        lede=_("由另一人确认后采用；采用后不能改，只能另提一份或者撤下。已开始收集的各期不受影响。"),
    )  # fmt: skip
