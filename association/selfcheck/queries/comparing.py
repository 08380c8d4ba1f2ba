"""What is otherwise than last time, question by question. A question is the same while its key is, whatever its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from association.selfcheck.models import CheckAnswer, CheckQuestion, SelfCheck, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question with the answers of then and now (None: not asked, or not answered)."""

    question: CheckQuestion
    then: CheckAnswer | None
    now: CheckAnswer | None


@dataclass(slots=True, kw_only=True)
class Comparison:
    """`with_` is the earlier self-check."""

    with_: SelfCheck
    improved: list[Line] = field(default_factory=list)
    worse: list[Line] = field(default_factory=list)
    still: list[Line] = field(default_factory=list)
    """Missing then and now."""
    new: list[Line] = field(default_factory=list)
    """Not asked last time."""
    gone: list[Line] = field(default_factory=list)
    """Asked last time only."""

    @property
    def parts(self) -> Sequence[tuple[str, list[Line]]]:
        return (
            ("improved", self.improved), ("worse", self.worse), ("still", self.still), ("new", self.new), ("gone", self.gone),
        )  # fmt: skip


def compared(check: SelfCheck, earlier: SelfCheck) -> Comparison:
    """Reads nothing but the two self-checks with their answers."""
    found = Comparison(with_=earlier)
    then = {answer.question.key: answer for answer in earlier.answers}
    now = {answer.question_id: answer for answer in check.answers}
    for question in check.questions:
        line = Line(question=question, then=then.pop(question.key, None), now=now.get(question.id))
        if line.then is None:
            found.new.append(line)
        elif line.now is not None:
            _sort_in(found, line, line.then, line.now)
    # A round asks fewer questions: what it leaves out is not gone.
    if not check.asked:
        found.gone = [Line(question=answer.question, then=answer, now=None) for answer in then.values()]
    return found


def _sort_in(found: Comparison, line: Line, then: CheckAnswer, now: CheckAnswer) -> None:
    if then.value is Value.NO and now.value is Value.NO:
        found.still.append(line)
    elif then.value is Value.NO:
        found.improved.append(line)
    elif now.value is Value.NO:
        found.worse.append(line)
