"""What is sent about experts: the candidate hears of every step, the secretary of what waits, an objector of the answer and of nothing else."""

from typing import Any

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Role
from association.experts.models import Expert, Objection
from association.experts.workflow import EXPERT, OBJECTION
from association.kernel import events
from association.kernel.letters import send
from association.kernel.workflow import StepTaken

OWN_LETTER = ("put_on_notice", "appoint")
MOVED = ("ask", "refuse", "renew", "suspend", "resume", "dismiss", "expire")
TO_SECRETARY = ("accept", "resubmit", "withdraw", "resign")


def _to_person(expert: Expert, template: str, **told: Any) -> None:
    for account in accounts.accounts_of([expert.person_id] if expert.person_id else []):
        to_accounts.write_to(account, template, about=expert, expert=expert, **told)


def recommended(expert: Expert, *, language: str) -> None:
    """To the account, or to an address that has none yet and must register to answer."""
    if expert.person_id is not None:
        _to_person(expert, "experts/recommended", registered=True)
    else:
        send(
            "experts/recommended", to_address=expert.invited_email, language=language, about=expert, only_by_mail=True, expert=expert,
            registered=False,
        )  # fmt: skip


def submitted(expert: Expert) -> None:
    _to_secretary(expert, "experts/submitted")


def _to_secretary(expert: Expert, template: str, **told: Any) -> None:
    to_accounts.write_to_role(Role.EXPERTS, template, about=expert, expert=expert, name=expert.name, **told)


def ends(expert: Expert) -> None:
    _to_person(expert, "experts/ends")
    to_accounts.write_to_role(Role.ISSUER, "experts/ends_told", about=expert, expert=expert, name=expert.name)


def objected(objection: Objection) -> None:
    _to_secretary(objection.expert, "experts/objected")


def _answered(objection: Objection) -> None:
    account = accounts.account(int(objection.by)) if objection.by else None
    if account is not None and account.disabled_at is None:
        to_accounts.write_to(account, "experts/answered", objection=objection, expert=objection.expert)


def _on_step(taken: StepTaken) -> None:
    deed = taken.step.deed
    if taken.workflow is OBJECTION:
        _answered(taken.subject)
    if taken.workflow is not EXPERT:
        return
    if deed in OWN_LETTER:
        _to_person(taken.subject, f"experts/{deed}")
    elif deed in MOVED:
        _to_person(taken.subject, "experts/moved", word=taken.step.label, reason=taken.reason)
    elif deed in TO_SECRETARY:
        _to_secretary(taken.subject, "experts/submitted" if deed in TO_SECRETARY[:2] else "experts/left")


def init_app() -> None:
    events.subscribe(StepTaken, _on_step)
