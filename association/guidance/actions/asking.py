"""Asking, adding, asking back, asking further: what is said between the asker and the office."""

from collections.abc import Sequence
from datetime import date, timedelta

from association.guidance import queries
from association.guidance.effects import answer_by
from association.guidance.models import GuidanceMessage, Question, WorkClass
from association.guidance.policy import P
from association.guidance.workflow import QUESTION
from association.kernel import attachments, audit, clock, dated, numbering, working_days
from association.kernel.attachments import PAPERS, Upload
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.policy import SYSTEM, Actor, require
from association.kernel.regular import every
from association.kernel.words import _

FILES = "paper"


def ask(
    *,
    organisation_id: int | None,
    topic: str,
    title: str,
    text: str,
    works: Sequence[str] = (),
    accounts: Sequence[str] = (),
    work_class: WorkClass | None = None,
    happens_on: date | None = None,
    files: Sequence[Upload] = (),
    actor: Actor,
) -> Question:
    """Ask in private, for an organisation one acts for or (None) for oneself."""
    require(actor, P.ASK)
    if organisation_id is not None and organisation_id not in actor.ids("organisation", "clerk", "signer"):
        raise Refused(_("请选择你代表的单位。"), field="organisation_id")
    if topic not in dated.value("guidance.topics"):
        raise Refused(_("请选择主题。"), field="topic")
    if queries.how_many_open(actor.account_id) >= int(dated.value("guidance.open_limit")):
        raise Refused(_("你还有多件咨询没有结束，请等答复后再提。"))
    question = Question(
        reference="", organisation_id=organisation_id, account_id=actor.account_id, topic=topic, title=title, works=list(works),
        accounts=list(accounts), work_class=work_class, happens_on=happens_on, due_on=working_days.add(clock.today(), answer_by()).on,
    )  # fmt: skip
    question.reference = _reference(question)
    audit.record("ask", question, actor=actor, to_state=question.state.value, organisation=organisation_id)
    _say(question, text, files=files, by_staff=False, actor=actor)
    return question


def _reference(question: Question) -> str:
    # The number knows its subject's id, which it has once it is written; until then the reference is a placeholder of its own.
    question.reference = f"?{id(question)}"
    session.add(question)
    session.flush()
    form = str(dated.value("guidance.question_number"))
    return numbering.issue("guidance_question", question, form=form).written


def reply(question: Question, *, text: str, files: Sequence[Upload] = (), actor: Actor) -> None:
    """The asker says more, asked or not; the days of answering begin anew."""
    QUESTION.take("reply", question, actor=actor)
    _say(question, text, files=files, by_staff=False, actor=actor)


def further(question: Question, *, text: str, files: Sequence[Upload] = (), actor: Actor) -> None:
    """A question about the answer: it is open again, and what was answered stays."""
    QUESTION.take("further", question, actor=actor)
    _say(question, text, files=files, by_staff=False, actor=actor)


def ask_back(question: Question, *, text: str, files: Sequence[Upload] = (), actor: Actor) -> None:
    """Staff need to know more."""
    QUESTION.take("ask_back", question, actor=actor)
    _say(question, text, files=files, by_staff=True, actor=actor)


def rate(question: Question, *, helped: bool, note: str, actor: Actor) -> None:
    """Whether it helped; may be said anew."""
    QUESTION.take("rate", question, actor=actor)
    question.helped, question.helped_note = helped, note


def _say(question: Question, text: str, *, files: Sequence[Upload], by_staff: bool, actor: Actor) -> None:
    """Words stay in their own row: the trail, which others read, says only that something was said."""
    if not text.strip():
        raise Refused(_("请写明内容。"), field="text")
    message = GuidanceMessage(
        question_id=question.id, account_id=actor.account_id, by_staff=by_staff, text=text.strip()
    )
    session.add(message)
    session.flush()
    for file in files:
        attachments.store(file, subject=message, kind=FILES, actor=actor, limits=PAPERS)


@every(timedelta(hours=6), "guidance.lapse")
def lapse_silent() -> int:
    """Close what nobody has said anything about for long; returns how many."""
    silent = queries.too_long_silent(limit=200)
    for question in silent:
        QUESTION.take("lapse", question, actor=SYSTEM)
    return len(silent)
