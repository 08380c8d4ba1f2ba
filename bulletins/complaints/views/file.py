"""The page of one complaint, and the way to it."""

from flask import render_template, url_for

from association.kernel import history, steps
from association.kernel.attachments import size_words
from association.kernel.policy import can
from association.kernel.web import actor
from association.kernel.words import _
from bulletins.complaints import onward, queries
from bulletins.complaints.models import Complaint
from bulletins.complaints.policy import P
from bulletins.complaints.workflow import COMPLAINT


def page_of(complaint: Complaint) -> str:
    return url_for("complaint_desk.show", id=complaint.id)


def crumbs(complaint: Complaint | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")), (_("投诉举报的办理"), url_for("complaint_desk.index")),
    ]  # fmt: skip
    return trail if complaint is None else [*trail, (complaint.number, page_of(complaint))]


def page(complaint: Complaint, who: str | None = None) -> str:
    """With `who` it shows who complained, and offers nothing else."""
    is_looking = who is not None
    pages = {
        "join": url_for("complaint_handling.join", id=complaint.id),
        **onward.case_pages(complaint),
    }
    return render_template(
        "bulletins/complaints/file.html", complaint=complaint, crumbs=crumbs(complaint), who=who, size_words=size_words, may_read=can(actor(), P.READ, complaint),
        matter=[one for one in queries.matter_of(complaint) if one.id != complaint.id and can(actor(), P.LIST_ALL, one)],
        transfers=queries.transfers_of(complaint), lines=[] if is_looking else history.panel(complaint),
        buttons=[] if is_looking else steps.buttons(COMPLAINT, complaint, endpoint="complaint_desk.step_complaint", own_pages=pages),
    )  # fmt: skip
