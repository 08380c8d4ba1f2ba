"""The desks: what waits for you, what you have started, what you have done. Staff, members and experts see the same page over their
own business."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from association.accounts.models import STAFF
from association.kernel import audit, history, subjects
from association.kernel.db import session
from association.kernel.exports import csv
from association.kernel.lists import Column
from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.web import actor, needs
from association.kernel.words import _l
from association.organisations import queries as organisations
from association.organisations.policy import KIND
from front.waiting import areas, started_by, waiting_for

bp = Blueprint("desk", __name__, url_prefix="/desk")
my = Blueprint("my", __name__, url_prefix="/my")
review = Blueprint("review", __name__, url_prefix="/review")


class P(Permission):
    """Who has which desk."""

    DESK = _l("使用秘书处工作台")
    MY = _l("使用“我的”")
    REVIEW = _l("使用专家阅评台")


grant(P.DESK, has_role(*(role.value for role in STAFF)))
grant(P.MY, signed_in)
grant(P.REVIEW, has_role("expert"))

_CSV = (
    Column("due_on", _l("截止日期"), lambda w: w.due_on),
    Column("title", _l("事项"), lambda w: w.title),
    Column("ask", _l("要办什么"), lambda w: w.ask),
    Column("what", _l("业务"), lambda w: w.what),
)


def _desk(template: str, **context: object) -> ResponseReturnValue:
    who = actor()
    waiting = waiting_for(who)
    counted = [(key, word, sum(w.area == key for w in waiting)) for key, word in areas()]
    area = request.args.get("area", "")
    shown = [w for w in waiting if w.area == area] if area in dict(areas()) else waiting
    if request.args.get("format") == "csv":
        return csv(shown, _CSV)
    return render_template(
        template, waiting=shown, total=len(waiting), areas=counted, area=area, started=started_by(who),
        done=_done_by(who, limit=8), **context,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A deed of one's own, and to what it was done (None: no longer to be seen)."""

    entry: audit.AuditEntry
    word: str
    subject: subjects.Named | None


def _done_by(who: Actor, *, limit: int) -> list[Done]:
    """The actor's latest deeds."""
    rows = session.scalars(
        select(audit.AuditEntry)
        .where(audit.AuditEntry.account_id == who.account_id, audit.AuditEntry.deed.not_in(_QUIET))
        .order_by(audit.AuditEntry.at.desc(), audit.AuditEntry.id.desc())
        .limit(limit)
    ).all()
    names = subjects.named([(row.subject_kind, row.subject_id) for row in rows], reader=who)
    return [
        Done(
            entry=row,
            word=history.word_of(row.subject_kind, row.deed),
            subject=names.get((row.subject_kind, row.subject_id)),
        )
        for row in rows
    ]


_QUIET = ("sign_in", "sign_out")


@bp.get("/")
@needs(P.DESK)
def index() -> ResponseReturnValue:
    """Staff."""
    return _desk("front/desk.html")


@my.get("/", endpoint="index")
@needs(P.MY)
def index_of_my() -> ResponseReturnValue:
    """Members and trainees: what waits, and the organisations one acts for."""
    who = actor()
    posts: dict[int, list[str]] = {}
    for relation in who.relations:
        if relation.kind == KIND:
            posts.setdefault(relation.id, []).append(relation.word)
    return _desk("front/my.html", mine=organisations.mine(who), posts=posts)


@review.get("/", endpoint="index")
@needs(P.REVIEW)
def index_of_review() -> ResponseReturnValue:
    """Experts."""
    return _desk("front/review.html")
