"""Named reads of questionnaires and their versions."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import selectinload

from association.kernel.db import session
from association.organisations.models import Kind
from association.selfcheck.models import (
    PUBLIC,
    CheckQuestion,
    Questionnaire,
    QuestionnaireVersion,
    VersionState,
)

V = QuestionnaireVersion


def in_use() -> Select[QuestionnaireVersion]:
    """The public list: the version in use of each."""
    return select(V).join(V.questionnaire).where(V.state == VersionState.PUBLISHED)


def everything() -> Select[QuestionnaireVersion]:
    """For the desk."""
    return select(V).join(V.questionnaire)


def of_kind(rows: Select[Any], kind: str) -> Select[Any]:
    return rows.where(Questionnaire.kind == Kind(kind))


def with_words(rows: Select[Any], words: str) -> Select[Any]:
    """Title, or a question's words."""
    for word in words.split():
        asked = select(CheckQuestion.version_id).where(CheckQuestion.words.contains(word, autoescape=True))
        rows = rows.where(or_(Questionnaire.title.contains(word, autoescape=True), V.id.in_(asked)))
    return rows


def by_slug(slug: str) -> Questionnaire | None:
    return session.scalars(select(Questionnaire).where(Questionnaire.slug == slug)).one_or_none()


def known_slugs(slugs: Iterable[str]) -> set[str]:
    return set(session.scalars(select(Questionnaire.slug).where(Questionnaire.slug.in_(list(slugs)))))


def slugs_beginning(word: str) -> set[str]:
    return set(
        session.scalars(
            select(Questionnaire.slug).where(Questionnaire.slug.startswith(word, autoescape=True))
        )
    )


def newest_public(questionnaire: Questionnaire) -> Select[QuestionnaireVersion]:
    """What its address shows: the version in use, else the last one there was."""
    rows = select(V).where(V.questionnaire_id == questionnaire.id, V.state.in_(PUBLIC))
    return rows.order_by(V.number.desc()).limit(1)


def numbered(questionnaire: Questionnaire, number: int) -> Select[QuestionnaireVersion]:
    return select(V).where(V.questionnaire_id == questionnaire.id, V.number == number)


def versions_of(questionnaire_id: int) -> list[QuestionnaireVersion]:
    """All of them, the newest first."""
    rows = select(V).where(V.questionnaire_id == questionnaire_id).order_by(V.number.desc())
    return list(session.scalars(rows))


def version_in_use(questionnaire_id: int) -> QuestionnaireVersion | None:
    rows = select(V).where(V.questionnaire_id == questionnaire_id, V.state == VersionState.PUBLISHED)
    return session.scalars(rows).one_or_none()


def for_kinds(kinds: Iterable[Kind]) -> list[QuestionnaireVersion]:
    """What these kinds of organisation can answer, by title."""
    rows = in_use().where(Questionnaire.kind.in_(list(kinds))).order_by(Questionnaire.title, V.id)
    return list(session.scalars(rows))


def usable() -> list[QuestionnaireVersion]:
    """What a round may ask, by title, with the questions."""
    rows = in_use().options(selectinload(V.questions)).order_by(Questionnaire.title, V.id)
    return list(session.scalars(rows))


def versions_at_work() -> list[QuestionnaireVersion]:
    """What somebody of the secretariat holds."""
    rows = (
        everything().where(V.state.in_([VersionState.DRAFT, VersionState.PROPOSED])).order_by(V.made_at, V.id)
    )
    return list(session.scalars(rows.limit(200)))
