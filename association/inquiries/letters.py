"""What is sent about inquiries and measures, to the officers of the organisation: the letter serves the deed."""

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.inquiries.models import Inquiry, Measure
from association.inquiries.workflow import INQUIRY, MEASURE
from association.kernel import events
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Post

OF_INQUIRIES = frozenset({"ask_again", "fall_silent", "settle"})
OF_MEASURES = {
    "decide": "decided", "drop": "dropped", "uphold": "upheld", "dismiss": "in_force", "take_effect": "in_force", "lift": "lifted",
}  # fmt: skip


def _write(inquiry: Inquiry, template: str, **told: object) -> None:
    acting = organisations.acting_officers([inquiry.organisation_id], Post.CLERK, Post.SIGNER)
    for account in accounts.accounts_of({o.person_id for o in acting if o.person_id}):
        to_accounts.write_to(
            account, f"inquiries/{template}", about=inquiry, inquiry=inquiry, pledge=inquiry.pledge,
            organisation=inquiry.organisation, **told,
        )  # fmt: skip


def asked(inquiry: Inquiry) -> None:
    _write(inquiry, "asked")


def proposed(measure: Measure) -> None:
    _write(measure.inquiry, "proposed", measure=measure)


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is INQUIRY and deed in OF_INQUIRIES:
        _write(taken.subject, deed, reason=taken.reason)
    elif taken.workflow is MEASURE and deed in OF_MEASURES:
        measure: Measure = taken.subject
        _write(measure.inquiry, OF_MEASURES[deed], measure=measure, reason=taken.reason)


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
