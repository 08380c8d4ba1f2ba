"""The office: which sessions were asked about; after the end and above the least number, what was said. Teachers read the page of their own course."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import exports, history
from association.kernel.errors import Refused
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find, needs
from association.kernel.words import _, _l
from association.surveys import queries
from association.surveys.models import Survey, SurveyState
from association.surveys.policy import P

bp = Blueprint("training_surveys", __name__, url_prefix="/desk/training/surveys")

COLUMNS = (
    Column("course", _l("课程"), lambda s: s.session.course.title),
    Column("number", _l("期"), lambda s: s.session.number),
    Column("state", _l("状态"), lambda s: str(s.state.label)),
    Column("opened_on", _l("开始"), lambda s: s.opened_on),
    Column("closes_on", _l("最后一天"), lambda s: s.closes_on),
)
SAID = (
    Column("question", _l("问题"), lambda row: row[0]),
    Column("said", _l("回答"), lambda row: row[1]),
    Column("count", _l("份数"), lambda row: row[2]),
)


def page_of(survey: Survey) -> str:
    return url_for("training_surveys.show", id=survey.id)


@bp.get("/")
@needs(P.LIST_ALL)
def index() -> ResponseReturnValue:
    """Every survey, the newest first."""
    found: dict[int, int] = {}
    listing = Listing(
        queries.everything(), columns=(*COLUMNS, Column("answered", _l("已填写（份）"), lambda s: found[s.id])), url_of=page_of,
        filters=[
            Words("q", _l("课程"), queries.called),
            Choice(
                "state", _l("状态"), lambda rows, v: rows.where(Survey.state == SurveyState(v)),
                pairs=[(s.value, s.label) for s in SurveyState], as_links=True,
            ),
        ],
        orders={"newest": (_l("最近开始在前"), (Survey.opened_on.desc(), Survey.id.desc()))},
        prepare=lambda rows: found.update(queries.answered_counts(rows)),
    )  # fmt: skip
    return listing.answer("association/surveys/index.html", answered=found)


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """How many answered; once it is over and enough have, what was said."""
    survey = find(Survey, id, P.SEE)
    is_office = can(actor(), P.LIST_ALL, survey)
    return render_template(
        "association/surveys/show.html", survey=survey, row=survey.session, results=queries.results(survey), is_office=is_office,
        answered=queries.answered_counts([survey])[survey.id], lines=history.panel(survey) if is_office else [],
    )  # fmt: skip


@bp.get("/<int:id>/results.csv")
@decided_inside
def results(id: int) -> ResponseReturnValue:  # noqa: A002
    """The same sums, a row for each word; then what was written."""
    survey = find(Survey, id, P.EXPORT)
    found = queries.results(survey)
    if found is None:
        raise Refused(_("反馈结束前和份数不够时没有结果可以下载。"))
    rows: list[tuple[str, str, int | str]] = []
    for result in found:
        rows += [(result.text, word, n) for word, n in result.counts]
        rows += [(result.text, words, "") for words in result.written]
    return exports.csv(rows, SAID)
