"""What everybody sees: the consultations, the text of one with what was said under each clause, the list of comments, the table."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, render_template, url_for
from flask.typing import ResponseReturnValue

from association.consultations import queries, texts, workbook
from association.consultations.models import Comment, Consultation, ConsultationState, Outcome
from association.consultations.policy import P
from association.kernel.db import session
from association.kernel.errors import Unknown
from association.kernel.feeds import Feed
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import decided_inside, find_by, public
from association.kernel.words import _l

bp = Blueprint("consultations", __name__, url_prefix="/consultations")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ORDERS = {
    "open": (_l("正在征求的在前"), (queries.OPEN_FIRST, Consultation.closes_on, Consultation.id)),
    "newest": (_l("最近开始"), (Consultation.opens_on.desc(), Consultation.id.desc())),
    "closing": (_l("最近截止"), (Consultation.closes_on.desc(), Consultation.id.desc())),
}


FEED = Feed(
    title=_l("征求意见"), newest=(Consultation.opens_on.desc(), Consultation.id.desc()), at=lambda c: c.opens_on,
    called=lambda c: c.title, says=lambda c: f"{c.opens_on} – {c.closes_on}\n{c.note}",
)  # fmt: skip


def address(consultation: Consultation) -> str:
    return url_for("consultations.show", slug=consultation.slug)


def found(slug: str) -> Consultation:
    """The consultation under this address; Unknown when there is none."""
    return find_by(queries.by_slug(slug), P.READ)


def state_filter() -> Choice:
    return Choice(
        "state", _l("状态"), lambda rows, value: rows.where(Consultation.state == ConsultationState(value)),
        pairs=[(s.value, s.label) for s in ConsultationState],
    )  # fmt: skip


def columns(counted: Mapping[int, queries.Counts]) -> Sequence[Column]:
    """The columns of every list of consultations; how many comments are public comes from `counted`."""
    return (
        Column("title", _l("名称"), lambda c: c.title),
        Column("state", _l("状态"), lambda c: str(c.state.label)),
        Column("opens_on", _l("开始日"), lambda c: c.opens_on),
        Column("closes_on", _l("截止日"), lambda c: c.closes_on),
        Column("comments", _l("公开的意见"), lambda c: counted.get(c.id, queries.Counts()).shown),
    )


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """All, those that can still be commented on first."""
    counted: dict[int, queries.Counts] = {}
    listing = Listing(
        queries.in_public(), columns=columns(counted), url_of=address, orders=ORDERS,
        filters=[Words("q", _l("名称或说明"), queries.with_words), state_filter()],
        prepare=lambda rows: counted.update(queries.counts([c.id for c in rows])), feed=FEED,
    )  # fmt: skip
    return listing.answer("association/consultations/index.html", counted=counted)


@bp.get("/<slug>/")
@public
def show(slug: str) -> ResponseReturnValue:
    """The text clause by clause, with what was said of each and the answers beside."""
    consultation = found(slug)
    groups = texts.laid_out(consultation.edition)
    said = queries.shown_by_clause(consultation)
    known = {line.about for group in groups for line in group.lines} | {group.whole for group in groups}
    return render_template(
        "association/consultations/show.html",
        consultation=consultation,
        groups=groups,
        outline=[g for g in groups if g.lines[0].is_heading],
        said=said,
        count=sum(len(comments) for comments in said.values()),
        elsewhere=[c for path, comments in said.items() if path not in known or not path for c in comments],
    )


def _outcome_filter() -> Choice:
    return Choice(
        "outcome", _l("处理意见"), lambda rows, value: rows.where(Comment.outcome == Outcome(value)),
        pairs=[(o.value, o.label) for o in Outcome],
    )  # fmt: skip


def _columns_of_comments(*, answered: bool) -> Sequence[Column]:
    """The table's columns, with the answers once they are public."""
    said = (
        Column("number", _l("序号"), lambda c: c.number),
        Column("clause", _l("章节号"), lambda c: c.place),
        Column("original", _l("原文"), lambda c: c.original),
        Column("proposed", _l("修改后内容"), lambda c: c.proposed),
        Column("comment", _l("意见"), lambda c: c.body),
        Column("reason", _l("理由"), lambda c: c.reason),
        Column("author", _l("提出单位"), lambda c: c.public_author),
    )
    if not answered:
        return said
    return (
        *said,
        Column("outcome", _l("处理意见"), lambda c: str(c.outcome.label) if c.outcome else ""),
        Column("answer", _l("答复的理由"), lambda c: c.answer),
    )


@bp.get("/<slug>/comments/")
@public
def comments(slug: str) -> ResponseReturnValue:
    """All public comments as a table; with the answers when the consultation is finished."""
    consultation = found(slug)
    answered = consultation.is_finished
    listing = Listing(
        queries.public_comments(consultation), columns=_columns_of_comments(answered=answered),
        url_of=lambda c: f"{address(consultation)}#c-{c.number}",
        orders={"number": (_l("序号"), (Comment.number, Comment.id))},
        filters=[Words("q", _l("意见里的词"), queries.called), *([_outcome_filter()] if answered else [])],
    )  # fmt: skip
    return listing.answer("association/consultations/comments.html", consultation=consultation)


@bp.get("/<slug>/table.xlsx")
@decided_inside
def table(slug: str) -> ResponseReturnValue:
    """The 意见汇总处理表, once the answers are public."""
    consultation = found(slug)
    if not consultation.is_finished:
        raise Unknown
    rows = session.scalars(queries.public_comments(consultation).order_by(Comment.number, Comment.id))
    return workbook_answer(consultation, workbook.written(consultation, rows, with_names=False))


def workbook_answer(consultation: Consultation, body: bytes) -> Response:
    answer = Response(body, mimetype=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{consultation.slug}-comments.xlsx"'
    return answer
