"""The life of a survey: it ends with its last day."""

from association.kernel.words import _l
from association.kernel.workflow import Step, Workflow
from association.surveys.models import SurveyState
from association.surveys.policy import P

S = SurveyState

SURVEY = Workflow(
    name="training_survey",
    title=_l("培训反馈"),
    states=S,
    initial=S.OPEN,
    steps=[
        Step(
            deed="close", label=_l("反馈结束"), from_=(S.OPEN,), to=S.CLOSED, needs=P.LIST_ALL, by_clock=True
        ),
    ],
)
