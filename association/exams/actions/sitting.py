"""Sitting an exam: a place is claimed, a paper drawn, answers saved one by one. Nothing saved is ever overwritten."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from association.exams import drawing, gates, queries
from association.exams.models import (
    Answer,
    Candidate,
    ExamPlan,
    Item,
    Question,
    QuestionKind,
    Sitting,
    SittingState,
)
from association.exams.policy import P
from association.kernel import audit, clock, dated
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.personal import keyed_hmac
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.training import identity
from association.training.labels import NUMBER_KINDS
from association.training.models import Enrolment

LONGEST = 5_000
"""Characters of a written answer."""
Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of what was sent: questions whose answer counts now, and those whose answer was put aside, for a newer one was there."""

    taken: list[int] = field(default_factory=list)
    aside: list[int] = field(default_factory=list)


def claim(*, code: str, number: str, actor: Actor) -> Enrolment:
    """A place that an organisation has signed up becomes the account's to sit. Refused for a code and number that do not belong together, and where
    somebody else has claimed it.
    """
    require(actor, P.CLAIM)
    keys = [keyed_hmac(f"{kind}:{identity.tidy(number)}") for kind in NUMBER_KINDS]
    enrolment = queries.enrolment_with_code(code, keys)
    if enrolment is None or actor.person_id is None:
        raise Refused(_("准考码和证件号码对不上，请核对单位交给你的准考码。"), field="code")
    lock(enrolment)
    candidate = queries.candidates_of([enrolment.id]).get(enrolment.id)
    if candidate is None:
        candidate = Candidate(enrolment=enrolment)
        session.add(candidate)
    if candidate.person_id not in (None, actor.person_id):
        raise Refused(_("这个准考码已经由另一个账户认领；不是你本人认领的，请告诉培训部门。"), field="code")
    if candidate.person_id is None:
        candidate.person_id = actor.person_id
        audit.record("claim_exam", enrolment, actor=actor)
    return enrolment


def start(enrolment: Enrolment, *, actor: Actor) -> Sitting:
    """Draw a paper; pressed twice, by two windows or at once, it is the same paper. Refused with the reason when none can be drawn."""
    require(actor, P.SIT, enrolment)
    lock(enrolment)
    if (under_way := queries.open_sitting(enrolment)) is not None:
        return under_way
    sittings = queries.sittings_of([enrolment.id])[enrolment.id]
    plan = gates.plan_for(enrolment.session)
    sentence = gates.not_yet(enrolment, sittings)
    if sentence or plan is None:
        raise Refused(sentence or _("这一期不要求考试。"))
    if short := gates.fits_the_bank(plan):
        raise Refused(_("现在组不成试卷，请告诉培训部门后再来。%(why)s", why=str(short)))
    sitting = _drawn(enrolment, plan, attempt=len(sittings) + 1, person_id=actor.person_id or 0)
    audit.record("start_exam", sitting, actor=actor, attempt=sitting.attempt, plan=plan.id)
    return sitting


def _drawn(enrolment: Enrolment, plan: ExamPlan, *, attempt: int, person_id: int) -> Sitting:
    seed, now = secrets.token_hex(16), clock.now()
    chosen = drawing.draw(plan.parts, queries.askable(), seed=seed)
    questions = {q.id: q for q in session.scalars(queries.bank().where(Question.id.in_(chosen)))}
    sitting = Sitting(
        enrolment=enrolment, person_id=person_id, plan=plan, attempt=attempt, number=secrets.token_hex(4).upper(), seed=seed, started_at=now,
        due_at=now + gates.minutes(plan), pass_mark=int(dated.value("exams.pass_mark")), points_all=sum(q.points for q in questions.values()),
    )  # fmt: skip
    sitting.items = [
        Item(position=n, question=questions[id_], order=shown_order(questions[id_], seed=seed))
        for n, id_ in enumerate(chosen, 1)
    ]
    session.add(sitting)
    session.flush()
    return sitting


def shown_order(question: Question, *, seed: str) -> list[str]:
    """Options stand in another order on every paper; right and wrong do not."""
    keys = [key for key, _text in question.choices]
    if question.kind is QuestionKind.JUDGEMENT:
        return keys
    return [str(key) for key in drawing.shuffled(keys, seed=f"{seed}:{question.id}")]


def save(sitting: Sitting, sent: Mapping[int, tuple[Said, int]], *, actor: Actor) -> Saved:
    """`sent` is position → (answer, number of the save the page knew). What the page did not change is left alone; what it changed without knowing of a
    newer answer is kept aside. Refused once the paper is handed in or its time is over: what was saved before counts.
    """
    require(actor, P.SIT, sitting)
    lock(sitting)
    _is_open(sitting)
    items = {item.position: item for item in queries.items_of(sitting)}
    saves = queries.answers_of(list(items.values()))
    done = Saved()
    for position, (said, base) in sorted(sent.items()):
        item = items.get(position)
        if item is None:
            raise Refused(_("试卷上没有这一题。"))
        answer = _tidy(item, said)
        known = {save.number: save.said for save in saves[item.id]}
        if answer in (item.said, known.get(base, {})):
            continue
        is_aside = base != item.version
        if is_aside and any(save.is_aside and save.said == answer for save in saves[item.id]):
            continue
        _kept(item, answer, is_aside=is_aside)
        (done.aside if is_aside else done.taken).append(position)
    return done


def _is_open(sitting: Sitting) -> None:
    if sitting.state is not SittingState.OPEN:
        raise Refused(_("试卷已经交了，不能再改答案；交卷以前保存的都算数。"))
    if sentence := gates.in_time(sitting):
        raise Refused(sentence)


def _tidy(item: Item, said: Said) -> Said:
    """The answer as it is kept: keys in the order of the question, or text. Refused for options that are not on the paper."""
    if item.question.kind is QuestionKind.WRITTEN:
        text = str(said.get("text") or "").replace("\r\n", "\n").strip()
        if len(text) > LONGEST:
            raise Refused(_("一题最多写%(n)d个字。", n=LONGEST), field=f"q{item.position}")
        return {"text": text} if text else {}
    keys = set(said.get("keys") or ())
    if not keys <= set(item.order) or (len(keys) > 1 and item.question.kind is not QuestionKind.MULTIPLE):
        raise Refused(_("请从列出的选项中选择。"), field=f"q{item.position}")
    return {"keys": [key for key, _text in item.question.choices if key in keys]} if keys else {}


def _kept(item: Item, said: Said, *, is_aside: bool) -> None:
    item.last += 1
    session.add(Answer(item=item, number=item.last, said=said, is_aside=is_aside))
    if not is_aside:
        item.said, item.version = said, item.last


def use_answer(sitting: Sitting, answer_id: int, *, actor: Actor) -> int:
    """An answer kept earlier counts again, as a new save; returns the question's place."""
    require(actor, P.SIT, sitting)
    lock(sitting)
    _is_open(sitting)
    items = queries.items_of(sitting)
    answer = session.get(Answer, answer_id)
    if answer is None or answer.item not in items:
        raise Refused(_("试卷上没有这一题。"))
    _kept(answer.item, answer.said, is_aside=False)
    return answer.item.position
