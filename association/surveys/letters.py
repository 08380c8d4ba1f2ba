"""What is sent: those who were there are asked and reminded once – an organisation for its people –; the office and the teachers hear when results can be read."""

from collections.abc import Sequence

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.surveys.models import Survey
from association.training.models import Enrolment


def _ask(survey: Survey, enrolments: Sequence[Enrolment], template: str) -> None:
    people = {e.person_id for e in enrolments if e.person_id is not None}
    firms = {e.organisation_id for e in enrolments if e.person_id is None and e.organisation_id is not None}
    acting = organisations.acting_officers(sorted(firms), Post.TRAINING, Post.CLERK)
    for account in accounts.accounts_of(people | {o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(account, f"surveys/{template}", about=survey, survey=survey, row=survey.session)


def opened(survey: Survey, enrolments: Sequence[Enrolment]) -> None:
    _ask(survey, enrolments, "opened")


def reminded(survey: Survey, enrolments: Sequence[Enrolment]) -> None:
    _ask(survey, enrolments, "reminded")


def closed(survey: Survey) -> None:
    """Only where there is something to read."""
    to_accounts.write_to_role(Role.COURSES, "surveys/closed", about=survey, survey=survey, row=survey.session)
    teachers = {t.expert.person_id for t in survey.session.course.teachers if t.expert.person_id is not None}
    for account in accounts.accounts_of(teachers):
        to_accounts.write_to(account, "surveys/closed", about=survey, survey=survey, row=survey.session)
