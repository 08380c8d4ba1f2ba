"""What is sent about courses required: to the officers of the organisation. No letter carries words of the note, only its number."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.requirements import queries
from association.requirements.models import CourseRequirement
from association.requirements.workflow import REQUIREMENT

ALL = (Post.TRAINING, Post.CLERK, Post.SIGNER)
TOLD = {"bind": "requirements/asked", "meet": "requirements/met", "lift": "requirements/lifted"}


def _write(row: CourseRequirement, template: str, *posts: Post, **told: object) -> None:
    acting = organisations.acting_officers([row.organisation_id], *posts)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, template, about=row, requirement=row, course=row.course, note=row.note, organisation=row.organisation, **told,
        )  # fmt: skip


def soon(row: CourseRequirement) -> None:
    """Of what is owed on record standing reminds clerks and signers; the training contact hears it from here."""
    posts = (Post.TRAINING,) if row.standing_id else (Post.TRAINING, Post.CLERK)
    _write(row, "requirements/soon", *posts, passed=queries.passed([row])[row.id])


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is REQUIREMENT and taken.step.deed in TOLD:
        _write(taken.subject, TOLD[taken.step.deed], *ALL, reason=taken.reason)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
