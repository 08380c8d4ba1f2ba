"""Questionnaires, self-checks and rounds as the tests need them, made through the real actions."""

from datetime import date, timedelta
from typing import Any

from association.kernel import clock
from association.kernel.db import session
from association.kernel.transactions import writing
from association.organisations.models import Kind
from association.selfcheck import actions, queries
from association.selfcheck.models import CheckAnswer, Part, QuestionnaireVersion, Round, SelfCheck, Value
from association.selfcheck.workflow import ROUND, SELF_CHECK, VERSION
from tests import cast, stages


def facts(words: str, **changes: Any) -> dict[str, Any]:
    return {
        "group": "样例部分", "words": words, "explanation": "", "evidence": "", "example": "", "basis": "样例文件", "number": "", "clause": "",
        "issued_on": None, "is_draft": False, "checked_by": "", "checked_on": None,
    } | changes  # fmt: skip


def drafted(*words: str, kind: Kind = Kind.STUDIO, title: str = "样例自查") -> int:
    """A questionnaire's first draft with these questions."""
    with writing():
        version = actions.found(title=title, kind=kind, actor=cast.staff("registrar"))
        for one in words:
            actions.add_question(version, **facts(one), actor=cast.staff("registrar"))
    return version.id


def published(*words: str, kind: Kind = Kind.STUDIO, title: str = "样例自查") -> int:
    return publish(drafted(*(words or ("片名是否经过审核？", "片头是否展示号码？")), kind=kind, title=title))


def publish(version_id: int) -> int:
    """Written by one, published by another."""
    with writing():
        VERSION.take("submit", version(version_id), actor=cast.staff("registrar"))
    with writing():
        VERSION.take("publish", version(version_id), actor=cast.staff("registrar"))
    return version_id


def version(id_: int) -> QuestionnaireVersion:
    return session.get_one(QuestionnaireVersion, id_)


def started(firm: cast.Firm, version_id: int) -> int:
    with writing():
        return actions.start(firm.organisation, version(version_id), actor=firm.clerk).id


def check(id_: int) -> SelfCheck:
    return session.get_one(SelfCheck, id_)


def answer(firm: cast.Firm, check_id: int, *values: str, **more: Any) -> None:
    """The questions in order: yes, no, na."""
    with writing():
        for question, value in zip(check(check_id).questions, values, strict=False):
            before = next((a for a in check(check_id).answers if a.question_id == question.id), None)
            actions.answer(
                check(check_id), question, value=Value(value), note="样例说明", seen=before.revision if before else 0,
                actor=firm.clerk, **(more if value == "no" else {}),
            )  # fmt: skip


def finish(firm: cast.Firm, check_id: int) -> None:
    with writing():
        SELF_CHECK.take("finish", check(check_id), actor=firm.clerk)


def finished(firm: cast.Firm, version_id: int, *values: str, **more: Any) -> int:
    id_ = started(firm, version_id)
    answer(firm, id_, *values, **more)
    finish(firm, id_)
    return id_


def gap(check_id: int) -> CheckAnswer:
    return next(a for a in check(check_id).answers if a.is_gap)


def round_facts(version_id: int, **changes: Any) -> dict[str, Any]:
    return {
        "title": "片名专项自查", "topic": "内容与片名", "purpose": "查片名是否都经过审核。", "version": version(version_id),
        "due_on": clock.today() + timedelta(days=14), "kinds": ["studio"],
    } | changes  # fmt: skip


def opened(version_id: int, **changes: Any) -> int:
    """Written by one, opened by another, and told."""
    with writing():
        round_ = actions.draft_round(**round_facts(version_id, **changes), actor=cast.staff("registrar"))
        ROUND.take("submit", round_, actor=cast.staff("registrar"))
    with writing():
        ROUND.take("open", session.get_one(Round, round_.id), actor=cast.staff("registrar"))
    with writing():
        while actions.tell(session.get_one(Round, round_.id)):
            pass
    return round_.id


def round_(id_: int) -> Round:
    return session.get_one(Round, id_)


def part(round_id: int, firm: cast.Firm) -> Part | None:
    return queries.rounds.part_of(round_id, firm.id)


def in_round(round_id: int, firm: cast.Firm, *values: str) -> int:
    """Started, answered and finished for a round."""
    with writing():
        own = part(round_id, firm)
        assert own
        id_ = actions.start(firm.organisation, part=own, actor=firm.clerk).id
    answer(firm, id_, *values)
    finish(firm, id_)
    return id_


def share(firm: cast.Firm, check_id: int) -> None:
    with writing():
        SELF_CHECK.take("share", check(check_id), actor=firm.signer)


TODAY = date(2026, 11, 23)


stages.remember(__name__)
