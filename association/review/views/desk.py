"""The desk of reviews: the list, the file of one, accepting it."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.footage import queries as files
from association.kernel import history, steps
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _, _l
from association.organisations.models import Organisation
from association.panels.policy import P as PanelsP
from association.review import actions, queries, settings
from association.review.forms import AcceptForm
from association.review.labels import LABELS
from association.review.models import Genre, ReviewState, WorkReview
from association.review.policy import P
from association.review.workflow import REVIEW
from association.works.models import Work

bp = Blueprint("review_desk", __name__, url_prefix="/desk/reviews")

COLUMNS = (
    Column("number", LABELS["number"], lambda r: r.number),
    Column("work", LABELS["work"], lambda r: r.work.title),
    Column("organisation", LABELS["organisation"], lambda r: r.work.organisation.name),
    Column("genre", LABELS["genre"], lambda r: str(r.genre.label)),
    Column("state", LABELS["state"], lambda r: str(r.state.label)),
    Column("round", LABELS["round"], lambda r: r.round),
    Column("submitted_at", LABELS["submitted_at"], lambda r: r.submitted_at),
    Column("answer_by", LABELS["answer_by"], lambda r: r.answer_by),
)


def page_of(review: WorkReview) -> str:
    """Where its reader keeps it: the desk, or the studio's own page."""
    if can(actor(), P.SEE_FILE, review):
        return url_for("review_desk.show", id=review.id)
    return url_for("own_reviews.show", id=review.id)


def crumbs(review: WorkReview | None = None) -> list[tuple[object, str | None]]:
    trail: list[tuple[object, str | None]] = [
        (_("工作台"), url_for("desk.index")),
        (_("作品评议"), url_for("review_desk.index")),
    ]
    return trail if review is None else [*trail, (review.called, url_for("review_desk.show", id=review.id))]


@bp.get("/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    """Every review, the newest first."""
    listing = Listing(
        queries.everything(), columns=COLUMNS, url_of=lambda r: url_for("review_desk.show", id=r.id),
        filters=[
            Words("q", _l("作品、单位或编号"), queries.called),
            Choice(
                "state", LABELS["state"], lambda rows, value: rows.where(WorkReview.state == ReviewState(value)),
                pairs=[(s.value, s.label) for s in ReviewState], as_links=True, counted=WorkReview.state,
            ),
            Choice(
                "genre", LABELS["genre"], lambda rows, value: rows.where(WorkReview.genre == Genre(value)), pairs=[(g.value, g.label) for g in Genre],
            ),
        ],
        orders={
            "newest": (_l("最近提交"), (WorkReview.submitted_at.desc(), WorkReview.id.desc())),
            "title": (_l("片名"), (Work.title, WorkReview.id)),
            "name": (_l("单位名称"), (Organisation.name_key, WorkReview.id)),
        },
    )  # fmt: skip
    return listing.answer("association/review/desk.html", may_assign=can(actor(), P.ASSIGN))


@bp.get("/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The file: what was handed in, the panel, the reports, the trail."""
    review = find(WorkReview, id, P.SEE_FILE)
    round_ = queries.current_round(review)
    pages = {
        "accept": url_for("review_desk.accept", id=id),
        "assign": url_for("review_assigning.assign", id=id),
    }
    return render_template(
        "association/review/file.html", review=review, round=round_, rounds=queries.issued_rounds(review), labels=LABELS, crumbs_=crumbs(),
        files=files.files_of(review.version), seats=queries.seats(review.genre), most=settings.rounds(),
        may_see_panel=round_ is not None and can(actor(), PanelsP.SEE, round_.panel),
        may_confer=round_ is not None and can(actor(), PanelsP.READ_OPINIONS, round_.panel),
        buttons=steps.buttons(REVIEW, review, endpoint="own_reviews.step_work_review", own_pages=pages), lines=history.panel(review, labels=LABELS),
    )  # fmt: skip


@bp.route("/<int:id>/accept/", methods=["GET", "POST"])
@decided_inside
def accept(id: int) -> ResponseReturnValue:  # noqa: A002
    """Its kind decides how many experts, the fields decide whom one looks for first."""
    review = find(WorkReview, id, P.ACCEPT)
    steps.ready(REVIEW, "accept", review)
    form = AcceptForm(data={"genre": review.genre.value, "wants": review.wants})
    if form.accepts():
        actions.accept(review, genre=Genre(form.genre.data), wants=form.wants.data or [], actor=actor())
        flash(_("已受理并编号。"), "done")
        return back_to("review_desk.show", id=id)
    return form_page(
        form, heading=_("受理：%(work)s", work=review.called), button=_("受理并编号"), back=page_of(review), crumbs=crumbs(review),
        lede=_("受理前请核对材料是否齐全、能否播放。缺材料的，请退回补正。"),
    )  # fmt: skip
