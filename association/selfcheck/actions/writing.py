"""Writing questionnaires: a new one, the next version of one, and its questions, until somebody else publishes them."""

import re
from collections.abc import Callable
from typing import Any

from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Kind
from association.selfcheck import queries
from association.selfcheck.models import (
    PUBLIC,
    CheckQuestion,
    Questionnaire,
    QuestionnaireVersion,
    VersionState,
)
from association.selfcheck.policy import P

FACTS = (
    "group", "words", "explanation", "evidence", "example", "basis", "number", "clause", "issued_on", "is_draft", "checked_by", "checked_on",
)  # fmt: skip
"""Columns of a question that are written; its key and place are given."""
_ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千0-9]+条")


def found(*, title: str, kind: Kind, actor: Actor) -> QuestionnaireVersion:
    """Begin a questionnaire that was not there, with its first draft."""
    require(actor, P.DRAFT)
    taken = queries.questionnaires.slugs_beginning(kind.value)
    slug = next(
        s
        for n in range(1, len(taken) + 2)
        if (s := kind.value if n == 1 else f"{kind.value}-{n}") not in taken
    )
    questionnaire = Questionnaire(slug=slug, title=title, kind=kind)
    session.add(questionnaire)
    session.flush()
    return _draft(questionnaire, 1, actor)


def _draft(questionnaire: Questionnaire, number: int, actor: Actor) -> QuestionnaireVersion:
    version = QuestionnaireVersion(
        questionnaire=questionnaire, questionnaire_id=questionnaire.id, number=number
    )
    session.add(version)
    session.flush()
    audit.record("draft", version, actor=actor, to_state=version.state.value)
    return version


def begin_version(questionnaire: Questionnaire, *, actor: Actor) -> QuestionnaireVersion:
    """The next draft, begun with the questions of the newest version that was published."""
    require(actor, P.DRAFT)
    versions = queries.questionnaires.versions_of(questionnaire.id)
    if any(v.state in (VersionState.DRAFT, VersionState.PROPOSED) for v in versions):
        raise Refused(_("已有一个新版本在起草，请接着改它。"))
    version = _draft(questionnaire, max((v.number for v in versions), default=0) + 1, actor)
    model = next((v for v in versions if v.state in PUBLIC), None)
    if model is not None:
        version.questions = [
            CheckQuestion(key=q.key, position=q.position, **{name: getattr(q, name) for name in FACTS})
            for q in model.questions
        ]
    session.flush()
    return version


def change_note(version: QuestionnaireVersion, *, note: str, actor: Actor) -> None:
    """Say what is new in it."""
    with_draft(version, actor, lambda: setattr(version, "note", note))


def add_question(version: QuestionnaireVersion, *, actor: Actor, **facts: Any) -> CheckQuestion:
    """At the end of its group. Refused where it cites what may not be cited by number."""
    check_citation(**facts)
    question = CheckQuestion(key=_new_key(version), position=0, **facts)

    def add() -> None:
        last = [q for q in version.questions if q.group == question.group] or version.questions
        question.position = last[-1].position if last else 0
        version.questions.insert(version.questions.index(last[-1]) + 1 if last else 0, question)
        _number(version)

    with_draft(version, actor, add, question=question.key)
    return question


def _new_key(version: QuestionnaireVersion) -> str:
    """`q` and a number no version of the questionnaire has had: an old answer is never taken for one to a new question."""
    used = {q.key for v in queries.questionnaires.versions_of(version.questionnaire_id) for q in v.questions}
    return next(key for n in range(1, len(used) + 2) if (key := f"q{n}") not in used)


def change_question(question: CheckQuestion, *, actor: Actor, **facts: Any) -> None:
    """Write it anew; it keeps its key, so that answers are compared."""
    check_citation(**facts)

    def change() -> None:
        for name in FACTS:
            setattr(question, name, facts[name])

    with_draft(question.version, actor, change, question=question.key)


def remove_question(question: CheckQuestion, *, actor: Actor) -> None:
    version = question.version

    def remove() -> None:
        version.questions.remove(question)
        _number(version)

    with_draft(version, actor, remove, question=question.key)


def move_question(question: CheckQuestion, *, up: bool, actor: Actor) -> None:
    """One place up or down; at the end it stays."""
    version = question.version

    def move() -> None:
        here = version.questions.index(question)
        there = here + (-1 if up else 1)
        if 0 <= there < len(version.questions):
            version.questions.insert(there, version.questions.pop(here))
        _number(version)

    with_draft(version, actor, move, question=question.key)


def _number(version: QuestionnaireVersion) -> None:
    for position, question in enumerate(version.questions, 1):
        question.position = position


def with_draft(
    version: QuestionnaireVersion, actor: Actor, change: Callable[[], None], **details: Any
) -> None:
    """Change a draft. Refused once it lies before somebody else; who changes it counts as its drafter."""
    require(actor, P.DRAFT, version)
    lock(version)
    if version.state is not VersionState.DRAFT:
        raise Refused(_("已经送另一人发布，不能再改；要改请先退回。"))
    change()
    session.flush()
    audit.record("draft", version, actor=actor, **details)


def check_citation(**facts: Any) -> None:
    """Only clauses that were compared with the text are cited by number, and whoever says so names the day."""
    if bool(facts["checked_by"]) != bool(facts["checked_on"]):
        raise Refused(_("核对人和核对日期要一起填。"), field="checked_on")
    if facts["checked_on"] is not None and facts["checked_on"] > clock.today():
        raise Refused(_("核对日期不能在今天之后。"), field="checked_on")
    allowed = _citable(facts["number"])
    cited = _ARTICLE.findall("".join(facts["clause"].split()))
    if allowed is not None and (outside := [a for a in cited if a not in allowed]):
        raise Refused(
            _("%(number)s的%(article)s还没有与正式文本核对，不能按条号引用；请把条款一栏留空。", number=facts["number"], article=outside[0]),
            field="clause",
        )  # fmt: skip


def _citable(number: str) -> set[str] | None:
    """Articles of the document with this number that may be cited; None: all."""
    for line in dated.value("selfcheck.limited_citation"):
        limited, *articles = line.split()
        if limited == "".join(number.split()):
            return set(articles)
    return None
