"""What is sent about commendations. No letter holds a word of an objection, nor who made it."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from bulletins.commendations import queries
from bulletins.commendations.models import Nomination, NominationState, Objection, Round
from bulletins.commendations.workflow import NOMINATION, ROUND

TOLD = ("decline", "not_admit", "pass_over", "remove", "take_back", "list", "revoke", "unlist", "lapse")
S = NominationState


def _write(nomination: Nomination, template: str, *organisation_ids: int | None, reason: str = "") -> None:
    ids = [id_ for id_ in dict.fromkeys(organisation_ids) if id_ is not None]
    acting = organisations.acting_officers(ids, Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of(list({o.person_id for o in acting if o.person_id})):
        to_accounts.write_to(account, template, about=nomination, nomination=nomination, reason=reason)


def asked(nomination: Nomination) -> None:
    _write(nomination, "commendations/asked", nomination.organisation_id)


def objected(objection: Objection) -> None:
    """That there is one, and by when it is to be answered."""
    to_accounts.write_to_role(Role.LEGAL, "commendations/objected", about=objection, id=objection.id)


def stopped(round_: Round, reason: str) -> None:
    for nomination in queries.entries(round_, S.ASKED, S.SUBMITTED, S.ADMITTED, S.PROPOSED):
        _write(
            nomination, "commendations/stopped", nomination.organisation_id, nomination.by_organisation_id, reason=reason
        )  # fmt: skip


def doubted(nomination: Nomination) -> None:
    """A measure was recorded about an organisation that is commended: people decide what follows."""
    to_accounts.write_to_role(Role.ISSUER, "commendations/doubted", about=nomination, nomination=nomination)


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is NOMINATION and deed in TOLD:
        it: Nomination = taken.subject
        _write(it, f"commendations/{deed}", it.organisation_id, it.by_organisation_id, reason=taken.reason)
    elif taken.workflow is ROUND and deed in ("stop", "call_back"):
        stopped(taken.subject, taken.reason)
    elif taken.workflow is ROUND and deed == "return_basis":
        to_accounts.write_to_role(
            Role.EDITOR, "commendations/returned", about=taken.subject, round=taken.subject, reason=taken.reason
        )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
