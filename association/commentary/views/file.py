"""One commentary: its file, the writing desk, the writer's own decision about the name under it."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association import drafting
from association.commentary import actions, queries
from association.commentary.forms import BylineForm
from association.commentary.labels import LABELS
from association.commentary.models import Commentary, CommentaryState
from association.commentary.policy import P
from association.commentary.views.public import COLUMNS, by_kind
from association.commentary.workflow import COMMENTARY
from association.kernel import history, steps
from association.kernel.lists import Column, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _, _l

bp = Blueprint("commentary_file", __name__, url_prefix="/review")

STATE = Column("state", _l("状态"), lambda c: str(c.state.label))


def page_of(commentary: Commentary) -> str:
    return url_for("commentary_file.show", id=commentary.id)


steps.add_steps(
    bp, Commentary, COMMENTARY, see=P.READ_FILE, page_of=page_of, title_of=lambda c: c.title
)  # fmt: skip


def crumbs(commentary: Commentary | None = None) -> list[tuple[object, str | None]]:
    """Experts come from what they write, staff from the desk."""
    trail: list[tuple[object, str | None]] = (
        [(_("工作台"), url_for("desk.index")), (_("阅评的办理"), url_for("commentary_desk.index"))]
        if can(actor(), P.LIST)
        else [(_("我的阅评"), url_for("commentary_file.own"))]
    )
    return [*trail, (commentary.title, page_of(commentary))] if commentary else trail


@bp.get("/commentary/")
@signed_in
def own() -> ResponseReturnValue:
    """What an expert was asked to write, and has written."""
    mine = queries.of_writer(actor().account_id or 0)
    listing = Listing(
        mine, columns=(*COLUMNS, STATE), url_of=page_of, orders={"newest": (_l("最近约请"), (Commentary.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/commentary/own.html")


@bp.get("/commentary/<int:id>/")
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    """The file of a commentary: for staff and for whoever writes it."""
    commentary = find(Commentary, id, P.READ_FILE)
    is_draft = commentary.state is CommentaryState.DRAFT
    draft = drafting.latest(commentary)
    return render_template(
        "association/commentary/file.html", commentary=commentary, labels=LABELS, draft=draft, by_kind=by_kind(commentary),
        may_write=is_draft and can(actor(), P.WRITE, commentary), may_commission=is_draft and can(actor(), P.COMMISSION),
        is_writer=is_draft and can(actor(), P.SHOW_NAME, commentary), crumbs_=crumbs(),
        preview=drafting.preview(draft.text, title=commentary.title) if draft and not commentary.lines else None,
        buttons=steps.buttons(COMMENTARY, commentary, endpoint="commentary_file.step_commentary"),
        lines=history.panel(commentary, labels=LABELS),
    )  # fmt: skip


@bp.route("/commentary/<int:id>/write/", methods=["GET", "POST"])
@decided_inside
def write(id: int) -> ResponseReturnValue:  # noqa: A002
    """The writing desk."""
    commentary = find(Commentary, id, P.WRITE)
    actions.check_draft(commentary)
    return drafting.page(
        commentary,
        title=commentary.title,
        heading=_("撰写正文"),
        back=page_of(commentary),
        crumbs=crumbs(commentary),
    )


@bp.route("/commentary/<int:id>/byline/", methods=["GET", "POST"])
@decided_inside
def byline(id: int) -> ResponseReturnValue:  # noqa: A002
    """The writer's own decision."""
    commentary = find(Commentary, id, P.SHOW_NAME)
    if opening():
        actions.check_draft(commentary)
    form = BylineForm(obj=commentary)
    if form.accepts():
        actions.show_writer(commentary, shown=bool(form.shows_writer.data), actor=actor())
        flash(_("已保存。"), "done")
        return back_to("commentary_file.show", id=id)
    return form_page(
        form, heading=_("署名"), button=_("保存"), back=page_of(commentary), crumbs=crumbs(commentary),
        lede=_("不勾选的，发布时不出现你的姓名。发布以后不能再改。"),
    )  # fmt: skip
