"""My letters. Reading changes nothing by itself (GET never writes); a button marks as read."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import or_, select

from association.inbox import actions
from association.inbox.policy import P
from association.kernel.forms import ButtonForm
from association.kernel.letters import Letter
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.web import actor, back_to, decided_inside, find, needs
from association.kernel.words import _l

bp = Blueprint("inbox", __name__, url_prefix="/my/inbox")

_COLUMNS = (
    Column("made_at", _l("时间"), lambda x: x.made_at),
    Column("subject", _l("主题"), lambda x: x.subject),
    Column("read", _l("已读"), lambda x: x.read_at is not None),
)


@bp.get("/")
@needs(P.OPEN)
def index() -> ResponseReturnValue:
    listing = Listing(
        select(Letter).where(Letter.account_id == actor().account_id), columns=_COLUMNS,
        url_of=lambda x: url_for("inbox.show", id=x.id),
        orders={"newest": (_l("最近"), (Letter.id.desc(),))},
        filters=[
            Words("q", _l("标题或内容"), lambda rows, words: rows.where(
                or_(Letter.subject.contains(words, autoescape=True), Letter.body.contains(words, autoescape=True))
            )),
            Choice("read", _l("阅读"), lambda rows, value: rows.where(
                Letter.read_at.is_(None) if value == "no" else Letter.read_at.is_not(None)
            ), pairs=[("no", _l("未读")), ("yes", _l("已读"))], as_links=True),
        ],
    )  # fmt: skip
    return listing.answer("association/inbox/index.html", form=ButtonForm())


@bp.route("/<int:id>/", methods=["GET", "POST"])
@decided_inside
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    letter = find(Letter, id, P.READ)
    form = ButtonForm()
    if form.accepts():
        actions.mark_read(letter)
        return back_to("inbox.index")
    return render_template("association/inbox/show.html", letter=letter, form=form)


@bp.post("/read")
@needs(P.OPEN)
def mark_all() -> ResponseReturnValue:
    if ButtonForm().accepts():
        actions.mark_all_read(actor())
    return back_to("inbox.index")
