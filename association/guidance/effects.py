"""What the steps of questions and of public answers do beyond moving a state."""

import hashlib

from association.guidance import clauses, queries, traces
from association.guidance.models import GuidanceAnswer, PublicAnswer, PublicState, Question
from association.kernel import audit, clock, dated, documents, numbering, working_days
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.search import records
from association.kernel.words import _
from association.rules import actions as rules

documents.issued("guidance")


def answer_by() -> int:
    return int(dated.value("guidance.answer_days"))


def to_staff(question: Question, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """It is the staff's turn, and the days of answering begin anew."""
    question.moved_at = clock.now()
    question.due_on = working_days.add(clock.today(), answer_by()).on


def moved(question: Question, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    question.moved_at = clock.now()


def assigned(question: Question, *, actor: Actor, reason: str, to: int) -> None:  # noqa: ARG001
    question.assigned_to = to


def not_ready(question: Question) -> object | None:
    """What is missing before a second person looks at the answer."""
    draft = queries.draft_of(question)
    if draft is None:
        return _("请先写好答复。")
    if not draft.clauses and not draft.basis_note:
        return _("请登记答复所依的条款，或写明其他依据。")
    return None


def answered(question: Question, *, actor: Actor, reason: str) -> None:
    """The asker has it; the clauses' pages know that something rests on them, and say so to staff only."""
    draft = queries.draft_of(question)
    if draft is None:
        raise Refused(_("请先写好答复。"))
    draft.approved_at = clock.now()
    moved(question, actor=actor, reason=reason)
    _cite(draft)


def _cite(answer: GuidanceAnswer) -> None:
    question = answer.question
    clauses.cite(
        answer, answer.clauses, title=question.reference, url=f"/my/guidance/{question.id}/", audience="guidance.READ_DESK",
    )  # fmt: skip


def still_new(question: Question) -> object | None:
    """The clock ends nothing that waits for less than the days set."""
    days = int(dated.value("guidance.close_days"))
    waits = (clock.today() - clock.day_of(question.moved_at)).days
    return None if waits >= days else _("等待的天数还没有到。")


# Public answers


def words_hash(answer: PublicAnswer) -> str:
    """SHA-256 (hex) of what was issued."""
    words = (answer.title, answer.asks, answer.answers, answer.basis_on, answer.basis_note, answer.clauses)
    return hashlib.sha256("\n".join(map(str, words)).encode()).hexdigest()


def public_text(answer: PublicAnswer) -> str:
    """What the public log commits to."""
    return f"{answer.number}:{answer.version}:{answer.state.value}:{answer.is_in_doubt}:{words_hash(answer)}"


def missing(answer: PublicAnswer) -> object | None:
    """What must be put right before anybody reviews or issues it."""
    if not answer.clauses and not answer.basis_note:
        return _("请登记答复所依的条款，或写明其他依据。")
    return traces.still_there(answer)


def address(answer: PublicAnswer) -> str:
    return f"/guidance/{answer.slug}/"


def keep(answer: PublicAnswer) -> None:
    """Search, citations and paper follow the state: only the version that counts is found, cited and printed."""
    key = f"guidance:{answer.id}"
    rules.uncite(answer)
    if answer.state is not PublicState.PUBLISHED or answer.slug is None:
        records.withdraw(key)
        return
    records.publish(
        key=key, kind="guidance", title=answer.title, body=f"{answer.number} {answer.asks}\n{answer.answers}", url=address(answer),
        dated_on=clock.day_of(answer.published_at or clock.now()), facets={"topic": answer.topic}, also="业务指导 答复",
    )  # fmt: skip
    clauses.cite(answer, answer.clauses, title=answer.title, url=address(answer), audience="public")
    documents.render_later(
        "print/association/public_answer.html", subject=answer, kind="guidance", title=f"{answer.number} {answer.title}",
        version=f"{answer.version}-{answer.doubted_at}-{answer.held_at}", address=address(answer),
    )  # fmt: skip


def issued(answer: PublicAnswer, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Numbered and public; the version before it stays readable and counts no longer."""
    if (sentence := missing(answer)) is not None:
        raise Refused(sentence)
    older = answer.replaces
    if older is not None:
        if older.state is not PublicState.PUBLISHED:
            raise Refused(_("要代替的那一版已经不是公开的现行版，请退回。"))
        answer.slug, answer.number = older.slug, older.number
        older.state, older.doubted_at = PublicState.SUPERSEDED, None
        keep(older)
        audit.record("supersede", older, actor=actor)
    else:
        number = numbering.issue("public_answer", answer, form=str(dated.value("guidance.public_number")))
        answer.number, answer.slug = number.written, f"{number.year}-{number.number}"
    keep(answer)


def withdrawn(answer: PublicAnswer, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    answer.doubted_at = None
    keep(answer)


def without_doubt(answer: PublicAnswer) -> object | None:
    return None if answer.is_in_doubt else _("所引条款没有变动，不用复核。")


def doubted(answer: PublicAnswer, *, actor: Actor, reason: str, doubts: list[dict[str, str]]) -> None:  # noqa: ARG001
    answer.doubts, answer.doubted_at = doubts, clock.now()
    keep(answer)


def cleared(answer: PublicAnswer, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """The change was taken back before anybody had looked."""
    answer.doubts, answer.doubted_at = [], None
    keep(answer)


def held(answer: PublicAnswer, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Somebody has looked: these changes do not touch it."""
    answer.settled = [*answer.settled, *(doubt["key"] for doubt in answer.doubts)]
    answer.doubts, answer.doubted_at = [], None
    answer.held_at, answer.held_note = clock.now(), reason
    keep(answer)
