"""Writing a round, and telling those who must take part.

Told in batches: a batch's rows, letters and the promise of the next are written in the transaction that marks the job done; a worker that
dies in the middle leaves nothing of its batch, and the next one takes it up where it stood.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from association.kernel import audit, clock, dated, jobs
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import queries as organisations
from association.selfcheck import letters, queries
from association.selfcheck.clockwork import BATCH
from association.selfcheck.effects.rounds import NEWS, TELL
from association.selfcheck.models import (
    Part,
    QuestionnaireVersion,
    Round,
    RoundAudience,
    RoundState,
    VersionState,
)
from association.selfcheck.policy import P


def draft_round(*, actor: Actor, **facts: Any) -> Round:
    """Begin a round; `facts` as `change_round` takes them."""
    require(actor, P.DRAFT_ROUND)
    round_ = Round(title="", topic="", purpose="", due_on=clock.today(), version=facts["version"])
    _set(round_, **facts)
    session.add(round_)
    session.flush()
    audit.record("draft", round_, actor=actor, to_state=round_.state.value)
    return round_


def change_round(round_: Round, *, actor: Actor, **facts: Any) -> None:
    """Write it anew. Refused once somebody else has it. Who changes a draft counts as its drafter."""
    require(actor, P.DRAFT_ROUND, round_)
    lock(round_)
    if round_.state is not RoundState.DRAFT:
        raise Refused(_("已经送另一人发起，不能再改；要改请先退回。"))
    _set(round_, **facts)
    session.flush()
    audit.record("draft", round_, actor=actor)


def _set(
    round_: Round,
    *,
    title: str,
    topic: str,
    purpose: str,
    version: QuestionnaireVersion,
    due_on: date,
    keys: Sequence[str] = (),
    kinds: Sequence[str] = (),
    provinces: Sequence[str] = (),
    named: Sequence[str] = (),
    only_named: bool = False,
) -> None:
    """`keys` are those of the chosen questions (none: all), `named` codes of verified organisations."""
    if topic not in dated.value("selfcheck.topics"):
        raise Refused(_("请选择主题。"), field="topic")
    if due_on < clock.today():
        raise Refused(_("截止日不能早于今天。"), field="due_on")
    if version.state is not VersionState.PUBLISHED:
        raise Refused(_("请选择使用中的问卷。"), field="version")
    chosen = [q.id for q in version.questions if q.key in set(keys)]
    if keys and len(chosen) != len(set(keys)):
        raise Refused(_("所选的题不都在这份问卷里，请重新勾选。"), field="keys")
    ids = organisations.ids_of_codes(named, field="named")
    if only_named and not ids:
        raise Refused(_("只限点名时，请至少写一家单位。"), field="named")
    round_.title, round_.topic, round_.purpose, round_.due_on = title, topic, purpose, due_on
    round_.version, round_.asked = version, chosen
    round_.narrow(RoundAudience, kinds=kinds, provinces=provinces, named=ids, only_named=only_named)


@jobs.handles(TELL)
def _tell(payload: dict[str, Any]) -> None:
    tell(session.get_one(Round, payload["round"]))


def tell(round_: Round) -> int:
    """Tell the next batch of those who must and have not been told, and promise the rest; returns how many were told."""
    if round_.state is not RoundState.OPEN:
        return 0
    parts = [
        Part(round_id=round_.id, round=round_, organisation_id=o.id, organisation=o)
        for o in queries.rounds.not_told(round_, limit=BATCH)
    ]
    session.add_all(parts)
    session.flush()
    letters.told(parts)
    if len(parts) == BATCH:
        jobs.later(TELL, key=f"self_check_round:{round_.id}", round=round_.id)
    return len(parts)


@jobs.handles(NEWS)
def _pass_on(payload: dict[str, Any]) -> None:
    round_ = session.get_one(Round, payload["round"])
    parts = queries.rounds.parts_after(round_, after=payload["after"], limit=BATCH)
    letters.closed(parts)
    if len(parts) == BATCH:
        jobs.later(NEWS, round=round_.id, after=parts[-1].id)
