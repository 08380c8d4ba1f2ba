"""Who has joined, by time."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from association.kernel import clock
from association.kernel.errors import Unknown
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import find_by, public
from association.kernel.words import _l
from bulletins.appeals import queries
from bulletins.appeals.models import InitiatorState, Joining, JoiningState
from bulletins.notices import queries as notices
from bulletins.notices.models import Notice
from bulletins.notices.policy import P as NoticeP

bp = Blueprint("appeals", __name__, url_prefix="/bulletins")

SHOWN = 10
COLUMNS = (
    Column("name", _l("单位（加入时的名称）"), lambda j: j.name),
    Column("uscc", _l("统一社会信用代码"), lambda j: j.organisation.uscc),
    Column("province", _l("所在地"), lambda j: j.organisation.province_name),
    Column("joined_on", _l("加入日期"), lambda j: clock.day_of(j.joined_at)),
    Column("left_on", _l("退出日期"), lambda j: clock.day_of(j.left_at) if j.left_at else None),
    Column("state", _l("状态"), lambda j: str(j.state.label)),
)
ORDERS = {
    "time": (_l("加入时间"), (Joining.joined_at, Joining.id)),
    "newest": (_l("最近加入"), (Joining.joined_at.desc(), Joining.id.desc())),
    "name": (_l("名称"), (Joining.name_key, Joining.id)),
}


def part(notice: Notice) -> Mapping[str, Any]:
    """What a notice's public page shows of an appeal."""
    appeal = queries.of_notice(notice)
    if appeal is None:
        return {"appeal": None}
    return {
        "appeal": appeal, "joined": queries.how_many(appeal), "lately": queries.newest(appeal, SHOWN),
        "initiators": queries.initiators_of(appeal, InitiatorState.AGREED),
    }  # fmt: skip


@bp.get("/<slug>/joined/")
@public
def joined(slug: str) -> ResponseReturnValue:
    """The public list of an appeal, those who left too."""
    notice = find_by(notices.by_slug(slug), NoticeP.READ)
    appeal = queries.of_notice(notice)
    if appeal is None:
        raise Unknown
    listing = Listing(
        queries.joinings_of(appeal), columns=COLUMNS, orders=ORDERS,
        url_of=lambda j: url_for("record.show", uscc=j.organisation.uscc),
        filters=[
            Words("q", _l("单位名称"), queries.called_so),
            Choice(
                "state", _l("状态"), lambda rows, value: rows.where(Joining.state == JoiningState(value)),
                pairs=[(s.value, s.label) for s in JoiningState],
            ),
        ],
    )  # fmt: skip
    return listing.answer("bulletins/appeals/joined.html", notice=notice, appeal=appeal)
