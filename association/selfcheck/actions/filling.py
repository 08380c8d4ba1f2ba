"""Answering: one question at a time, kept at once, by several colleagues."""

from collections.abc import Sequence
from datetime import date

from association.kernel import attachments, audit, clock
from association.kernel.attachments import PAPERS, Attachment, Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Organisation
from association.selfcheck import queries
from association.selfcheck.models import (
    CheckAnswer,
    CheckQuestion,
    CheckState,
    Part,
    QuestionnaireVersion,
    RoundState,
    SelfCheck,
    Value,
    VersionState,
)
from association.selfcheck.policy import P

EVIDENCE = "evidence"


def start(
    organisation: Organisation,
    version: QuestionnaireVersion | None = None,
    *,
    part: Part | None = None,
    actor: Actor,
) -> SelfCheck:
    """Begin with the version in use, or what a round asks; where one is under way, that one."""
    require(actor, P.START, organisation)
    version = part.round.version if part is not None else version
    if version is None:
        raise Refused(_("请选择一份问卷。"))
    if part is not None and part.round.state is not RoundState.OPEN:
        raise Refused(_("这一轮专项自查已经结束。"))
    if part is None and version.state is not VersionState.PUBLISHED:
        raise Refused(_("这个版本已不再使用，请用现在的版本。"))
    # Two colleagues may begin at once: the second finds what the first has begun.
    lock(organisation)
    round_id = part.round_id if part is not None else None
    under_way = queries.checks.open_one(organisation.id, version.questionnaire_id, round_id)
    if under_way is not None:
        return under_way
    check = SelfCheck(
        organisation_id=organisation.id, organisation=organisation, version=version, version_id=version.id,
        questionnaire_id=version.questionnaire_id, round_id=round_id, asked=list(part.round.asked) if part is not None else [],
    )  # fmt: skip
    session.add(check)
    session.flush()
    audit.record("start", check, actor=actor, to_state=check.state.value)
    return check


def answer(
    check: SelfCheck,
    question: CheckQuestion,
    *,
    value: Value,
    note: str,
    owner: str = "",
    due_on: date | None = None,
    evidence: Sequence[Upload] = (),
    seen: int = 0,
    actor: Actor,
) -> CheckAnswer:
    """Keep one answer. `seen` is the revision the page was drawn with (0: none): a colleague's newer answer is not written over."""
    require(actor, P.FILL, check)
    lock(check)
    if check.state is not CheckState.OPEN:
        raise Refused(_("这次自查已经完成，不能再改回答；要改请先重新填写。"))
    if value is Value.NOT_APPLICABLE and not note:
        raise Refused(_("请写明为什么不适用。"), field="note")
    check_day(due_on)
    found = queries.checks.answer_now(check, question)
    if found is not None and found.revision != seen:
        raise Refused(
            _(
                "你打开这一题之后有同事改过它，现在的回答是“%(value)s”。请看过再保存。",
                value=found.value.label,
            )
        )
    if found is None:
        found = CheckAnswer(check=check, question_id=question.id, question=question, value=value, revision=0)
        session.add(found)
    found.value, found.note = value, note or None
    found.owner, found.due_on = (owner or None, due_on) if value is Value.NO else (None, None)
    if value is not Value.NO:
        found.done_on = found.done_note = None
    found.revision, found.changed_at = found.revision + 1, clock.now()
    _keep_evidence(found, evidence, actor)
    return found


def _keep_evidence(found: CheckAnswer, evidence: Sequence[Upload], actor: Actor) -> None:
    session.flush()
    there = len(attachments.attachments_of(found, EVIDENCE))
    if there + len(evidence) > PAPERS.max_files:
        raise Refused(
            _("一道题最多%(n)d个文件，已有%(there)d个。", n=PAPERS.max_files, there=there), field="evidence"
        )
    for paper in evidence:
        attachments.store(paper, subject=found, kind=EVIDENCE, actor=actor, limits=PAPERS)


def check_day(due_on: date | None) -> None:
    if due_on is not None and due_on < clock.today():
        raise Refused(_("期限不能在今天之前。"), field="due_on")


def remove_evidence(answer_: CheckAnswer, paper: Attachment, *, actor: Actor) -> None:
    """While it is being filled in."""
    require(actor, P.FILL, answer_)
    lock(answer_.check)
    if answer_.check.state is not CheckState.OPEN:
        raise Refused(_("这次自查已经完成，不能再改回答；要改请先重新填写。"))
    attachments.remove(paper)


def plan(
    answer_: CheckAnswer,
    *,
    owner: str,
    due_on: date | None,
    is_done: bool,
    done_note: str,
    evidence: Sequence[Upload] = (),
    actor: Actor,
) -> None:
    """Who puts a gap right, by when, and whether it is done. Open as long as the organisation wants, also after finishing."""
    require(actor, P.FILL, answer_)
    lock(answer_.check)
    if not answer_.is_gap or answer_.check.state is CheckState.DROPPED:
        raise Refused(_("这一题没有缺项。"))
    if due_on != answer_.due_on and not is_done:
        check_day(due_on)
    answer_.owner, answer_.due_on = owner or None, due_on
    answer_.done_on = (answer_.done_on or clock.today()) if is_done else None
    answer_.done_note = done_note or None
    answer_.check.reminded_on = None
    _keep_evidence(answer_, evidence, actor)
    audit.record("plan", answer_.check, actor=actor)
