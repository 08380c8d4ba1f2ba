"""The desk: an appeal's occasion and those asked to make it."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.kernel import steps
from association.kernel.errors import Unknown
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, opening
from association.kernel.words import _
from bulletins.appeals import actions, queries
from bulletins.appeals.forms import AskForm, FactsForm
from bulletins.appeals.policy import P
from bulletins.appeals.workflow import INITIATOR
from bulletins.notices.actions import check_draft
from bulletins.notices.models import Notice, NoticeKind, NoticeState

bp = Blueprint("appeal_desk", __name__, url_prefix="/desk/appeals")


def part(notice: Notice) -> Mapping[str, Any]:
    """What a notice's file shows of an appeal."""
    appeal = queries.of_notice(notice)
    return {
        "appeal": appeal, "may_keep_appeal": notice.state is NoticeState.DRAFT and can(actor(), P.KEEP, notice),
        "joined": queries.how_many(appeal) if appeal else 0,
        "initiators": [
            (i, steps.buttons(INITIATOR, i, endpoint="own_appeals.step_appeal_initiator"))
            for i in (queries.initiators_of(appeal) if appeal else [])
        ],
    }  # fmt: skip


def _notice(id_: int) -> Notice:
    notice = find(Notice, id_, P.KEEP)
    if notice.kind is not NoticeKind.APPEAL:
        raise Unknown
    if opening():
        check_draft(notice)
    return notice


def _crumbs(notice: Notice) -> list[tuple[object, str | None]]:
    return [
        (_("工作台"), url_for("desk.index")), (_("通报的办理"), url_for("notice_desk.index")),
        (notice.title, url_for("notice_desk.show", id=notice.id)),
    ]  # fmt: skip


@bp.route("/<int:id>/facts/", methods=["GET", "POST"])
@decided_inside
def facts(id: int) -> ResponseReturnValue:  # noqa: A002
    """Why the appeal is made, and until when it may be joined."""
    notice = _notice(id)
    form = FactsForm(obj=queries.of_notice(notice))
    if form.accepts():
        actions.set_facts(notice, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("notice_desk.show", id=id)
    return form_page(
        form,
        heading=_("倡议的缘由和截止日期"),
        button=_("保存"),
        back=url_for("notice_desk.show", id=id),
        crumbs=_crumbs(notice),
    )


@bp.route("/<int:id>/ask/", methods=["GET", "POST"])
@decided_inside
def ask(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask an organisation to make it with the association."""
    notice = _notice(id)
    form = AskForm()
    if form.accepts():
        asked = actions.ask(notice, code=form.values["code"], actor=actor())
        flash(_("已邀请%(name)s。", name=asked.organisation.name), "done")
        return back_to("notice_desk.show", id=id)
    return form_page(
        form, heading=_("邀请共同倡议的单位"), button=_("邀请"), back=url_for("notice_desk.show", id=id), crumbs=_crumbs(notice),
        lede=_("单位同意的是当时的正文；正文改动后须再请它确认。没有全部答复，不能送审和签发。"),
    )  # fmt: skip
