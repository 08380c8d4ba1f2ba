"""What the steps do beyond moving a state."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, func, select

from association.kernel import attachments, clock, events
from association.kernel.day_words import day_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.search.readings import readings
from association.kernel.words import _
from association.organisations import pinyin
from association.organisations.models import (
    FormerName,
    Kind,
    Officer,
    OfficerState,
    Organisation,
    OrganisationChange,
    Post,
    Succession,
    SuccessionKind,
)

AUTHORITY = "authority"
"""Kind of attachment: the document that lets a signer sign."""


@dataclass(frozen=True, slots=True)
class RecordChanged:
    """Event: what the public record of an organisation says, or whether it has one, may have changed in this transaction."""

    organisation: Organisation


def public_text(organisation: Organisation) -> str:
    """What the public log commits to."""
    return f"{organisation.uscc}:{organisation.name}:{organisation.state.value}"


def change_text(change: OrganisationChange) -> str:
    return f"{change.organisation.uscc}:{sorted(change.proposed)}:{change.state.value}"


def has_signer(organisation: Organisation) -> bool:
    """Somebody has accepted to sign."""
    return bool(
        session.scalar(
            select(
                exists().where(
                    Officer.organisation_id == organisation.id,
                    Officer.post == Post.SIGNER,
                    Officer.state.in_([OfficerState.PROPOSED, OfficerState.ACTIVE]),
                )
            )
        )
    )


def verified(organisation: Organisation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Staff have checked the organisation and, with it, the authority of those who applied."""
    for officer in _officers(organisation, OfficerState.PROPOSED):
        if officer.post is Post.SIGNER and without_document(officer):
            raise Refused(
                _("授权签署人%(name)s的授权书或截止日期还没有提交，请先请对方修改。", name=officer.name)
            )
        officer.state = OfficerState.ACTIVE
    publish(organisation)


def closed(organisation: Organisation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """An application that came to nothing: nobody acts for it any more."""
    for officer in _officers(organisation, OfficerState.PROPOSED, OfficerState.INVITED):
        officer.state, officer.ends_on, officer.ended_because = (
            OfficerState.ENDED,
            clock.today(),
            _("申请已结束"),
        )
        officer.invitation = None


def ended(
    organisation: Organisation,
    *,
    actor: Actor,  # noqa: ARG001
    reason: str,
    on: date,
    successor: Organisation | None = None,
    kind: SuccessionKind = SuccessionKind.MERGED,
) -> None:
    """The organisation is no more; its record stays and leads on."""
    organisation.ended_on, organisation.ended_because = on, reason
    if successor is not None:
        session.add(
            Succession(
                predecessor_id=organisation.id, successor_id=successor.id, kind=kind, on=on, basis=reason
            )
        )
    for officer in _officers(organisation, OfficerState.ACTIVE, OfficerState.PROPOSED, OfficerState.INVITED):
        officer.state, officer.ended_because, officer.invitation = OfficerState.ENDED, reason, None
        officer.ends_on = min(officer.ends_on or on, on)
    publish(organisation)


def _officers(organisation: Organisation, *states: OfficerState) -> list[Officer]:
    return list(
        session.scalars(
            select(Officer)
            .where(Officer.organisation_id == organisation.id, Officer.state.in_(states))
            .order_by(Officer.id)
        )
    )


def without_document(officer: Officer) -> object | None:
    """A signer needs a document and a last day; the sentence when either is missing."""
    if officer.post is not Post.SIGNER:
        return None
    if officer.ends_on is None or not attachments.attachments_of(officer, AUTHORITY):
        return _("授权签署人须有授权书和截止日期。")
    if officer.ends_on < clock.today():
        return _("授权书已于%(day)s到期。", day=day_words(officer.ends_on))
    return None


def part_of_an_application(officer: Officer) -> object | None:
    """While the organisation itself is being verified, its officers are checked with it."""
    return None if officer.organisation.is_verified else _("授权与单位的申请一并核验。")


def not_to_be_approved(officer: Officer) -> object | None:
    return part_of_an_application(officer) or without_document(officer)


def officer_approved(officer: Officer, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    officer.starts_on = clock.today()


def officer_ended(officer: Officer, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    officer.ended_because, officer.invitation = reason, None
    officer.ends_on = min(officer.ends_on or clock.today(), clock.today())


def last_signer(officer: Officer) -> object | None:
    """A verified organisation keeps somebody who may sign; staff register the leaving of the last one."""
    if officer.post is not Post.SIGNER or officer.state is not OfficerState.ACTIVE:
        return None
    others = session.scalar(
        select(func.count()).where(
            Officer.organisation_id == officer.organisation_id,
            Officer.post == Post.SIGNER,
            Officer.state == OfficerState.ACTIVE,
            Officer.id != officer.id,
        )
    )
    return None if others else _("这是单位唯一的授权签署人，请先增加一位，或由秘书处办理交接。")


def change_applied(change: OrganisationChange, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Take the proposed values over; a former name stays findable."""
    organisation = change.organisation
    change.decided_at = clock.now()
    for field, value in change.proposed.items():
        if field == "name":
            session.add(
                FormerName(organisation_id=organisation.id, name=organisation.name, until=clock.today())
            )
        setattr(organisation, field, from_plain(field, value))
    organisation.name_key = pinyin.key(organisation.name)
    publish(organisation)


def change_closed(change: OrganisationChange, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    change.decided_at, change.decided_because = clock.now(), reason or None


def from_plain(field: str, value: Any) -> Any:
    """A value as JSON keeps it, back to what the column holds."""
    if field == "kinds":
        return [Kind(v) for v in value]
    if field == "founded_on":
        return date.fromisoformat(value) if value else None
    return value


def to_plain(field: str, value: Any) -> Any:
    if field == "kinds":
        return sorted(Kind(v).value for v in value)
    if field == "founded_on":
        return value.isoformat() if value else None
    return value or ""


def publish(organisation: Organisation) -> None:
    """Keep the search record true – shown while it has a public record, gone otherwise – and let those above do likewise."""
    session.flush()
    events.publish(RecordChanged(organisation))
    key = f"organisation:{organisation.id}"
    if not organisation.has_public_record:
        records.withdraw(key)
        return
    names = [
        former.name
        for former in session.scalars(select(FormerName).where(FormerName.organisation_id == organisation.id))
    ]
    records.publish(
        key=key,
        kind="organisation",
        title=organisation.name,
        body="\n".join(
            [
                organisation.short_name,
                organisation.uscc,
                *names,
                organisation.province_name,
                *organisation.kind_names,
            ]
        ),
        url=f"/organisations/{organisation.uscc}/",
        audience="public",
        dated_on=clock.day_of(organisation.decided_at) if organisation.decided_at else clock.today(),
        facets={"kind": [kind.value for kind in organisation.kinds], "province": organisation.province},
        also=" ".join(readings(name) for name in [organisation.short_name, *names] if name),
    )
