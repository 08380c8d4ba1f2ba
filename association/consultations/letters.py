"""What is sent about consultations: to visitors by mail, to account holders also in their inbox, in the language they read."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from association.accounts import letters as to_accounts
from association.accounts.models import Role
from association.consultations import queries
from association.consultations.models import Comment, Consultation
from association.consultations.queries.comments import COUNTED
from association.consultations.workflow import COMMENT, CONSULTATION
from association.kernel import dated, events
from association.kernel.db import session
from association.kernel.letters import send
from association.kernel.workflow import StepTaken


def prove(comment: Comment, token: str) -> None:
    """To an address that may be anybody's: no word in it is the stranger's who typed the address."""
    send(
        "consultations/prove", to_address=comment.email or "", language=comment.language, about=comment,
        only_by_mail=True, title=comment.consultation.title, path=f"/consultations/prove/{token}/",
        days=int(dated.value("consultations.proof_days")),
    )  # fmt: skip


def received(comment: Comment) -> None:
    """The receipt, with what was said and its number."""
    _tell_author(comment, "consultations/received")


def closed(consultation: Consultation) -> None:
    """Staff: the time is over, so much waits."""
    counted = queries.counts([consultation.id]).get(consultation.id, queries.Counts())
    to_accounts.write_to_role(
        Role.EDITOR, "consultations/closed", about=consultation, consultation=consultation, counts=counted
    )


def _tell_author(comment: Comment, template: str, reason: str = "") -> None:
    told: dict[str, Any] = {"comment": comment, "consultation": comment.consultation, "reason": reason}
    if comment.account is not None:
        if comment.account.disabled_at is None:
            to_accounts.write_to(comment.account, template, about=comment, **told)
    elif comment.email:
        send(template, to_address=comment.email, language=comment.language, about=comment, **told)


def _tell_everybody(consultation: Consultation, template: str, reason: str = "") -> None:
    rows = (
        select(Comment)
        .where(Comment.consultation_id == consultation.id, Comment.state.in_(COUNTED))
        .options(joinedload(Comment.account), selectinload(Comment.changes))
    )
    for comment in session.scalars(rows.order_by(Comment.number, Comment.id)):
        _tell_author(comment, template, reason)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is CONSULTATION and taken.step.deed == "finish":
        _tell_everybody(taken.subject, "consultations/answered")
    elif taken.workflow is CONSULTATION and taken.step.deed in ("withdraw", "end"):
        _tell_everybody(taken.subject, "consultations/withdrawn", taken.reason)
    elif taken.workflow is COMMENT and taken.step.deed == "hide":
        _tell_author(taken.subject, "consultations/hidden", taken.reason)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
