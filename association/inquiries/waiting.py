"""What waits for whom: replies to look at, measures to decide, objections to review; questions, hearings and decisions for officers."""

from collections.abc import Iterable
from datetime import date

from association.inquiries import ladder, queries
from association.inquiries.models import Inquiry, InquiryState, Measure, MeasureState
from association.inquiries.policy import P
from association.inquiries.workflow import MEASURE
from association.kernel.policy import Actor, can
from association.kernel.waiting import Waiting
from association.kernel.words import _

AREA = "pledges"
S, M = InquiryState, MeasureState


def waiting_for(actor: Actor) -> Iterable[Waiting]:
    """Only what this person may do next."""
    if can(actor, P.LIST_ALL):
        yield from _for_staff(actor)
    if ids := actor.ids("organisation", "clerk", "signer"):
        yield from _for_officers(actor, ids)


def _for_staff(actor: Actor) -> Iterable[Waiting]:
    for inquiry in queries.at_work(S.REPLIED, S.SILENT, S.MEASURES):
        if (
            can(actor, P.RAISE, inquiry)
            and ladder.pending(inquiry) is None
            and ladder.not_yet(inquiry) is None
        ):
            yield _item(inquiry, _next(inquiry), _("办理"))
    for measure in MEASURE.turns_of(actor, queries.pending(M.PROPOSED, M.HEARD, M.OBJECTED)):
        if measure.state is M.OBJECTED:
            yield _item(measure.inquiry, _("请复核%(rung)s的异议。", rung=str(measure.rung.label)), _("复核"))
        elif ladder.hearing(measure) is None:
            yield _item(measure.inquiry, _("请决定是否%(rung)s。", rung=str(measure.rung.label)), _("决定"))


def _next(inquiry: Inquiry) -> str:
    return {
        S.REPLIED: _("已答复，请审看后了结、请补充或者提出措施。"), S.SILENT: _("逾期未答复，请了结或者提出措施。"),
        S.MEASURES: _("请了结，或者提出下一步的措施。"),
    }[inquiry.state]  # fmt: skip


def _for_officers(actor: Actor, ids: list[int]) -> Iterable[Waiting]:
    for inquiry in queries.of_organisations(ids, S.ASKED, S.SILENT):
        yield _item(
            inquiry, _("请代表%(name)s答复。", name=inquiry.organisation.name), _("答复"), inquiry.reply_by
        )
    for measure in queries.measures_of(ids, M.PROPOSED, M.DECIDED, M.IN_FORCE):
        if measure.state is M.PROPOSED:
            yield _asked(
                measure, _("协会拟采取措施：%(rung)s。可以陈述申辩。"), _("陈述申辩"), measure.hear_by
            )
        elif measure.state is M.DECIDED and can(actor, P.OBJECT, measure):
            yield _asked(measure, _("协会已决定：%(rung)s。可以提出异议。"), _("查看决定"), measure.object_by)
        elif measure.state is M.IN_FORCE and not measure.report:
            yield _asked(measure, _("%(rung)s已生效，请改正并报告。"), _("报告改正"), measure.answer_by)


def _asked(measure: Measure, ask: str, button: str, due_on: date | None) -> Waiting:
    return _item(measure.inquiry, ask % {"rung": str(measure.rung.label)}, button, due_on)


def _item(inquiry: Inquiry, ask: str, button: str, due_on: date | None = None) -> Waiting:
    return Waiting(
        title=_("%(tone)s：%(name)s", tone=str(inquiry.tone.label), name=inquiry.organisation.name), ask=ask, what=_("公约"), area=AREA,
        endpoint="own_inquiries.show", values={"id": inquiry.id}, button=button, due_on=due_on,
    )  # fmt: skip
