"""What the steps of a review do beyond moving a state."""

from collections.abc import Sequence

from association.footage.models import WorkVersion
from association.kernel import clock, dated, documents, numbering
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.panels import actions as panels
from association.panels import queries as sittings
from association.panels.models import PanelState
from association.review import queries, settings
from association.review.models import Conclusion, Genre, ReviewRound, WorkReview
from association.works.models import Work

MATTER = "review"
REPORT = "review_report"


def accepted(review: WorkReview, *, actor: Actor, reason: str, genre: Genre, wants: list[str]) -> None:  # noqa: ARG001
    review.genre, review.wants, review.accepted_at, review.returned_because = genre, wants, clock.now(), ""
    if review.number is None:
        review.number = numbering.issue("review", review, form=dated.value("review.number")).written


def returned(review: WorkReview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    review.returned_because = reason


def resubmitted(review: WorkReview, *, actor: Actor, reason: str, version: WorkVersion, wish: str) -> None:  # noqa: ARG001
    review.version_id, review.wish, review.submitted_at = version.id, wish, clock.now()


def assigned(review: WorkReview, *, actor: Actor, reason: str, people: Sequence[int]) -> None:  # noqa: ARG001
    """A panel on the version handed in last; who was asked to declare first hears of it. A panel that was dissolved is followed by another in its round."""
    least = queries.seats(review.genre)
    if len(set(people)) < least:
        raise Refused(
            _("%(genre)s至少请%(n)d位专家。", genre=str(review.genre.label), n=least), field="people"
        )
    panel = panels.convene(
        review, matter=MATTER, people=list(people), least=least, due_on=settings.due(clock.today(), "opinion_days").on, actor=actor
    )  # fmt: skip
    session.flush()
    round_ = queries.current_round(review)
    if round_ is not None and round_.issued_at is None:
        round_.panel_id, round_.version_id = panel.id, review.version_id
        return
    review.round += 1
    session.add(
        ReviewRound(review_id=review.id, number=review.round, version_id=review.version_id, panel_id=panel.id)
    )


def sought_again(review: WorkReview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What a dissolved panel had found goes with it."""
    round_ = queries.current_round(review)
    if round_ is not None:
        for finding in queries.findings_of(round_):
            session.delete(finding)
        round_.points.clear()
        round_.merits = ""


def compiled(review: WorkReview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """What the panel has concluded, and who saw it otherwise, without names."""
    round_ = queries.current_round(review)
    minutes = sittings.minutes_of(round_.panel) if round_ is not None else None
    if round_ is None or minutes is None:
        raise Refused(_("请先写好总的看法和结论。"))
    round_.conclusion, round_.summary = Conclusion(minutes.conclusion), minutes.text
    round_.dissents = [[said.choice.word, said.because] for said in sittings.dissents(round_.panel)]
    round_.dissents += [["", c.note] for c in minutes.confirmations if not c.agrees and c.note]


def issued(review: WorkReview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The report is as it is from now on; it is printed once."""
    round_ = queries.current_round(review)
    if round_ is None:
        raise LookupError(review.id)
    round_.issued_at = clock.now()
    review.answer_by, review.reminded_on = settings.due(clock.today(), "answer_days").on, None
    documents.render_later(
        "print/association/review/report.html", subject=round_, kind=REPORT, title=f"{review.called} {review.number}",
        address=f"/my/reviews/{review.id}/",
    )  # fmt: skip


def answered(review: WorkReview, *, actor: Actor, reason: str, version: WorkVersion | None) -> None:  # noqa: ARG001
    review.answered_at = clock.now()
    if version is not None:
        review.version_id = version.id


def over(review: WorkReview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    review.ended_at, review.ended_because = clock.now(), reason


def stopped(review: WorkReview, *, actor: Actor, reason: str) -> None:
    """What experts have written and nobody has read is destroyed unread."""
    over(review, actor=actor, reason=reason)
    round_ = queries.current_round(review)
    if round_ is not None and round_.panel.state in (PanelState.OPEN, PanelState.CLOSED):
        panels.dissolve(round_.panel, reason=reason, actor=actor)


def reminded(review: WorkReview, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    review.reminded_on = clock.today()


def why_held(work: Work) -> object | None:
    """A work under review stays on the register."""
    review = queries.open_review_of(work)
    return _("正在评议（%(state)s），不能撤下。", state=str(review.state.label)) if review else None


def conclusion_word(word: str) -> object:
    """For pages and paper."""
    return Conclusion(word).label
