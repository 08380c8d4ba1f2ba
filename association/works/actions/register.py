"""Entering a work and changing what was entered."""

from collections.abc import Mapping
from typing import Any

from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Organisation
from association.works import queries, reckoning, records
from association.works.models import Work
from association.works.policy import P

FACTS = (
    "title", "aliases", "synopsis", "day", "making", "yuan", "subjects", "triggers", "episodes", "seconds", "child_actors",
    "number_kind", "number", "number_issuer",
)  # fmt: skip


def enter(organisation: Organisation, *, facts: Mapping[str, Any], actor: Actor) -> Work:
    """A draft, seen by the organisation's officers only."""
    require(actor, P.ENTER_WORK, organisation)
    work = Work(organisation_id=organisation.id, made_by=actor.account_id, **_checked(facts))
    session.add(work)
    session.flush()
    _refuse_double(work)
    reckoning.keep_class(work)
    audit.record("enter_work", work, actor=actor, organisation=organisation.id)
    return work


def change(work: Work, *, facts: Mapping[str, Any], actor: Actor) -> list[audit.Change]:
    """What differs is in the trail; the class is reckoned again. Nothing happens when nothing differs."""
    require(actor, P.KEEP_WORK, work)
    lock(work)
    if not work.is_live:
        raise Refused(_("作品已经移出，不能再改。"))
    wanted = _checked(facts)
    changes = [
        (name, _plain(before), _plain(wanted[name]))
        for name in FACTS
        if (before := getattr(work, name)) != wanted[name]
    ]
    if not changes:
        return []
    for name, value in wanted.items():
        setattr(work, name, value)
    session.flush()
    _refuse_double(work)
    reckoning.keep_class(work)
    work.changed_at = clock.now()
    records.publish(work)
    audit.record("change_work", work, actor=actor, organisation=work.organisation_id, changes=changes)
    return changes


def _checked(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as they are kept; refused where they contradict each other."""
    kept = {name: facts[name] for name in FACTS}
    known = queries.subjects()
    kept["subjects"] = [subject for subject in known if subject in kept["subjects"]]
    if kept["number"] and not kept["number_kind"]:
        raise Refused(_("请选这是哪一种号码。"), field="number_kind")
    if kept["number_kind"] and kept["number_kind"] not in dated.value("works.number_kinds"):
        raise Refused(_("没有这一种号码。"), field="number_kind")
    if kept["number"] and not kept["number_issuer"]:
        raise Refused(_("请填是谁发的号。"), field="number_issuer")
    if not kept["number"]:
        kept["number_kind"] = kept["number_issuer"] = ""
    return kept


def _refuse_double(work: Work) -> None:
    if queries.same_number(work):
        raise Refused(_("本单位另有一部作品登记了同一个号码，请核对。"), field="number")


def _plain(value: Any) -> Any:
    """For the trail: states by their words, days and lists as they read."""
    if isinstance(value, list):
        return list(value)
    return str(value) if value is not None and not isinstance(value, int | str) else value
