"""What is sent about the register: to an agency's officers on every deed somebody else does, to registrars when something waits for them."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.kernel import clock, events
from association.kernel.db import Model
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post
from mcn.agencies import sections
from mcn.agencies.models import Agency, Filing
from mcn.agencies.workflow import AGENCY, FILING


def _officers(
    agency: Agency, template: str, *, about: Model, posts: tuple[Post, ...], **told: object
) -> None:
    acting = organisations.acting_officers([agency.organisation_id], *posts)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account,
            template,
            about=about,
            agency=agency,
            organisation=agency.organisation,
            **told,
        )


BOTH = (Post.CLERK, Post.SIGNER)


def review_due(agency: Agency) -> None:
    _officers(agency, "agencies/review_due", about=agency, posts=BOTH, today=clock.today())


def renamed(agency: Agency) -> None:
    _officers(agency, "agencies/renamed", about=agency, posts=BOTH)


TOLD = {
    "finish": "agencies/to_sign", "sign": "agencies/submitted", "sign_alone": "agencies/submitted", "hand_in": "agencies/submitted",
    "ask": "agencies/asked", "approve": "agencies/approved", "refuse": "agencies/refused",
}  # fmt: skip
MARKED = {"flag", "clear", "suspend", "resume", "strike", "leave", "end"}


def _about_filing(taken: StepTaken, filing: Filing) -> None:
    deed = taken.step.deed
    if deed not in TOLD:
        return
    labels = sections.asked_labels([section.name for section in sections.SECTIONS])
    _officers(
        filing.agency, TOLD[deed], about=filing, posts=(Post.SIGNER,) if deed == "finish" else BOTH, filing=filing,
        reason=taken.reason, asked=[{"label": labels[i["field"]], "because": i["because"]} for i in filing.asked],
    )  # fmt: skip
    if TOLD[deed] == "agencies/submitted":
        to_accounts.write_to_role(
            Role.REGISTRAR, "agencies/waits", about=filing, filing=filing, agency=filing.agency,
            organisation=filing.agency.organisation,
        )  # fmt: skip


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is FILING:
        _about_filing(taken, taken.subject)
    elif taken.workflow is AGENCY and taken.step.deed in MARKED:
        _officers(
            taken.subject, "agencies/marked", about=taken.subject, posts=BOTH, reason=taken.reason, deed=taken.step.label
        )  # fmt: skip


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
