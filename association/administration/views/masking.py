"""Masking what stands behind an entry of the public log."""

from flask import flash, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from association.administration import actions
from association.administration.forms import MaskForm
from association.administration.policy import P
from association.administration.views import bp
from association.kernel import history
from association.kernel.audit import LogEntry
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, find_by, needs
from association.kernel.words import _, _l

history.describe(mask=_l("屏蔽内容"))


@bp.route("/log/<int:number>/mask/", methods=["GET", "POST"])
@needs(P.MASK)
def mask(number: int) -> ResponseReturnValue:
    """Why, and what it means."""
    entry = find_by(select(LogEntry).where(LogEntry.seq == number), P.MASK)
    form = MaskForm()
    page = url_for("log.entry", number=number)
    if form.accepts():
        actions.mask(entry, **form.values, actor=actor())
        flash(_("已屏蔽。记录和证明仍在，内容和盐已经销毁。"), "done")
        return back_to("log.entry", number=number)
    return form_page(
        form, heading=_("屏蔽第%(n)d条记录的内容", n=number), button=_("销毁内容和盐"), back=page, danger=True,
        lede=_("内容和盐销毁后无法恢复，再也不能用本站的资料证明这条记录说的是什么；记录本身、序号和其余证明不变。页面上的公开内容不因此撤下，请另行办理。"),
    )  # fmt: skip
