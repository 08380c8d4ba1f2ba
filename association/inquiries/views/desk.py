"""The desk: all inquiries; asking, proposing a measure, deciding."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.inquiries import actions, ladder, queries
from association.inquiries.forms import AskForm, DecideForm, ProposeForm
from association.inquiries.models import Inquiry, InquiryState, Measure, Rung, Tone
from association.inquiries.policy import P
from association.inquiries.views.own import crumbs, page_of
from association.inquiries.workflow import INQUIRY, MEASURE
from association.kernel import steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l
from association.pledges.models import Signature

bp = Blueprint("inquiry_desk", __name__, url_prefix="/desk/pledges/inquiries")

COLUMNS = (
    Column("number", _l("编号"), lambda i: i.number),
    Column("name", _l("单位"), lambda i: i.organisation.name),
    Column("pledge", _l("公约"), lambda i: i.pledge.title),
    Column("tone", _l("方式"), lambda i: str(i.tone.label)),
    Column("state", _l("进展"), lambda i: str(i.state.label)),
    Column("rung", _l("措施"), lambda i: str(i.measures[-1].rung.label) if i.measures else ""),
    Column("raised_at", _l("提出时间"), lambda i: i.raised_at),
    Column("reply_by", _l("答复期限"), lambda i: i.reply_by),
)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """All, the newest first."""
    listing = Listing(
        queries.all_inquiries(), columns=COLUMNS, url_of=page_of, orders={"newest": (_l("最近提出"), (Inquiry.id.desc(),))},
        filters=[
            Words("q", _l("单位名称、代码或编号"), queries.called),
            Choice(
                "state", _l("进展"), lambda rows, value: rows.where(Inquiry.state == InquiryState(value)),
                pairs=[(s.value, s.label) for s in InquiryState], as_links=True,
            ),
        ],
    )  # fmt: skip
    return listing.answer("association/inquiries/all.html")


@bp.route("/signatures/<int:id>/ask/", methods=["GET", "POST"])
@decided_inside
def ask(id: int) -> ResponseReturnValue:  # noqa: A002
    """Remind or query a signatory."""
    signature = find(Signature, id, P.RAISE)
    if opening():
        actions.check_askable(signature)
    form = AskForm()
    form.offer(queries.clauses_for(signature))
    if form.accepts():
        inquiry = actions.ask(
            signature,
            tone=Tone(form.tone.data),
            question=form.question.data or "",
            paths=form.paths.data or [],
            actor=actor(),
        )
        flash(_("已送达单位：%(number)s。", number=inquiry.number), "done")
        return back_to("own_inquiries.show", id=inquiry.id)
    return form_page(
        form, heading=_("提醒或质询：%(name)s", name=signature.name), button=_("送达"),
        back=url_for("pledge_signatures.show", id=id), crumbs=[(_("提醒和质询"), url_for("inquiry_desk.index"))],
        lede=_("只就《%(title)s》的执行提醒或质询签署单位，不公开。单位在期限内答复。", title=signature.pledge.title),
    )  # fmt: skip


@bp.route("/<int:id>/propose/", methods=["GET", "POST"])
@decided_inside
def propose(id: int) -> ResponseReturnValue:  # noqa: A002
    """The next rung."""
    inquiry = find(Inquiry, id, P.RAISE)
    steps.ready(INQUIRY, "escalate", inquiry)
    form = ProposeForm()
    rung = ladder.next_rung(inquiry)
    if form.accepts():
        actions.propose(inquiry, grounds=form.grounds.data or "", actor=actor())
        flash(_("已告知单位，等待陈述申辩。"), "done")
        return back_to("own_inquiries.show", id=id)
    return form_page(
        form, heading=_("提出措施：%(rung)s", rung=str(rung.label)), button=_("告知单位"), back=page_of(inquiry), crumbs=crumbs(inquiry),
        danger=True, lede=_("措施按警示、公示、移出的次序，不能跳过；单位陈述申辩以后由另一人决定。"),
    )  # fmt: skip


@bp.route("/measures/<int:id>/decide/", methods=["GET", "POST"])
@decided_inside
def decide(id: int) -> ResponseReturnValue:  # noqa: A002
    """By somebody who has neither asked nor proposed."""
    measure = find(Measure, id, P.DECIDE)
    steps.ready(MEASURE, "decide", measure)
    form = DecideForm()
    if measure.rung is not Rung.PUBLICITY:
        del form.public_text
    if form.accepts():
        public_text = form.public_text.data if form.public_text else ""
        actions.decide(measure, reason=form.reason.data or "", public_text=public_text or "", actor=actor())
        flash(_("已决定，送达单位；异议期满后生效。"), "done")
        return back_to("own_inquiries.show", id=measure.inquiry_id)
    return form_page(
        form, heading=_("决定：%(rung)s", rung=str(measure.rung.label)), button=_("决定采取"), back=page_of(measure.inquiry),
        crumbs=crumbs(measure.inquiry), danger=True, lede=_("决定送达单位。异议期内单位可以提出异议，由第三人复核；期满没有异议的生效。"),
    )  # fmt: skip
