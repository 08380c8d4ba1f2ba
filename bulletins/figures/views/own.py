"""For an organisation: what is asked, what it wrote, what it reported."""

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, steps
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, find_by, opening, signed_in
from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from association.organisations.policy import KIND
from bulletins.figures import actions, forms, queries, reckoning
from bulletins.figures.models import Report, ReportState
from bulletins.figures.policy import P
from bulletins.figures.settings import number
from bulletins.figures.workflow import REPORT

bp = Blueprint("own_figures", __name__, url_prefix="/my/figures")


def page_of(report: Report) -> str:
    return url_for("own_figures.show", id=report.id)


steps.add_steps(
    bp, Report, REPORT, see=P.SEE_REPORT, page_of=page_of, title_of=lambda r: f"{r.organisation.name} {r.period.title}",
)  # fmt: skip


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """My organisations that are asked, the periods that are open, and all that was reported."""
    ids = actor().ids(KIND, "clerk", "signer")
    asked = [
        o for o in (organisations.mine(actor()) if ids else [])
        if o.id in ids and o.is_verified and set(o.kinds) & set(queries.KINDS)
    ]  # fmt: skip
    reports = queries.own_reports([o.id for o in asked]) if asked else []
    newest: dict[tuple[int, int], Report] = {}
    for report in reports:
        if report.state is not ReportState.DROPPED:
            newest.setdefault((report.period_id, report.organisation_id), report)
    return render_template(
        "bulletins/figures/own.html", asked=asked, reports=reports, newest=newest, collecting=queries.collecting() if asked else [],
    )  # fmt: skip


@bp.get("/reports/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One version of a report, beside the organisation's own figures of the period before."""
    report = find(Report, id, P.SEE_REPORT)
    is_ours = can(actor(), P.REPORT, report)
    may_write = is_ours and report.state is ReportState.DRAFT
    may_correct = is_ours and report.state.value in ("confirmed", "asked")
    return render_template(
        "bulletins/figures/report.html", report=report, rows=compared(report), is_ours=is_ours, may_write=may_write,
        may_correct=may_correct, versions=[v for v in queries.versions_of(report.period_id, report.organisation_id) if is_ours or v.confirmed_at],
        buttons=steps.buttons(REPORT, report, endpoint="own_figures.step_figure_report"), lines=history.panel(report),
        most=number("jump"),
    )  # fmt: skip


def compared(report: Report) -> list[dict[str, object]]:
    """Each thing asked with what was answered, the same of the period before, and the jump as a plain fact."""
    before = queries.period_before(report.period)
    earlier = queries.counting_of(before.id, report.organisation_id) if before else None
    then = earlier.answers if earlier else {}
    rows = []
    for asked in report.period.asked:
        code = asked["code"]
        rows.append(
            asked | {
                "is_answered": code in report.answers, "count": report.answers.get(code), "was_answered": code in then, "before": then.get(code),
                "jump": reckoning.jump(report.answers.get(code), then.get(code), number("jump")),
            }
        )  # fmt: skip
    return rows


@bp.route("/<period>/<int:id>/write/", methods=["GET", "POST"])
@decided_inside
def write(period: str, id: int) -> ResponseReturnValue:  # noqa: A002
    """A clerk writes it, keeps it as often as they like, and sends it to the signer; of what is reported already, a correction."""
    organisation = find(Organisation, id, P.REPORT)
    found = find_by(queries.by_code(period), P.READ_PERIOD)
    standing, current = queries.counting_of(found.id, id), queries.open_of(found.id, id)
    if opening():
        actions.check_asked(organisation)
        actions.check_writable(current)
    known = current or standing
    form = forms.form_for(
        found.asked,
        (known.answers if known else {}) if opening() else None,
        is_correction=standing is not None,
    )
    if opening() and current is not None and standing is not None:
        form.because.data = current.because
    if form.accepts():
        report = actions.write(
            found, organisation, answers=forms.answers_in(form, found.asked), actor=actor(),
            because=(form.because.data or "") if standing else "",
        )  # fmt: skip
        if request.form.get("do") != "submit":
            flash(_("已保存，可以以后接着填。"), "done")
            return back_to("own_figures.write", period=period, id=id)
        REPORT.take("submit", report, actor=actor())
        flash(_("已送授权签署人确认。"), "done")
        return back_to("own_figures.show", id=report.id)
    page = render_template(
        "bulletins/figures/write.html", form=form, period=found, organisation=organisation, groups=forms.rows_in(form, found.asked),
        current=current, standing=standing,
    )  # fmt: skip
    return page, (422 if form.faults else 200)
