"""What is sent about pledges: to officers of those who sign, to staff who confirm, to members who are asked for comments."""

from typing import Any

from sqlalchemy import select

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.consultations import queries as consultations
from association.kernel import clock, events, jobs
from association.kernel.db import Model, session
from association.kernel.workflow import StepTaken
from association.membership import queries as membership
from association.organisations import queries as organisations
from association.organisations.models import Post
from association.pledges.models import Invitation, PledgeVersion, Signature
from association.pledges.workflow import SIGNATURE, VERSION

ASK_MEMBERS = "pledges.ask_members"
AT_ONCE = 100
"""Organisations in one piece of work."""


def _officers(organisation_ids: list[int], template: str, about: Model, **told: object) -> None:
    acting = organisations.acting_officers(organisation_ids, Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(account, template, about=about, **told)


def _signatory(signature: Signature, template: str, **told: object) -> None:
    _officers(
        [signature.organisation_id], template, signature, signature=signature, pledge=signature.pledge,
        organisation=signature.organisation, **told,
    )  # fmt: skip


def invited(invitation: Invitation) -> None:
    _officers(
        [invitation.organisation_id],
        "pledges/invited",
        invitation,
        pledge=invitation.pledge,
        organisation=invitation.organisation,
    )


def prepared(signature: Signature) -> None:
    _signatory(signature, "pledges/prepared")


def resign(signature: Signature, version: PledgeVersion) -> None:
    """A new version is in force; until when it may be signed."""
    _signatory(signature, "pledges/resign", version=version)


TOLD = {
    "sign": "pledges/signed", "confirm": "pledges/confirmed", "decline": "pledges/declined", "leave": "pledges/left",
    "not_renew": "pledges/not_renewed", "close": "pledges/closed",
}  # fmt: skip


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is SIGNATURE and deed in TOLD:
        _signatory(taken.subject, TOLD[deed], reason=taken.reason)
        if deed == "sign":
            to_accounts.write_to_role(
                Role.REGISTRAR, "pledges/waits", about=taken.subject, signature=taken.subject, pledge=taken.subject.pledge
            )  # fmt: skip
    if taken.workflow is VERSION:
        version: PledgeVersion = taken.subject
        if deed == "lay_out":
            jobs.later(ASK_MEMBERS, version=version.id, after=0)
        elif deed.startswith("return_"):
            to_accounts.write_to_role(
                Role.EDITOR, "pledges/returned", about=version, version=version, reason=taken.reason
            )


@jobs.handles(ASK_MEMBERS)
def ask_members(payload: dict[str, Any]) -> None:
    """Members' officers are asked for their comments; each piece and the promise of the next are one transaction."""
    version = session.get_one(PledgeVersion, payload["version"])
    consultation = next(iter(consultations.of(version)), None)
    rows = membership.members_on(clock.today()).subquery()
    ids = list(
        session.scalars(
            select(rows.c.organisation_id).where(rows.c.organisation_id > payload["after"]).order_by(rows.c.organisation_id).distinct().limit(AT_ONCE)
        )
    )  # fmt: skip
    if not ids or consultation is None or consultation.is_over:
        return
    _officers(
        ids, "pledges/laid_out", version, version=version, pledge=version.pledge, consultation=consultation
    )
    jobs.later(ASK_MEMBERS, version=version.id, after=ids[-1])


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
