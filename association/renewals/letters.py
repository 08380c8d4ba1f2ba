"""What is sent: the office hears that clauses of a course changed; holders are invited to the update, an organisation once for all its people."""

from collections.abc import Sequence

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.renewals.models import CourseRenewal
from association.training.models import CourseSession, Enrolment


def found(renewal: CourseRenewal) -> None:
    to_accounts.write_to_role(
        Role.COURSES, "renewals/found", about=renewal, renewal=renewal, course=renewal.course
    )


def invited(renewal: CourseRenewal, to: CourseSession, holders: Sequence[Enrolment]) -> None:
    people = {e.person_id for e in holders if e.person_id is not None}
    firms = sorted(
        {e.organisation_id for e in holders if e.person_id is None and e.organisation_id is not None}
    )
    acting = organisations.acting_officers(firms, Post.TRAINING, Post.CLERK)
    for account in accounts.accounts_of(people | {o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, "renewals/invited", about=renewal, renewal=renewal, course=renewal.course, row=to
        )
