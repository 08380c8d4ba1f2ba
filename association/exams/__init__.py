"""Exams (考试): a bank of questions bound to clauses, a plan for each course that wants one, papers drawn for each person, marking, appeals.

The clock of the server is the only one that counts; every save of an answer is kept under its number, so that two windows lose nothing of each other.
A certificate of training waits for the exam through `training.prerequisites`, so that training knows nothing of it.

models the tables · settings · drawing which questions a paper has · tickets the code an organisation hands on · policy · queries · gates what stands in
the way · effects what steps do, marking · workflow the three lives · workbook, trial questions by .xlsx, read by the worker · letters · completing what
training asks · clockwork time that is over, clauses that have changed · actions · forgetting · waiting · forms, views pages.
"""

from flask import Flask

from association.exams import clockwork, completing, forgetting, letters, settings, views
from association.exams.models import QuestionList
from association.exams.policy import P
from association.kernel import attachments
from association.kernel.audit import kind_of

# Imported for what the association may change.
_PRESENT = (settings,)


def init_app(app: Flask) -> None:
    letters.init_app()
    clockwork.init_app()
    completing.init_app()
    forgetting.init_app()
    attachments.owned_by(kind_of(QuestionList), attachments.who_may(QuestionList, P.SEE_BANK))
    views.init_app(app)
