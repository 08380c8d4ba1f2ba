"""The desk: all cases, one with everything in it, its papers; entering a lead."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import attachments, clock, documents, history, steps
from association.kernel.errors import Refused, Unknown
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.panels import queries as sittings
from bulletins.cases import actions, ladder, queries
from bulletins.cases.forms import JoinForm, OpenForm, TakeUpForm
from bulletins.cases.labels import what_is_next
from bulletins.cases.models import AppealState, CaseFile, CaseState, Outcome, Paper, Source
from bulletins.cases.policy import P
from bulletins.cases.settings import lines
from bulletins.cases.workflow import APPEAL, CASE, REPAIR
from bulletins.complaints.models import Complaint
from bulletins.complaints.policy import P as ComplaintP
from bulletins.complaints.workflow import COMPLAINT

bp = Blueprint("case_desk", __name__, url_prefix="/desk/cases")

COLUMNS = (
    Column("number", _l("编号"), lambda c: c.number),
    Column("name", _l("单位"), lambda c: c.organisation.name),
    Column("title", _l("事由"), lambda c: c.title),
    Column("fault", _l("违规的种类"), lambda c: c.fault),
    Column("source", _l("线索的来源"), lambda c: str(c.source.label)),
    Column("state", _l("进展"), lambda c: str(c.state.label)),
    Column("due_on", _l("期限"), lambda c: c.due_on),
    Column("outcome", _l("结果"), lambda c: str(c.outcome.label) if c.outcome else ""),
    Column("opened_at", _l("登记时间"), lambda c: c.opened_at),
)


def page_of(case: CaseFile) -> str:
    """Staff work on the file, the respondent in its room."""
    return url_for("case_desk.show" if can(actor(), P.READ_FILE, case) else "own_cases.show", id=case.id)


steps.add_steps(bp, CaseFile, CASE, see=P.SEE, page_of=page_of, title_of=lambda c: c.called)


def crumbs(case: CaseFile | None = None) -> list[tuple[object, str | None]]:
    if case is not None and not can(actor(), P.READ_FILE, case):
        return [(_("我的案件"), url_for("own_cases.index")), (case.number, page_of(case))]
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (
            _("案件"),
            url_for("case_desk.index") if can(actor(), P.LIST_ALL) else url_for("case_afterwards.appeals"),
        ),
    ]
    return trail if case is None else [*trail, (case.number, page_of(case))]


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All that stand behind no wall of the reader's, the newest first."""
    listing = Listing(
        queries.all_cases(), columns=COLUMNS, url_of=page_of,
        orders={"newest": (_l("最近登记"), (CaseFile.id.desc(),)), "due": (_l("期限最早"), (CaseFile.due_on, CaseFile.id))},
        filters=[
            Words("q", _l("编号、事由、单位名称或代码"), queries.called),
            Choice("fault", _l("违规的种类"), lambda rows, v: rows.where(CaseFile.fault == v), pairs=[(f, f) for f in lines("faults")]),
            Choice(
                "outcome", _l("结果"), lambda rows, v: rows.where(CaseFile.outcome == Outcome(v)), pairs=[(o.value, o.label) for o in Outcome],
            ),
            Choice(
                "state", _l("进展"), lambda rows, v: rows.where(CaseFile.state == CaseState(v)), pairs=[(s.value, s.label) for s in CaseState],
                as_links=True,
            ),
        ],
    )  # fmt: skip
    return listing.answer("bulletins/cases/all.html", may_open=can(actor(), P.OPEN))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.OPEN)
def new() -> ResponseReturnValue:
    """Enter a lead."""
    form = OpenForm()
    form.fault.choices = [(f, f) for f in lines("faults")]
    if form.accepts():
        case = actions.open_case(**form.values | {"source": Source(form.source.data)}, actor=actor())
        flash(_("已登记：%(number)s。", number=case.number), "done")
        return back_to("case_desk.show", id=case.id)
    return form_page(
        form, heading=_("登记线索"), button=_("登记"), back=url_for("case_desk.index"), crumbs=crumbs(),
        lede=_("登记不是立案。初核以后由另一人决定是否立案，立案以前单位不会得知。"),
    )  # fmt: skip


@bp.route("/from-complaints/<int:id>/", methods=["GET", "POST"])
@decided_inside
def take_up(id: int) -> ResponseReturnValue:  # noqa: A002
    """A lead from a complaint that is looked into."""
    complaint = find(Complaint, id, ComplaintP.CHECK)
    steps.ready(COMPLAINT, "bring", complaint)
    form = TakeUpForm(
        data={"code": complaint.organisation.uscc if complaint.organisation else "", "title": "", "lead": ""}
        if opening()
        else None
    )
    form.fault.choices = [(f, f) for f in lines("faults")]
    if form.accepts():
        case = actions.take_up(complaint, **form.values, actor=actor())
        flash(_("已登记：%(number)s。", number=case.number), "done")
        return back_to("case_desk.show", id=case.id)
    return form_page(
        form, heading=_("转入案件"), button=_("登记"), back=url_for("complaint_desk.show", id=id), crumbs=crumbs(),
        lede=_("%(number)s连同合并办理的各件转入案件。案卷里只写事实，不写是谁反映的。", number=complaint.number),
        links=[(_("同一件事已有案件？"), _("并入已有案件"), url_for("case_desk.join", id=id))],
    )  # fmt: skip


