"""The one verb of surveys: to answer. It leaves no line in the trail; that somebody has answered is the row that keeps it to once."""

from collections.abc import Mapping

from association.kernel import clock, exposure
from association.kernel.db import lock, session
from association.kernel.errors import Refused, RefusedMany
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.surveys import queries
from association.surveys.models import Answer, Participation, Survey, SurveyState
from association.surveys.policy import P


def check_open(survey: Survey) -> None:
    if survey.state is not SurveyState.OPEN or survey.closes_on < clock.today():
        raise Refused(_("这期培训的反馈已经结束，不能再填写。"))


def answer(survey: Survey, *, said: Mapping[str, str], number: str = "", actor: Actor) -> None:
    """Once for each who was there: `said` is code of the question → word or text, and may leave texts out. Refused for whoever was not there, a second time,
    after the end, and where the text names or points at somebody.
    """
    require(actor, P.ANSWER, survey)
    lock(survey)
    check_open(survey)
    _check_said(survey, said)
    attendee = queries.attendee(survey, actor, number)
    if attendee is None:
        raise Refused(
            _("没有找到这期培训的到场记录，请核对证件号码；仍找不到的，请联系培训办公室。"),
            field="number" if number else None,
        )
    if queries.has_answered(survey, attendee):
        raise Refused(_("已经填写过这期培训的反馈；每人填写一次，提交后不能修改。"))
    session.add(Participation(survey_id=survey.id, enrolment_id=attendee.id, answered_on=clock.today()))
    for question in survey.questions:
        if text := said.get(question["code"], ""):
            session.add(Answer(survey_id=survey.id, question=question["code"], said=text))
    session.flush()


def _check_said(survey: Survey, said: Mapping[str, str]) -> None:
    faults: list[tuple[str | None, object]] = []
    for n, question in enumerate(survey.questions):
        text = said.get(question["code"], "")
        if question["code"] not in survey.texts:
            if text not in survey.words:
                faults.append((f"answer{n}", _("请选一项。")))
        elif found := exposure.found_in(text):
            words = _("、").join(dict.fromkeys(one.words for one in found))
            faults.append(
                (f"answer{n}", _("请不要写能看出是谁的内容：%(words)s。改写后再提交。", words=words))
            )
    if faults:
        raise RefusedMany(faults)
