"""What confirming and striking a wording does: one wording a day and topic, and the page of clauses is found as it is now."""

from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _, spoken_in
from mcn.contracts import queries
from mcn.contracts.models import ModelClause


def confirmed(clause: ModelClause, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    refuse_same_day(clause)
    publish()


def struck(clause: ModelClause, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    publish()


def refuse_same_day(clause: ModelClause, *, field: str | None = None) -> None:
    other = queries.begins_on(clause.topic, clause.in_force_from)
    if other is not None and other is not clause:
        raise Refused(_("这一条同一天起用的已有一份。请另定日期，或者先撤下那一份。"), field=field)


def publish() -> int:
    """Let each topic be found by its wording of today (else the first to come); a topic without any is found no longer.

    Also called at every start (kernel.planting): nothing of it counts as planted."""
    session.flush()  # effects run before the step itself is written
    kept = {c.topic: c for c in (*queries.topics(), *queries.in_force(clock.today()))}
    for topic in {c.topic for c in queries.all_ever()} - set(kept):
        records.withdraw(f"model_clause:{topic}")
    with spoken_in("zh_Hans"):
        for clause in kept.values():
            records.publish(
                key=f"model_clause:{clause.topic}", kind="model_clause", title=_("示范条款：%(title)s", title=clause.title),
                body=f"{clause.text}\n{clause.why}", url=f"/contracts/{clause.topic}/",
                dated_on=min(clause.in_force_from, clock.today()),
            )  # fmt: skip
    return 0
