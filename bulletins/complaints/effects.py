"""What steps do beyond moving a state."""

from datetime import date

from association.kernel import clock, dated, documents, exposure, numbering
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _, spoken_in
from bulletins.complaints import queries
from bulletins.complaints.models import Complaint, ComplaintMessage, ComplaintTransfer
from bulletins.complaints.policy import P
from bulletins.complaints.settings import after
from bulletins.complaints.settings import extended as longer

LETTER = "transfer"
"""The kind of document."""


def accepted(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.due_on = after("answer_days")


def refused(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    check_exposed(reason, field="reason")
    complaint.answer = reason
    _ended(complaint)


def answered(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Read under the code of the receipt."""
    check_exposed(reason, field="reason")
    complaint.answer, complaint.due_on = reason, None


def reopened(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.due_on = after("answer_days")


def closed(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    _ended(complaint)


def check_exposed(text: str, *, field: str) -> None:
    """Refused where what we write ourselves holds somebody's number or address of mail."""
    if found := exposure.numbers_in(text):
        words = _("、").join(dict.fromkeys(one.words for one in found))
        raise Refused(_("这里不能写个人的号码和邮箱，请去掉：%(words)s。", words=words), field=field)


def _ended(complaint: Complaint) -> None:
    for one in queries.matter_of(complaint):
        one.due_on, one.ended_at = None, clock.now()


def joined(complaint: Complaint, *, actor: Actor, reason: str, number: str) -> None:  # noqa: ARG001
    """With the complaint of that number, or the one which leads it; those it has led so far come along."""
    found = queries.numbered(number)
    if found is None:
        raise Refused(_("没有这个编号的投诉举报。"), field="number")
    leading = found.led
    require(actor, P.READ, leading)
    if leading.id == complaint.id:
        raise Refused(_("请填另一件的编号，不能同自己合并。"), field="number")
    if leading.is_over:
        raise Refused(_("那一件已经结束，不能再合并进去。"), field="number")
    for one in queries.matter_of(complaint):
        one.leading_id, one.leading, one.due_on = leading.id, leading, None


def why_not_part(complaint: Complaint) -> object | None:
    return _("主件已经结束，这一件随它结束了。") if complaint.is_over else None


def parted(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    complaint.leading_id = complaint.leading = None
    complaint.due_on = after("answer_days")


def why_not_extend(complaint: Complaint) -> object | None:
    return _("期限已经延长过一次。") if queries.is_extended(complaint) else None


def extended(complaint: Complaint, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Whoever complained reads the reason under the code, each of a matter."""
    check_exposed(reason, field="reason")
    complaint.due_on = longer(complaint.due_on)
    for one in queries.matter_of(complaint):
        with spoken_in("en" if one.language == "en" else "zh_Hans"):
            words = _("核查的期限延长到%(day)s：%(reason)s", day=day_words(complaint.due_on), reason=reason)
        session.add(ComplaintMessage(complaint_id=one.id, words=words, is_ours=True))


def brought(complaint: Complaint, *, actor: Actor, reason: str, number: str, address: str) -> None:  # noqa: ARG001
    """Into the case of that number, whose file stands at that path. Its days are the case's."""
    complaint.case_number, complaint.case_address, complaint.due_on = number, address, None


def sent(transfer: ComplaintTransfer, *, actor: Actor, reason: str, way: str) -> None:  # noqa: ARG001
    form = dated.value("complaints.transfer_number")
    transfer.number = numbering.issue("complaint_transfer", transfer, form=form).written
    transfer.way, transfer.sent_at, transfer.due_on = way, clock.now(), after("receipt_days")
    with spoken_in("zh_Hans"):
        title = _("移送函%(number)s", number=transfer.number)
    documents.render_later(
        "print/bulletins/transfer.html", subject=transfer, kind=LETTER, title=title,
        address=f"/desk/complaints/transfers/{transfer.id}/",
    )  # fmt: skip


def receipted(transfer: ComplaintTransfer, *, actor: Actor, reason: str, number: str, on: date) -> None:  # noqa: ARG001
    """What the authority's receipt says. Refused for a day before the sending, or one still to come."""
    if transfer.sent_at is not None and on < clock.day_of(transfer.sent_at):
        raise Refused(_("回执的日期不能在移送之前。"), field="on")
    if on > clock.today():
        raise Refused(_("回执的日期不能在今天之后。"), field="on")
    transfer.receipt_number, transfer.receipt_on, transfer.due_on = number, on, None
