"""What fills the blanks of reviews' addresses."""

from collections.abc import Callable
from typing import Any

from association.panels.models import PanelSeat
from association.review.models import ReviewFinding, ReviewPoint, ReviewRound, ReviewState, WorkReview

ID_OF = {
    "own_reviews": "work_review", "own_reviews.answer_point": "work_review_point", "review_desk": "work_review", "review_assigning": "work_review",
    "review_conferring": "work_review", "review_conferring.point": "work_review_point", "review_conferring.drop": "work_review_point",
    "review_conferring.leave_out": "work_review_finding", "review_conferring.take_back": "work_review_finding", "review_opinions": "review_seat",
    "review_watching": "review_seat", "review_reading": "review_seat",
}  # fmt: skip


BLANKS = {
    **{
        (f"review_conferring.{view}", "number"): "review_round"
        for view in ("show", "merge", "earlier", "report")
    },
    ("own_reviews.pdf", "number"): "review_round",
    **{(f"review_opinions.{view}", "word"): "review_noted" for view in ("edit", "drop")},
    ("review_watching.watch", "viewing_id"): "viewing",
    ("review_reading.note", "viewing_id"): "viewing",
}


def subjects(first: Callable[..., Any]) -> dict[str, dict[str, object]]:
    reported, watched = (
        first(WorkReview, state=ReviewState.REPORTED),
        first(WorkReview, state=ReviewState.WATCHING),
    )
    rounds = {
        "a sealed opinion": first(ReviewRound, review_id=watched.id),
        "an opened opinion": first(ReviewRound, review_id=reported.id),
    }
    return {
        "work_review": {"review with a report": reported.id, "review being watched": watched.id},
        "work_review_point": {"a point": first(ReviewPoint).id},
        "work_review_finding": {"a finding": first(ReviewFinding).id},
        "review_round": {"the first round": 1},
        "review_noted": {"no such finding": "no-such"},
        "review_seat": {
            words: first(PanelSeat, panel_id=round_.panel_id).id for words, round_ in rounds.items()
        },
    }
