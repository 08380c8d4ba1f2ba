"""What is sent about reviews: to the studio's officers and to staff. Experts hear from their panel. No letter to the studio names an expert or says what was found."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.review.models import WorkReview
from association.review.workflow import REVIEW

TO_STUDIO = ("accept", "return_review", "issue", "recheck", "archive", "stop", "remind")
TO_STAFF = ("resubmit", "answer", "withdraw")


def submitted(review: WorkReview) -> None:
    to_accounts.write_to_role(Role.EXPERTS, "review/submit", about=review, review=review)


def _to_studio(review: WorkReview, template: str, reason: str) -> None:
    acting = organisations.acting_officers([review.work.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of(
        dict.fromkeys(o.person_id for o in acting if o.person_id is not None)
    ):
        to_accounts.write_to(
            account,
            template,
            about=review,
            review=review,
            organisation=review.work.organisation,
            reason=reason,
        )


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not REVIEW:
        return
    deed, review = taken.step.deed, taken.subject
    if deed in TO_STUDIO:
        _to_studio(review, f"review/{deed}", taken.reason)
    elif deed in TO_STAFF:
        to_accounts.write_to_role(
            Role.EXPERTS, f"review/{deed}", about=review, review=review, reason=taken.reason
        )
    elif deed == "compile":
        to_accounts.write_to_role(Role.ISSUER, "review/compile", about=review, review=review)
    elif deed == "return_report":
        to_accounts.write_to_role(
            Role.EXPERTS, "review/return_report", about=review, review=review, reason=taken.reason
        )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
