"""Complaining and coming back with the receipt's code. Nobody is asked who they are."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel import pace
from association.kernel.attachments import size_words
from association.kernel.day_words import is_english
from association.kernel.pagecache import uncached
from association.kernel.pages import form_page
from association.kernel.web import needs, public
from association.kernel.words import _
from bulletins.complaints import actions, queries
from bulletins.complaints.forms import ComplaintForm, FollowForm
from bulletins.complaints.models import ComplaintState
from bulletins.complaints.policy import P
from bulletins.complaints.settings import how_many

bp = Blueprint("complaints", __name__, url_prefix="/complaints")

PER_MINUTE = 10
"""Complaints, and receipts tried, of one machine; counted in memory alone, so that no address is kept."""


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """How complaints are handled, what happens next, and how many stand where."""
    days = {
        name: how_many(name) for name in ("accept_days", "answer_days", "extension_days", "who_kept_days")
    }
    return render_template(
        "bulletins/complaints/index.html", days=days, numbers=queries.numbers(), states=ComplaintState
    )


@bp.route("/new", methods=["GET", "POST"])
@needs(P.COMPLAIN)
@uncached
def new() -> ResponseReturnValue:
    """Tell. The code of the receipt is shown once, on the answer itself."""
    form = ComplaintForm()
    if form.is_submitted():
        pace.count("complaints.new", per_minute=PER_MINUTE)
    if form.accepts():
        told = actions.Told(**form.values)
        code = actions.complain(told, token=form.once.data or "", language="en" if is_english() else "zh")
        return render_template("bulletins/complaints/receipt.html", code=code, is_written_down=False)
    return form_page(
        form, heading=_("我要投诉举报"), button=_("提交"), back=url_for("complaints.index"),
        crumbs=[(_("投诉举报"), url_for("complaints.index"))],
        lede=_("任何人都可以提出，不必登录，也可以不留姓名。不记录你的账户和网络地址。提出后给一个回执码，凭它看进度、补充情况。"),
    )  # fmt: skip


@bp.route("/follow/", methods=["GET", "POST"])
@public
@uncached
def follow() -> ResponseReturnValue:
    """How far it is, and the talk. A POST, so that no code stands in an address."""
    form = FollowForm()
    if form.is_submitted():
        pace.count("complaints.follow", per_minute=PER_MINUTE)
    found = None
    if form.accepts():
        found = actions.follow(**form.values)
        form = FollowForm(formdata=None, data={"code": form.code.data})
    return render_template(
        "bulletins/complaints/follow.html", form=form, complaint=found, size_words=size_words
    )
