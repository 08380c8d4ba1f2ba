"""What the steps of a statement do: opened, handed in, excused – and what follows for the signature."""

from association.fulfilment import obligations, queries
from association.fulfilment.models import Statement
from association.fulfilment.settings import due_after, opens_on
from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor
from association.kernel.words import _, spoken_in
from association.pledges import keeping
from association.pledges.models import Signature, SignatureState
from association.pledges.workflow import SIGNATURE


def public_text(statement: Statement) -> str:
    """What the public log commits to: whose, about which pledge, for which time, in which state."""
    pledge, organisation = statement.pledge.document.slug, statement.organisation.uscc
    return f"{pledge}:{organisation}:{statement.period_from}:{statement.due_on}:{statement.state.value}"


def begin(signature: Signature) -> Statement:
    """The next one of this signature's organisation, ahead until its first reminder."""
    last = queries.last_due(signature.pledge_id, signature.organisation_id)
    since = signature.since_on or clock.today()
    due = due_after(since, last)
    statement = Statement(
        pledge=signature.pledge, pledge_id=signature.pledge_id, organisation=signature.organisation,
        organisation_id=signature.organisation_id, signature=signature, signature_id=signature.id,
        period_from=max(since, last) if last else since, due_on=due, remind_on=max(opens_on(due), clock.today()),
    )  # fmt: skip
    session.add(statement)
    session.flush()
    return statement


def submitted(statement: Statement, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    statement.because = ""


def unfinished(statement: Statement) -> object | None:
    """The sentence when it says too little to be signed."""
    if not statement.summary.strip():
        return _("请先填写总的说明。")
    return None


def returned(statement: Statement, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    statement.because = reason


def given(statement: Statement, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """On record; whoever was overdue or had lapsed stands as before."""
    statement.confirmed_by, statement.given_at, statement.remind_on = actor.name, clock.now(), None
    obligations.fulfil(statement, actor=actor)
    with spoken_in("zh_Hans"):
        _made_good(statement, actor=SYSTEM, reason=_("已补交年度履约说明"))


def excused(statement: Statement, *, actor: Actor, reason: str) -> None:
    """The office does not ask for it any more, and says why."""
    signature = statement.signature
    if signature.state is SignatureState.LAPSED and (sentence := keeping.not_restorable(signature)):
        raise Refused(str(sentence))
    statement.because, statement.remind_on = reason, None
    obligations.end(statement, because=reason, actor=actor)
    _made_good(statement, actor=actor, reason=reason)


def _made_good(statement: Statement, *, actor: Actor, reason: str) -> None:
    """What is not owed any more holds nothing against its organisation; the next one is ahead."""
    signature = statement.signature
    session.flush()
    if signature.state is SignatureState.LAPSED and keeping.not_restorable(signature) is None:
        SIGNATURE.take("restore", signature, actor=actor, reason=reason)
    elif signature.state is SignatureState.IN_FORCE and signature.overdue_since is not None:
        SIGNATURE.take("catch_up", signature, actor=actor, reason=reason)
    if signature.state is SignatureState.IN_FORCE:
        begin(signature)


def closed(statement: Statement, *, actor: Actor, reason: str) -> None:
    statement.remind_on = None
    obligations.end(statement, because=reason, actor=actor)