@bp.route("/from-complaints/<int:id>/join/", methods=["GET", "POST"])
@decided_inside
def join(id: int) -> ResponseReturnValue:  # noqa: A002
    """One complaint more into a case there is."""
    complaint = find(Complaint, id, ComplaintP.CHECK)
    steps.ready(COMPLAINT, "bring", complaint)
    form = JoinForm()
    if form.accepts():
        case = queries.numbered(form.number.data or "")
        if case is None or not can(actor(), P.OPEN, case):
            raise Refused(_("没有找到这个编号的案件。"), field="number")
        actions.join(complaint, case, actor=actor())
        flash(_("已并入%(number)s。", number=case.number), "done")
        return back_to("case_desk.show", id=case.id)
    return form_page(
        form,
        heading=_("并入已有案件"),
        button=_("并入案件"),
        back=url_for("case_desk.take_up", id=id),
        crumbs=crumbs(),
    )


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """Everything in the file, for staff and for a member of its panel."""
    case = find(CaseFile, id, P.READ_FILE)
    pages = {
        "transfer": url_for("case_file.transfer", id=id), "notify": url_for("case_deciding.notify", id=id),
        "set_hearing": url_for("case_deciding.set_hearing", id=id), "draft": url_for("case_deciding.draft", id=id),
        "publicise": url_for("case_afterwards.publicise", id=id),
    }  # fmt: skip
    panel = sittings.latest(case)
    return render_template(
        "bulletins/cases/show.html", case=case, buttons=steps.buttons(CASE, case, endpoint="case_desk.step_case_file", own_pages=pages),
        may_write=can(actor(), P.OPEN, case) and case.state in actions.WRITABLE, may_serve=can(actor(), P.OPEN, case) and bool(case.deliveries),
        may_convene=can(actor(), P.CONVENE, case) and case.state is CaseState.DELIBERATING and (panel is None or not panel.is_sealed),
        files=attachments.of_many(case.evidence), papers=papers_of(case), panel=panel, late=queries.is_late(case), next=what_is_next(case),
        bound=ladder.bound_as(case.organisation, clock.today()), bound_then=ladder.bound_as(case.organisation, case.happened_on),
        rung=ladder.rung, lines=history.panel(case, *([case.appeal] if case.appeal else []), *case.repairs), further=further(case), complaints=[c for c in queries.taken_up(case) if can(actor(), ComplaintP.LIST_ALL, c)], similar=similar_of(case),
    )  # fmt: skip


def further(case: CaseFile) -> dict[str, object]:
    """What can be done with its appeal and its application for repair, and who hears the appeal."""
    appeal, repair = case.appeal, case.repair
    panel = sittings.latest(appeal) if appeal is not None else None
    return {
        "appeal": steps.buttons(
            APPEAL, appeal, endpoint="case_afterwards.step_case_appeal", own_pages={"prepare": url_for("case_afterwards.prepare", id=appeal.id)}
        ) if appeal is not None else [],
        "repair": steps.buttons(REPAIR, repair, endpoint="case_afterwards.step_case_repair") if repair is not None else [],
        "panel": panel,
        "may_convene": appeal is not None and appeal.state is AppealState.ACCEPTED and can(actor(), P.CONVENE, appeal)
        and (panel is None or not panel.is_sealed),
    }  # fmt: skip


def similar_of(
    case: CaseFile,
) -> tuple[list[tuple[CaseFile, tuple[list[str], bool, bool]]], list[tuple[str, int]]]:
    """Decided cases like it with what they share, and how many came to which outcome."""
    found = queries.similar(case, reader=actor())
    return [(other, queries.likeness(case, other)) for other in found], queries.spread(found)


def papers_of(case: CaseFile, *, for_respondent: bool = False) -> list[Paper]:
    """Papers that were made of it."""
    hidden = (Paper.TRANSFER,) if for_respondent else ()
    return [
        p for p in Paper if p not in hidden and documents.document_of(case, f"case_{p.value}") is not None
    ]


@bp.get("/<int:id>/<word>.pdf")
@decided_inside
def paper(id: int, word: str) -> ResponseReturnValue:  # noqa: A002
    """A paper of the case, the newest version; the respondent reads those that are addressed to it."""
    case = find(CaseFile, id, P.SEE)
    if word not in {p.value for p in papers_of(case, for_respondent=not can(actor(), P.READ_FILE, case))}:
        raise Unknown
    return documents.answer(documents.document_of(case, f"case_{word}"))
