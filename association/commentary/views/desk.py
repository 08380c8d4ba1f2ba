"""The secretariat's side: all commentary, beginning one, asking an expert to write it."""

from flask import Blueprint, flash, url_for
from flask.typing import ResponseReturnValue

from association.accounts import queries as accounts
from association.accounts.models import Role
from association.commentary import actions, queries
from association.commentary.forms import BeginForm, CommissionForm, FactsForm
from association.commentary.models import Commentary, CommentaryKind, CommentaryState
from association.commentary.policy import P
from association.commentary.views.file import STATE, crumbs, page_of
from association.commentary.views.public import COLUMNS, filters
from association.kernel.lists import Choice, Listing
from association.kernel.pages import form_page
from association.kernel.policy import can
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _, _l

bp = Blueprint("commentary_desk", __name__, url_prefix="/desk/commentary")


@bp.get("/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    """All commentary, in every state."""
    state = Choice(
        "state", _l("状态"), lambda rows, value: rows.where(Commentary.state == CommentaryState(value)),
        pairs=[(s.value, s.label) for s in CommentaryState], as_links=True, counted=Commentary.state,
    )  # fmt: skip
    listing = Listing(
        queries.all_commentary(), columns=(*COLUMNS, STATE), url_of=page_of, filters=[*filters()[:3], state],
        orders={"newest": (_l("最近开始"), (Commentary.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/commentary/all.html", may_commission=can(actor(), P.COMMISSION))


@bp.route("/new/", methods=["GET", "POST"])
@needs(P.COMMISSION)
def begin() -> ResponseReturnValue:
    """Its kind and what stands around its text."""
    form = BeginForm()
    if form.accepts():
        commentary = actions.begin(
            CommentaryKind(form.kind.data),
            facts=form.facts,
            maker_code=form.maker_code.data or "",
            actor=actor(),
        )
        flash(_("已开始，请约请专家撰写，或者自己撰写。"), "done")
        return back_to("commentary_file.show", id=commentary.id)
    return form_page(
        form,
        heading=_("开始一篇阅评"),
        button=_("开始"),
        back=url_for("commentary_desk.index"),
        crumbs=crumbs(),
    )


@bp.route("/<int:id>/facts/", methods=["GET", "POST"])
@decided_inside
def facts(id: int) -> ResponseReturnValue:  # noqa: A002
    """What stands around the text."""
    commentary = find(Commentary, id, P.COMMISSION)
    if opening():
        actions.check_draft(commentary)
    form = FactsForm(obj=commentary, maker_code=commentary.maker.uscc if commentary.maker else "")
    if form.accepts():
        actions.change_facts(
            commentary, facts=form.facts, maker_code=form.maker_code.data or "", actor=actor()
        )
        flash(_("已保存。"), "done")
        return back_to("commentary_file.show", id=id)
    return form_page(
        form,
        heading=_("修改标题和作品"),
        button=_("保存"),
        back=page_of(commentary),
        crumbs=crumbs(commentary),
    )


@bp.route("/<int:id>/commission/", methods=["GET", "POST"])
@decided_inside
def commission(id: int) -> ResponseReturnValue:  # noqa: A002
    """Ask an expert to write it."""
    commentary = find(Commentary, id, P.COMMISSION)
    if opening():
        actions.check_draft(commentary)
    experts = {account.id: account for account in accounts.with_role(Role.EXPERT)}
    form = CommissionForm(writer=commentary.writer_id, due_on=commentary.due_on)
    form.writer.choices = [(id_, account.name) for id_, account in experts.items()]
    if form.accepts():
        actions.commission(
            commentary, writer=experts[form.writer.data], due_on=form.due_on.data, actor=actor()
        )
        flash(_("已约请，专家会收到信函。"), "done")
        return back_to("commentary_file.show", id=id)
    return form_page(
        form, heading=_("约请专家撰写"), button=_("约请"), back=page_of(commentary), crumbs=crumbs(commentary),
        lede=_("请约请与作品和制作机构没有利害关系的专家。"),
    )  # fmt: skip
