"""Named reads of organisations' self-checks."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from association.kernel import dated
from association.kernel.db import session
from association.selfcheck.models import (
    CheckAnswer,
    CheckQuestion,
    CheckState,
    QuestionnaireVersion,
    SelfCheck,
    Value,
)


def whole(id_: int) -> SelfCheck | None:
    """A self-check with all its page shows, in a constant number of statements."""
    return session.scalars(
        select(SelfCheck)
        .where(SelfCheck.id == id_)
        .options(
            joinedload(SelfCheck.organisation), joinedload(SelfCheck.round),
            joinedload(SelfCheck.version).selectinload(QuestionnaireVersion.questions), selectinload(SelfCheck.answers),
        )
    ).one_or_none()  # fmt: skip


def answer_now(check: SelfCheck, question: CheckQuestion) -> CheckAnswer | None:
    """As it stands in the database this moment, whatever was read before."""
    rows = select(CheckAnswer).where(CheckAnswer.check_id == check.id, CheckAnswer.question_id == question.id)
    return session.scalars(rows.execution_options(populate_existing=True)).one_or_none()


def checks_of(organisation_ids: Sequence[int]) -> list[SelfCheck]:
    """Those of these organisations, the newest first; what was dropped is left out."""
    rows = (
        select(SelfCheck)
        .where(SelfCheck.organisation_id.in_(organisation_ids), SelfCheck.state != CheckState.DROPPED)
        .options(
            joinedload(SelfCheck.version), joinedload(SelfCheck.organisation), joinedload(SelfCheck.round)
        )
        .order_by(SelfCheck.started_at.desc(), SelfCheck.id.desc())
        .limit(200)
    )
    return list(session.scalars(rows))


def open_one(organisation_id: int, questionnaire_id: int, round_id: int | None) -> SelfCheck | None:
    """The one under way."""
    rows = select(SelfCheck).where(
        SelfCheck.organisation_id == organisation_id, SelfCheck.state == CheckState.OPEN,
        SelfCheck.questionnaire_id == questionnaire_id,
        SelfCheck.round_id.is_(None) if round_id is None else SelfCheck.round_id == round_id,
    )  # fmt: skip
    return session.scalars(rows).one_or_none()


def in_round(round_id: int, organisation_ids: Sequence[int]) -> dict[int, SelfCheck]:
    """The newest self-check of each of these organisations in a round, by organisation."""
    rows = (
        select(SelfCheck)
        .where(
            SelfCheck.round_id == round_id,
            SelfCheck.organisation_id.in_(organisation_ids),
            SelfCheck.state != CheckState.DROPPED,
        )
        .order_by(SelfCheck.id)
    )
    return {check.organisation_id: check for check in session.scalars(rows)}


def before(check: SelfCheck) -> SelfCheck | None:
    """The one before it: the same organisation and questionnaire, finished, whatever the version."""
    rows = (
        select(SelfCheck)
        .where(
            SelfCheck.organisation_id == check.organisation_id, SelfCheck.questionnaire_id == check.questionnaire_id,
            SelfCheck.state == CheckState.FINISHED, SelfCheck.id < check.id,
        )
        .options(selectinload(SelfCheck.answers).joinedload(CheckAnswer.question), joinedload(SelfCheck.version))
        .order_by(SelfCheck.id.desc())
        .limit(1)
    )  # fmt: skip
    return session.scalars(rows).first()


def is_newest(check: SelfCheck) -> bool:
    """Nothing later was begun with the same questionnaire."""
    later = select(SelfCheck.id).where(
        SelfCheck.organisation_id == check.organisation_id, SelfCheck.questionnaire_id == check.questionnaire_id,
        SelfCheck.state != CheckState.DROPPED, SelfCheck.id > check.id,
    )  # fmt: skip
    return session.scalars(later.limit(1)).first() is None


def answered(check_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """By check: (answered, gaps); one statement."""
    rows = select(
        CheckAnswer.check_id, func.count(), func.count().filter(CheckAnswer.value == Value.NO)
    ).where(CheckAnswer.check_id.in_(check_ids))
    return {row[0]: (row[1], row[2]) for row in session.execute(rows.group_by(CheckAnswer.check_id))}


def how_many_asked(version_ids: Iterable[int]) -> dict[int, int]:
    """Questions by version; one statement."""
    rows = select(CheckQuestion.version_id, func.count()).where(
        CheckQuestion.version_id.in_(list(version_ids))
    )
    return {row[0]: row[1] for row in session.execute(rows.group_by(CheckQuestion.version_id))}


def _owed() -> Select[CheckAnswer]:
    """Gaps nobody has put right, as far as no later self-check has answered the same question."""
    later, its_answer, its_question = aliased(SelfCheck), aliased(CheckAnswer), aliased(CheckQuestion)
    answered_since = (
        exists()
        .where(
            later.organisation_id == SelfCheck.organisation_id,
            later.questionnaire_id == SelfCheck.questionnaire_id,
            later.state == CheckState.FINISHED,
            later.id > SelfCheck.id,
            its_answer.check_id == later.id,
            its_question.id == its_answer.question_id,
            its_question.key == CheckQuestion.key,
        )
        .correlate(SelfCheck, CheckQuestion)
    )
    return (
        select(CheckAnswer)
        .join(CheckAnswer.check)
        .join(CheckAnswer.question)
        .where(
            SelfCheck.state == CheckState.FINISHED, CheckAnswer.value == Value.NO, CheckAnswer.done_on.is_(None), ~answered_since
        )
        .options(
            contains_eager(CheckAnswer.check).options(joinedload(SelfCheck.organisation), joinedload(SelfCheck.version)),
            contains_eager(CheckAnswer.question),
        )
    )  # fmt: skip


def gaps_of(organisation_ids: Sequence[int]) -> list[CheckAnswer]:
    """What these organisations still have to put right, the earliest day first, what has none last."""
    rows = _owed().where(SelfCheck.organisation_id.in_(organisation_ids))
    return list(
        session.scalars(
            rows.order_by(CheckAnswer.due_on.is_(None), CheckAnswer.due_on, CheckAnswer.id).limit(500)
        )
    )


def checks_to_remind(today: date) -> list[SelfCheck]:
    """Those with a gap whose day has come to a mark that was not used yet; each once, whatever many gaps it has."""
    marks = sorted(dated.value("selfcheck.gap_reminders"))
    found: dict[int, SelfCheck] = {}
    for answer in session.scalars(_owed().where(CheckAnswer.due_on.is_not(None)).order_by(CheckAnswer.id)):
        if answer.due_on is not None and at_a_mark(answer.due_on, answer.check.reminded_on, today, marks):
            found.setdefault(answer.check_id, answer.check)
    return list(found.values())


def at_a_mark(due_on: date, reminded_on: date | None, today: date, marks: Sequence[int]) -> bool:
    """Whether today has come to a mark (days before) that the last reminder had not."""
    left = (due_on - today).days
    reached = [n for n in marks if left <= n]
    if left < 0 or not reached or reminded_on == today:
        return False
    return reminded_on is None or (due_on - reminded_on).days > min(reached)


def shared() -> Select[SelfCheck]:
    """What organisations share with the association now."""
    return (
        select(SelfCheck)
        .join(SelfCheck.organisation)
        .where(SelfCheck.shared_at.is_not(None))
        .options(
            joinedload(SelfCheck.organisation), joinedload(SelfCheck.version), joinedload(SelfCheck.round)
        )
    )


def of_questionnaire(rows: Select[Any], slug: str) -> Select[Any]:
    from_it = select(QuestionnaireVersion.id).where(QuestionnaireVersion.questionnaire.has(slug=slug))
    return rows.where(SelfCheck.version_id.in_(from_it))
