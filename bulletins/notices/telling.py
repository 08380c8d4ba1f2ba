"""Letters to many. The deed promises one piece of work; the worker writes to some organisations at a time, and each piece writes its letters,
notes who got them and promises the next piece in one transaction: killed anywhere, everybody gets one, and nobody two.
"""

from typing import Any

from sqlalchemy import select

from association.accounts import letters as to_accounts
from association.accounts import queries as accounts
from association.accounts.models import Account, Role
from association.kernel import events, jobs
from association.kernel.db import session
from association.kernel.workflow import StepTaken
from association.organisations import queries as organisations
from association.organisations.models import Kind, Organisation, OrganisationKind, OrganisationState, Post
from bulletins.notices.effects import TELL, address
from bulletins.notices.models import Correction, Notice, NoticeRecipient
from bulletins.notices.workflow import NOTICE

AT_ONCE = 100
"""Organisations, or recipients, in one piece of work."""
TEMPLATES = {"issued": "notices/issued", "withdrawn": "notices/withdrawn", "corrected": "notices/corrected"}


@jobs.handles(TELL)
def tell(payload: dict[str, Any]) -> None:
    """The next piece."""
    notice = session.get_one(Notice, payload["notice"])
    deed, after = payload["deed"], payload["after"]
    more = {"correction": payload["correction"]} if "correction" in payload else {}
    last = _first_told(notice, after) if deed == "issued" else _told_again(notice, deed, after, **more)
    if last is not None:
        jobs.later(TELL, notice=notice.id, deed=deed, after=last, **more)


def _first_told(notice: Notice, after: int) -> int | None:
    """Officers of the next organisations it is for; returns the last one's id, or None when all are told."""
    rows = select(Organisation.id).where(Organisation.id > after).order_by(Organisation.id).limit(AT_ONCE)
    if notice.audience:
        kinds = [Kind(value) for value in notice.audience]
        rows = rows.where(
            Organisation.id.in_(
                select(OrganisationKind.organisation_id).where(OrganisationKind.kind.in_(kinds))
            )
        )
    ids = list(session.scalars(rows.where(Organisation.state == OrganisationState.APPROVED)))
    if not ids:
        return None
    officers = organisations.acting_officers(ids, Post.CLERK, Post.SIGNER)
    of = {officer.person_id: officer.organisation_id for officer in officers if officer.person_id}
    known = set(
        session.scalars(select(NoticeRecipient.account_id).where(NoticeRecipient.notice_id == notice.id))
    )
    for account in accounts.accounts_of(list(of)):
        if account.id in known:  # somebody who acts for two organisations
            continue
        session.add(
            NoticeRecipient(notice_id=notice.id, organisation_id=of[account.person_id], account_id=account.id)
        )
        _write(account, notice, "issued")
    return ids[-1]


def _told_again(notice: Notice, deed: str, after: int, correction: int | None = None) -> int | None:
    """Those who got it, as far as they still have an account."""
    rows = (
        select(NoticeRecipient.id, Account)
        .join(Account, Account.id == NoticeRecipient.account_id)
        .where(NoticeRecipient.notice_id == notice.id, NoticeRecipient.id > after)
        .order_by(NoticeRecipient.id)
        .limit(AT_ONCE)
    )
    found = session.execute(rows).all()
    what = session.get(Correction, correction) if correction is not None else None
    for _id, account in found:
        if account.disabled_at is None:
            _write(account, notice, deed, correction=what)
    return int(found[-1][0]) if found else None


def _write(account: Account, notice: Notice, deed: str, **told: Any) -> None:
    to_accounts.write_to(account, TEMPLATES[deed], about=notice, notice=notice, path=address(notice), **told)


def _on_step(taken: StepTaken) -> None:
    if taken.workflow is NOTICE and taken.step.deed.startswith("return_"):
        to_accounts.write_to_role(
            Role.EDITOR, "notices/returned", about=taken.subject, notice=taken.subject, reason=taken.reason
        )


def listen() -> None:
    events.subscribe(StepTaken, _on_step)
