"""The training office: counts by session and by month. Nobody is named, and nobody is ordered by size."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel.lists import Choice, Column, Listing
from association.kernel.web import needs
from association.kernel.words import _l
from association.training import queries as training
from association.training.models import CourseSession
from association.transcripts import counts, queries
from association.transcripts.counts import Figures
from association.transcripts.policy import P

bp = Blueprint("training_statistics", __name__, url_prefix="/desk/training/statistics")


@bp.get("/")
@needs(P.STATISTICS)
def index() -> ResponseReturnValue:
    """Sessions, the newest first; months as a chart and as its table."""
    found: dict[int, Figures] = {}
    listing = Listing(
        training.all_sessions(), url_of=lambda s: url_for("training_desk.show", id=s.id), per_page=50,
        filters=[Choice("course", _l("课程"), queries.of_course, pairs=queries.courses)],
        columns=(
            Column("course", _l("课程"), lambda s: s.course.title), Column("number", _l("期"), lambda s: s.number),
            Column("starts_at", _l("开始"), lambda s: s.starts_at), Column("places", _l("名额"), lambda s: s.places),
            Column("applied", _l("报名"), lambda s: found[s.id].applied), Column("seated", _l("有名额"), lambda s: found[s.id].seated),
            Column("waited", _l("排过候补"), lambda s: found[s.id].waited), Column("attended", _l("到场"), lambda s: found[s.id].attended),
            Column("examined", _l("参加考试"), lambda s: found[s.id].examined), Column("passed", _l("考试通过"), lambda s: found[s.id].passed),
            Column("certified", _l("结业发证"), lambda s: found[s.id].certified), Column("ended", _l("其中已失效"), lambda s: found[s.id].ended),
        ),
        orders={"newest": (_l("最晚开班在前"), (CourseSession.starts_at.desc(), CourseSession.id.desc()))},
        prepare=lambda rows: found.update(counts.of_sessions([s.id for s in rows])),
    )  # fmt: skip
    months = counts.by_month()
    most = max((max(m.applied, m.certified) for m in months), default=0) or 1
    return listing.answer("association/transcripts/statistics.html", found=found, months=months, most=most)
