"""One inquiry with its measures, for the organisation and for staff; what the organisation writes."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.inquiries import actions, ladder, queries
from association.inquiries.forms import AnswerForm
from association.inquiries.models import Inquiry, Measure, MeasureState
from association.inquiries.policy import P
from association.inquiries.workflow import INQUIRY, MEASURE
from association.kernel import attachments, history, steps
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, signed_in
from association.kernel.words import _
from association.kernel.workflow import Workflow
from association.pledges.doors import Door
from association.pledges.models import Signature, SignatureState

bp = Blueprint("own_inquiries", __name__, url_prefix="/my/pledges/inquiries")


def page_of(inquiry: Inquiry) -> str:
    return url_for("own_inquiries.show", id=inquiry.id)


steps.add_steps(
    bp,
    Inquiry,
    INQUIRY,
    see=P.SEE,
    page_of=page_of,
    title_of=lambda i: f"{i.tone.label} {i.number} {i.organisation.name}",
)
steps.add_steps(
    bp, Measure, MEASURE, see=P.SEE, page_of=lambda m: page_of(m.inquiry),
    title_of=lambda m: f"{m.rung.label} {m.inquiry.number} {m.organisation.name}",
)  # fmt: skip
WRITTEN = ("plead", "object", "report")


def doors(signature: Signature) -> Iterable[Door]:
    """The open inquiry, or the way to begin one, from the page of the signature."""
    inquiry = queries.open_one(signature.pledge_id, signature.organisation_id)
    if inquiry is not None and can(actor(), P.SEE, inquiry):
        yield f"{inquiry.tone.label}：{inquiry.state.label}", page_of(inquiry)
    elif inquiry is None and signature.state is SignatureState.IN_FORCE and can(actor(), P.RAISE, signature):
        yield _("提醒或质询"), url_for("inquiry_desk.ask", id=signature.id)


@bp.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Those of one's organisations."""
    ids = actor().ids("organisation", "clerk", "signer")
    return render_template(
        "association/inquiries/own.html", inquiries=queries.of_organisations(ids) if ids else []
    )


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was asked and said, and every rung."""
    inquiry = find(Inquiry, id, P.SEE)
    own_pages = {
        "reply": url_for("own_inquiries.reply", id=id),
        "escalate": url_for("inquiry_desk.propose", id=id),
    }
    return render_template(
        "association/inquiries/show.html", inquiry=inquiry, is_ours=can(actor(), P.REPLY, inquiry), next_rung=ladder.next_rung(inquiry),
        not_yet=ladder.not_yet(inquiry) if can(actor(), P.RAISE, inquiry) and inquiry.is_open else None,
        papers=attachments.attachments_of(inquiry), measure_papers=attachments.of_many(inquiry.measures),
        buttons=steps.buttons(INQUIRY, inquiry, endpoint="own_inquiries.step_pledge_inquiry", own_pages=own_pages),
        of_measures={m.id: _buttons(m) for m in inquiry.measures}, M=MeasureState, hearing=ladder.hearing,
        lines=history.panel(inquiry, *inquiry.measures),
    )  # fmt: skip


def _buttons(measure: Measure) -> Any:
    pages = {deed: url_for(f"own_inquiries.{deed}", id=measure.id) for deed in WRITTEN}
    pages["decide"] = url_for("inquiry_desk.decide", id=measure.id)
    return steps.buttons(MEASURE, measure, endpoint="own_inquiries.step_pledge_measure", own_pages=pages)


def crumbs(inquiry: Inquiry) -> list[tuple[object, str | None]]:
    if can(actor(), P.REPLY, inquiry):
        return [(_("我的公约"), url_for("own_pledges.index")), (inquiry.number, page_of(inquiry))]
    return [(_("提醒和质询"), url_for("inquiry_desk.index")), (inquiry.number, page_of(inquiry))]


@bp.route("/<int:id>/reply/", methods=["GET", "POST"])
@decided_inside
def reply(id: int) -> ResponseReturnValue:  # noqa: A002
    """To what was asked."""
    inquiry = find(Inquiry, id, P.REPLY)
    return _answer(inquiry, INQUIRY, "reply", _("答复"), actions.reply, lede=inquiry.question)


@bp.route("/measures/<int:id>/plead/", methods=["GET", "POST"])
@decided_inside
def plead(id: int) -> ResponseReturnValue:  # noqa: A002
    """Before anything is decided."""
    measure = find(Measure, id, P.REPLY)
    return _answer(measure, MEASURE, "plead", _("陈述申辩"), actions.plead, lede=measure.grounds)


@bp.route("/measures/<int:id>/object/", methods=["GET", "POST"], endpoint="object")
@decided_inside
def object_to(id: int) -> ResponseReturnValue:  # noqa: A002
    """To a decision; a third person reviews it before it takes effect."""
    measure = find(Measure, id, P.OBJECT)
    return _answer(measure, MEASURE, "object", _("提出异议"), actions.object_to, lede=measure.reasons)


@bp.route("/measures/<int:id>/report/", methods=["GET", "POST"])
@decided_inside
def report(id: int) -> ResponseReturnValue:  # noqa: A002
    """What was put right."""
    measure = find(Measure, id, P.REPLY)
    return _answer(measure, MEASURE, "report", _("报告改正"), actions.report, lede=measure.reasons)


def _answer(
    subject: Any, life: Workflow, deed: str, words: str, act: Callable[..., None], *, lede: str
) -> ResponseReturnValue:
    """One form for all that an organisation writes: words and papers."""
    steps.ready(life, deed, subject)
    form = AnswerForm()
    inquiry: Inquiry = subject if isinstance(subject, Inquiry) else subject.inquiry
    if form.accepts():
        act(subject, text=(form.text.data or "").strip(), evidence=form.evidence.data or [], actor=actor())
        flash(_("已送出，办理的人会看到。"), "done")
        return back_to("own_inquiries.show", id=inquiry.id)
    return form_page(
        form, heading=words, button=words, back=page_of(inquiry), crumbs=crumbs(inquiry), lede=lede
    )
