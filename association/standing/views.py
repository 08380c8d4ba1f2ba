"""What stands: one's own, and all of it for staff. The public reads it on the organisation's record."""

from flask import Blueprint, Flask, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import history, subjects
from association.kernel.lists import Choice, Column, Day, Filter, Listing, Words
from association.kernel.policy import can
from association.kernel.web import actor, decided_inside, find, needs, signed_in
from association.kernel.words import _l
from association.standing import queries
from association.standing.models import Standing, StandingKind, StandingState
from association.standing.policy import P, is_about_them

bp = Blueprint("standing", __name__, url_prefix="/standing")
own = Blueprint("own_standing", __name__, url_prefix="/my/standing")
desk = Blueprint("standing_desk", __name__, url_prefix="/desk/standing")

history.describe(
    record_standing=_l("记录在案"), show_standing=_l("公开这条记录"), hide_standing=_l("不再公开这条记录"), end_standing=_l("提前结束"),
    withdraw_standing=_l("撤销"), fulfil_standing=_l("办结"), extend_standing=_l("改期限"), expire_standing=_l("期满"), note_overdue=_l("登记逾期"),
)  # fmt: skip

COLUMNS = (
    Column("about", _l("单位或个人"), lambda s: s.about),
    Column("uscc", _l("统一社会信用代码"), lambda s: s.organisation.uscc if s.organisation else ""),
    Column("kind", _l("类别"), lambda s: str(s.kind.label)),
    Column("title", _l("事项"), lambda s: s.title),
    Column("basis", _l("依据"), lambda s: s.basis),
    Column("from_on", _l("自"), lambda s: s.from_on),
    Column("to_on", _l("至"), lambda s: s.to_on),
    Column("state", _l("状态"), lambda s: str(s.state.label)),
    Column("closed_on", _l("结束日期"), lambda s: s.closed_on),
    Column("closed_because", _l("结束的理由"), lambda s: s.closed_because),
    Column("source", _l("出处"), lambda s: s.url),
)
ORDERS = {
    "newest": (_l("最近记入"), (Standing.from_on.desc(), Standing.id.desc())),
    "due": (_l("截止日期"), (Standing.to_on.is_(None), Standing.to_on, Standing.id)),
}


def page_of(row: Standing) -> str:
    return url_for("standing.show", id=row.id)


def _filters() -> list[Filter]:
    return [
        Words("q", _l("事项或单位"), queries.with_words),
        Choice(
            "kind", _l("类别"), lambda rows, value: rows.where(Standing.kind == StandingKind(value)),
            pairs=[(kind.value, kind.label) for kind in StandingKind],
        ),
        Choice(
            "state", _l("状态"), lambda rows, value: rows.where(Standing.state == StandingState(value)),
            pairs=[(state.value, state.label) for state in StandingState],
        ),
        Day("on", _l("在哪一天有效"), queries.of_day),
    ]  # fmt: skip


@own.get("/")
@signed_in
def index() -> ResponseReturnValue:
    """Whatever is on record about oneself and one's organisations, whether it is public or not."""
    listing = Listing(
        queries.about(actor()), columns=COLUMNS, url_of=page_of, orders=ORDERS, filters=_filters()
    )
    return listing.answer("association/standing/index.html")


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """One fact: its term, its basis, what wrote it, and what is to be done."""
    row = find(Standing, id, P.SEE)
    knows = can(actor(), P.LIST_ALL)
    return render_template(
        "association/standing/show.html", row=row, is_staff=knows, is_theirs=is_about_them(actor(), row),
        lines=history.panel(row) if knows else [],
    )  # fmt: skip


@desk.get("/")
@needs(P.LIST_ALL)
def all_rows() -> ResponseReturnValue:
    """Everything on record."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, url_of=page_of, orders=ORDERS, filters=_filters()
    )
    return listing.answer("association/standing/all.html")


def init_app(app: Flask) -> None:
    subjects.known(Standing, see=P.SEE, title_of=lambda s: f"{s.title} {s.about}", page_of=page_of)
    for blueprint in (bp, own, desk):
        app.register_blueprint(blueprint)
