"""What can be read in a feed reader, and how to make a feed of one's own."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.web import public
from association.kernel.words import _

bp = Blueprint("feeds", __name__, url_prefix="/feeds")


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """The feeds of whole lists; any filtered list has one too."""
    lists = [
        (_("风险预警"), "warnings.index"), (_("通报和公告"), "bulletins.index"), (_("典型案例"), "articles.index"), (_("推优"), "commendations.index"), (_("征求意见"), "consultations.index"), (_("业务指导"), "guidance.index"),
        (_("规范"), "rules.index"), (_("标准"), "standards.index"), (_("自律公约"), "pledges.index"), (_("单位名录"), "organisations.index"),
        (_("会员"), "membership.index"), (_("公开日志"), "log.entries"),
    ]  # fmt: skip
    rows = [(name, url_for(e), url_for(e, format="atom"), url_for(e, format="jsonfeed")) for name, e in lists]
    return render_template("bulletins/feeds/index.html", rows=rows)
