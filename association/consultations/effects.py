"""What the steps of both lives do beyond moving a state."""

from datetime import date

from sqlalchemy import update

from association.consultations import queries
from association.consultations.events import (
    ConsultationClosed,
    ConsultationFinished,
    ConsultationWithdrawn,
)
from association.consultations.models import Comment, CommentState, Consultation, ConsultationState
from association.kernel import clock, events
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from association.rules.actions import cite, uncite


def public_text(consultation: Consultation) -> str:
    """What the public log commits to: which text, until when, in which state."""
    days = f"{consultation.opens_on}:{consultation.closes_on}"
    return f"{consultation.slug}:{consultation.edition_id}:{days}:{consultation.state.value}"


def publish(consultation: Consultation) -> None:
    """Keep the search record true; what was withdrawn is found no longer."""
    key = f"consultation:{consultation.id}"
    if consultation.state is ConsultationState.WITHDRAWN:
        records.withdraw(key)
        return
    records.publish(
        key=key, kind="consultation", title=consultation.title, body=consultation.note,
        url=f"/consultations/{consultation.slug}/", dated_on=consultation.opens_on,
        facets={"state": consultation.state.value},
    )  # fmt: skip


def begun(consultation: Consultation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    publish(consultation)


def not_yet(consultation: Consultation) -> object | None:
    """It begins on its day, not before."""
    return _("还没有到开始的日子。") if clock.today() < consultation.opens_on else None


def extended(consultation: Consultation, *, actor: Actor, reason: str, closes_on: date) -> None:  # noqa: ARG001
    """A later last day; never an earlier one."""
    if closes_on <= consultation.closes_on:
        raise Refused(
            _("只能延长：新的截止日须在%(day)s之后。", day=day_words(consultation.closes_on)),
            field="closes_on",
        )
    consultation.extensions = [
        *consultation.extensions,
        {"from": consultation.closes_on.isoformat(), "to": closes_on.isoformat(), "because": reason},
    ]
    consultation.closes_on = closes_on
    publish(consultation)


def before_its_last_day_is_over(consultation: Consultation) -> object | None:
    """Nobody closes early, the clock neither."""
    if clock.today() <= consultation.closes_on:
        return _("截止日%(day)s还没有过。", day=day_words(consultation.closes_on))
    return None


def closed(consultation: Consultation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    consultation.closed_at = clock.now()
    publish(consultation)
    events.publish(ConsultationClosed(consultation))


def with_open_comments(consultation: Consultation) -> object | None:
    """The sentence while a comment has no answer."""
    n = queries.unanswered(consultation)
    return _("还有%(n)d条意见没有答复。", n=n) if n else None


def finished(consultation: Consultation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    consultation.ended_at = clock.now()
    publish(consultation)
    for comment in queries.with_changes(consultation):
        cite_changes(comment)
    events.publish(ConsultationFinished(consultation))


def withdrawn(consultation: Consultation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    consultation.withdrawn_because, consultation.ended_at = reason, clock.now()
    publish(consultation)
    events.publish(ConsultationWithdrawn(consultation))


def received(comment: Comment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """From now on it counts: it has a number and waits for staff."""
    comment.received_at = clock.now()
    # The row is held until the transaction ends, so that no two comments get one number and none is left out.
    comment.number = session.scalar(
        update(Consultation)
        .where(Consultation.id == comment.consultation_id)
        .values(last_number=Consultation.last_number + 1)
        .returning(Consultation.last_number)
        .execution_options(synchronize_session=False)
    )


def too_late(comment: Comment) -> object | None:
    """A comment made in time may be proven a little later, but not when all is answered."""
    if comment.consultation.state in (ConsultationState.ANSWERED, ConsultationState.WITHDRAWN):
        return _("这次征求意见已经结束。")
    return None


def cite_changes(comment: Comment) -> None:
    """Let the pages of the clauses it changed name it, as long as it and its answer are public."""
    uncite(comment)
    consultation = comment.consultation
    if not consultation.is_finished or comment.state is not CommentState.SHOWN or comment.outcome is None:
        return
    with spoken_in("zh_Hans"):  # the rows' language, as titles of documents are
        title = _("%(title)s第%(n)d条意见", title=consultation.title, n=comment.number or 0)
        outcome = str(comment.outcome.label)
    url = f"/consultations/{consultation.slug}/#c-{comment.number}"
    for change in comment.changes:
        cite(change.edition, change.path, by=comment, title=title, url=url, outcome=outcome)


def hidden(comment: Comment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    comment.hidden_because = reason
    cite_changes(comment)


def shown(comment: Comment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    comment.hidden_because = None
    cite_changes(comment)


def masked(comment: Comment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    comment.name_masked = True


def unmasked(comment: Comment, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    comment.name_masked = False


def is_masked(comment: Comment) -> object | None:
    return _("提出人已经隐去。") if comment.name_masked or comment.wants_no_name else None


def is_not_masked(comment: Comment) -> object | None:
    return None if comment.name_masked else _("提出人没有被隐去。")


LOOKED_AT = (CommentState.SHOWN, CommentState.HIDDEN)
