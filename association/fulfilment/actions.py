"""Writing a yearly statement. Its other deeds are steps."""

from collections.abc import Mapping, Sequence

from association.fulfilment import queries
from association.fulfilment.models import Kept, Statement, StatementState
from association.fulfilment.policy import P
from association.fulfilment.workflow import STATEMENT
from association.kernel import attachments, audit
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import lock
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _

EVIDENCE = "evidence"


def check_writable(statement: Statement) -> None:
    """Refused unless it may be written now."""
    if statement.state is not StatementState.OPEN:
        raise Refused(_("现在是“%(state)s”，不能填报。", state=str(statement.state.label)))


def write(
    statement: Statement,
    *,
    summary: str,
    answers: Mapping[str, tuple[Kept, str]],
    is_open: bool,
    evidence: Sequence[Upload],
    actor: Actor,
) -> None:
    """Keep what was written so far. `answers` are by the path of the clause: how it was kept, what was done."""
    require(actor, P.DRAFT, statement)
    lock(statement)
    check_writable(statement)
    marks = {clause.path: clause.called for clause in queries.clauses_for(statement)}
    statement.summary, statement.is_open, statement.drafted_by = summary.strip(), is_open, actor.name
    statement.answers = [
        {"path": path, "mark": marks[path], "kept": kept.value, "did": did.strip()}
        for path, (kept, did) in answers.items()
        if path in marks
    ]
    # A natural person in business is one person and both writes and confirms.
    alone = statement.organisation.is_natural_person
    audit.record("draft_statement_alone" if alone else "draft_statement", statement, actor=actor)
    for paper in evidence:
        attachments.store(paper, subject=statement, kind=EVIDENCE, actor=actor, limits=PAPERS)


def submit(statement: Statement, *, actor: Actor) -> None:
    """To the signer. Refused, with the clause, where something was not kept and nothing is said about it."""
    for mark, kept, did in statement.told:
        if kept is not Kept.KEPT and not did:
            raise Refused(_("%(mark)s没有完全做到，请写明情况和改进。", mark=mark))
    STATEMENT.take("submit", statement, actor=actor)
