"""What is sent about standards: to those who proposed one, to staff whose turn it is, to the experts of a ballot."""

from typing import Any

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.standards.models import Examination, Project
from association.standards.workflow import PROJECT

TO_PROPOSERS = {
    "accept": "standards/accepted",
    "refuse": "standards/refused",
    "terminate": "standards/terminated",
    "third_review": "standards/published",
    "issue": "standards/published",
    "withdraw": "standards/withdrawn",
}
TO_EDITORS = {
    "hear": "standards/heard",
    "fail": "standards/failed",
    "return_first": "standards/returned",
    "return_second": "standards/returned",
    "return_third": "standards/returned",
}


def proposed(project: Project) -> None:
    """Whoever decides about 立项."""
    to_accounts.write_to_role(Role.ISSUER, "standards/proposed", about=project, project=project)


def examination_due(examination: Examination) -> None:
    to_accounts.write_to_role(
        Role.EDITOR, "standards/examination", about=examination, examination=examination,
        title=examination.standard.document.title,
    )  # fmt: skip


def _to_proposers(project: Project, template: str, **told: Any) -> None:
    if project.organisation_id is None:
        return
    officers = organisations.acting_officers([project.organisation_id], Post.CLERK, Post.SIGNER)
    people = list(dict.fromkeys(officer.person_id for officer in officers if officer.person_id))
    for account in accounts.accounts_of(people):
        to_accounts.write_to(account, template, about=project, project=project, **told)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not PROJECT:
        return
    project, deed = taken.subject, taken.step.deed
    if deed == "third_review" and project.published_at is None:  # signed for a later moment
        return
    if deed in TO_PROPOSERS:
        _to_proposers(project, TO_PROPOSERS[deed], reason=taken.reason)
    if deed in TO_EDITORS:
        to_accounts.write_to_role(
            Role.EDITOR, TO_EDITORS[deed], about=project, project=project, reason=taken.reason
        )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
