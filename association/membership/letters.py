"""What is sent about memberships."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.membership.labels import LABELS
from association.membership.models import Membership
from association.membership.workflow import MEMBERSHIP
from association.organisations import queries as organisations
from association.organisations.models import Post


def _tell_officers(membership: Membership, template: str, **context: object) -> None:
    acting = organisations.acting_officers([membership.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of([o.person_id for o in acting if o.person_id]):
        to_accounts.write_to(
            account,
            template,
            about=membership,
            membership=membership,
            organisation=membership.organisation,
            **context,
        )


def _tell_staff(membership: Membership, template: str) -> None:
    to_accounts.write_to_role(
        Role.REGISTRAR,
        template,
        about=membership,
        membership=membership,
        organisation=membership.organisation,
    )


def prepared(membership: Membership) -> None:
    _tell_officers(membership, "membership/prepared")


def representative_changed(membership: Membership) -> None:
    _tell_officers(membership, "membership/representative")
    _tell_staff(membership, "membership/representative")


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is not MEMBERSHIP:
        return
    deed = "sign" if taken.step.deed == "sign_alone" else taken.step.deed
    asked = [{"label": LABELS[item["field"]], "because": item["because"]} for item in taken.subject.asked]
    _tell_officers(taken.subject, f"membership/{deed}", reason=taken.reason, asked=asked)
    if deed in ("sign", "leave"):
        _tell_staff(taken.subject, "membership/waits" if deed == "sign" else "membership/left")


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
