"""What is sent about figures. No letter carries a figure."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import events
from association.kernel.db import session
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Organisation, Post
from bulletins.figures import queries
from bulletins.figures.models import Edition, Fault, Period, Report, Token
from bulletins.figures.workflow import EDITION, FAULT, REPORT


def _write(
    organisation: Organisation, template: str, about: Period | Report, *posts: Post, **told: object
) -> None:
    acting = organisations.acting_officers([organisation.id], *(posts or (Post.CLERK, Post.SIGNER)))
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(account, f"figures/{template}", about=about, organisation=organisation, **told)


def opened(period: Period) -> None:
    """To all who are asked."""
    _to_all(list(session.scalars(queries.asked_organisations().order_by(Organisation.id))), period, "opened")


def remind(period: Period) -> int:
    """To those who have not reported; returns to how many organisations."""
    found = list(session.scalars(queries.silent(period)))
    _to_all(found, period, "remind")
    return len(found)


def _to_all(found: list[Organisation], period: Period, template: str) -> None:
    """In a constant number of reads, however many organisations."""
    by_id = {o.id: o for o in found}
    acting = organisations.acting_officers(list(by_id), Post.CLERK, Post.SIGNER) if by_id else []
    people = {(o.person_id, o.organisation_id) for o in acting if o.person_id}
    by_person = {a.person_id: a for a in accounts.accounts_of({person for person, _id in people})}
    for person, organisation_id in sorted(people):
        if person in by_person:
            to_accounts.write_to(
                by_person[person],
                f"figures/{template}",
                about=period,
                organisation=by_id[organisation_id],
                period=period,
            )


def fault_waits(fault: Fault) -> None:
    to_accounts.write_to_role(Role.ISSUER, "figures/fault_waits", about=fault, fault=fault)


def edition_waits(edition: Edition) -> None:
    to_accounts.write_to_role(
        Role.ISSUER, "figures/edition_waits", about=edition, edition=edition, period=edition.period
    )


def token(token: Token, deed: str) -> None:
    """Made, revoked or about to end: both posts hear of it, never of the token itself."""
    acting = organisations.acting_officers([token.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, f"figures/{deed}", about=token, token=token, organisation=token.organisation
        )


def _on_step(taken: StepTaken) -> None:
    subject = taken.subject
    if taken.workflow is REPORT:
        _on_report(taken, subject)
    elif taken.workflow is EDITION and taken.step.deed in ("issue", "drop"):
        to_accounts.write_to_role(
            Role.REGISTRAR, f"figures/edition_{taken.step.deed}", about=subject, edition=subject, period=subject.period, reason=taken.reason
        )  # fmt: skip
    elif taken.workflow is FAULT and taken.step.deed in ("confirm", "drop", "strike"):
        to_accounts.write_to_role(
            Role.REGISTRAR,
            f"figures/fault_{taken.step.deed}",
            about=subject,
            fault=subject,
            reason=taken.reason,
        )


def _on_report(taken: StepTaken, report: Report) -> None:
    told = {"report": report, "period": report.period, "reason": taken.reason}
    match taken.step.deed:
        case "submit":
            _write(report.organisation, "submit", report, Post.SIGNER, **told)
        case "give_back":
            _write(report.organisation, "give_back", report, Post.CLERK, **told)
        case "confirm" | "ask":
            _write(report.organisation, taken.step.deed, report, **told)
        case "explain":
            to_accounts.write_to_role(
                Role.REGISTRAR, "figures/explain", about=report, organisation=report.organisation, **told
            )


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
