"""What is sent about organisations, to whom. One letter for every deed somebody else must know of."""

from collections.abc import Iterable

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import dated, events
from association.kernel.letters import send
from association.kernel.words import _l
from association.kernel.workflow import StepTaken
from association.organisations import queries
from association.organisations.models import Officer, OfficerState, Organisation, OrganisationChange, Post
from association.organisations.models.labels import LABELS
from association.organisations.workflow import CHANGE, OFFICER, ORGANISATION

dated.define(
    "organisations.authority_reminders", label=_l("授权到期前几天提醒"), kind="numbers", initial=[60, 30, 7],
    basis=dated.OWN, unit=_l("天"),
)  # fmt: skip
dated.define(
    "organisations.review_days", label=_l("单位申请的核验期限"), kind="number", initial=10, basis=dated.OWN,
    unit=_l("个工作日"),
)  # fmt: skip

_IN_THE_MATTER = (OfficerState.ACTIVE, OfficerState.PROPOSED)


def _officer_accounts(
    organisation: Organisation, *, posts: Iterable[Post] = (Post.CLERK, Post.SIGNER)
) -> list[Account]:
    """Accounts of those who apply or act for it."""
    wanted = tuple(posts)
    people = {
        officer.person_id: None
        for officer in queries.officers_of(organisation)
        if officer.person_id and officer.state in _IN_THE_MATTER and officer.post in wanted
    }
    return accounts.accounts_of(list(people))


def _tell(
    people: Iterable[Account],
    template: str,
    about: Organisation | Officer | OrganisationChange,
    **context: object,
) -> None:
    for account in people:
        to_accounts.write_to(account, template, about=about, **context)


def invited(officer: Officer, organisation: Organisation, *, token: str) -> None:
    """To an address that may not have an account yet; the link carries the token and nothing else opens the invitation."""
    known = accounts.by_email(officer.invited_email)
    send(
        "organisations/invited", to_address=officer.invited_email, account_id=known.id if known else None,
        language=known.language if known else "zh", about=officer, organisation=organisation.name,
        post=str(officer.post.label), name=officer.invited_name, path=f"/my/organisations/invitation/{token}/",
    )  # fmt: skip


def accepted(officer: Officer) -> None:
    _tell(
        _officer_accounts(officer.organisation), "organisations/accepted", officer,
        organisation=officer.organisation, name=officer.name, post=officer.post.label,
        waits_for_signature=officer.post is Post.SIGNER and not officer.organisation.is_verified,
    )  # fmt: skip
    if officer.post is Post.SIGNER and officer.organisation.is_verified:
        joining(officer)


def declined(officer: Officer) -> None:
    _tell(
        _officer_accounts(officer.organisation), "organisations/declined", officer,
        organisation=officer.organisation, name=officer.invited_name, post=officer.post.label,
    )  # fmt: skip


def joining(officer: Officer) -> None:
    """Somebody's authority waits to be checked: staff are asked, those in office are told."""
    to_accounts.write_to_role(
        Role.REGISTRAR, "organisations/authority_waits", about=officer, organisation=officer.organisation,
        name=officer.name, post=officer.post.label,
    )  # fmt: skip
    _tell(
        [a for a in _officer_accounts(officer.organisation) if a.person_id != officer.person_id],
        "organisations/joining", officer, organisation=officer.organisation, name=officer.name, post=officer.post.label,
    )  # fmt: skip


def authority_ends(officer: Officer) -> None:
    _tell(
        _officer_accounts(officer.organisation), "organisations/authority_ends", officer,
        organisation=officer.organisation, name=officer.name, ends_on=officer.ends_on,
    )  # fmt: skip


def change_asked(change: OrganisationChange) -> None:
    to_accounts.write_to_role(
        Role.REGISTRAR, "organisations/change_waits", about=change, organisation=change.organisation
    )
    _tell(
        _officer_accounts(change.organisation),
        "organisations/change_asked",
        change,
        organisation=change.organisation,
    )


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is ORGANISATION:
        _about_organisation(taken)
    elif taken.workflow is OFFICER:
        _about_officer(taken)
    elif taken.workflow is CHANGE:
        _tell(
            _officer_accounts(taken.subject.organisation), f"organisations/change_{taken.step.deed}", taken.subject,
            organisation=taken.subject.organisation, reason=taken.reason,
        )  # fmt: skip


def _about_organisation(taken: StepTaken) -> None:
    organisation: Organisation = taken.subject
    deed = "sign" if taken.step.deed == "sign_alone" else taken.step.deed
    _tell(
        _concerned(taken), f"organisations/{deed}", organisation, organisation=organisation, reason=taken.reason,
        asked=[{"label": LABELS[item["field"]], "because": item["because"]} for item in organisation.asked],
    )  # fmt: skip
    if deed == "sign":
        to_accounts.write_to_role(
            Role.REGISTRAR, "organisations/waits", about=organisation, organisation=organisation
        )


def _concerned(taken: StepTaken) -> list[Account]:
    """Steps that end a matter also end its officers, in the same transaction; they are still told."""
    people = {
        officer.person_id: None
        for officer in queries.officers_of(taken.subject)
        if officer.person_id
        and (officer.state in _IN_THE_MATTER or taken.step.deed in ("refuse", "withdraw", "end"))
    }
    return accounts.accounts_of(list(people))


def _about_officer(taken: StepTaken) -> None:
    officer: Officer = taken.subject
    people = {a.id: a for a in _officer_accounts(officer.organisation)}
    if officer.person_id:
        people |= {a.id: a for a in accounts.accounts_of([officer.person_id])}
    deed = "end" if taken.step.deed == "hand_over" else taken.step.deed
    _tell(
        people.values(), f"organisations/officer_{deed}", officer, organisation=officer.organisation, name=officer.name,
        post=officer.post.label, reason=taken.reason,
    )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
