"""Changing what is known of a person, and forgetting them."""

from dataclasses import dataclass

from sqlalchemy import delete

from association.kernel import audit, clock, events
from association.kernel.audit import AuditSecret
from association.kernel.db import session
from association.kernel.personal import mask_name
from association.kernel.policy import Actor
from association.people.models import Person


@dataclass(frozen=True, slots=True)
class PersonForgotten:
    """Event: what is personal of this person is being destroyed; a feature that keeps more of it destroys that now."""

    person: Person
    """With the masked name already."""
    name: str
    """What they were called; nobody may keep it."""


def rename(person: Person, *, name: str, phone: str | None, actor: Actor) -> bool:
    """Take over what they now call themselves; returns whether anything changed."""
    before = {"name": person.name, "phone": person.phone or ""}
    wanted = {"name": name, "phone": phone or ""}
    changed = {
        field: f"{before[field]} → {value}" for field, value in wanted.items() if before[field] != value
    }
    person.name, person.phone = name, phone or None
    if changed:
        audit.record("edit_person", person, actor=actor, personal=changed, person_id=person.id)
    return bool(changed)


def forget(person: Person, *, because: str, actor: Actor) -> None:
    """Destroy what is personal: the values behind the trail's commitments, the phone, all of the name but its mask.

    The chain keeps verifying, because it only ever held commitments.
    """
    session.execute(delete(AuditSecret).where(AuditSecret.person_id == person.id))
    name = person.name
    person.name, person.phone, person.forgotten_at = mask_name(name), None, clock.now()
    events.publish(PersonForgotten(person, name))
    audit.record("forget_person", person, actor=actor, reason=because)
