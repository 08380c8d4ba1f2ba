"""Applying for an organisation, and joining one that is on record."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from association.kernel.errors import Refused
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, needs, opening
from association.kernel.words import _
from association.organisations import actions, queries, uscc
from association.organisations.forms import ApplicationForm, FactsForm, JoinForm
from association.organisations.models import Organisation, Post
from association.organisations.policy import P

bp = Blueprint("applying", __name__, url_prefix="/my/organisations")


@bp.route("/apply/", methods=["GET", "POST"])
@needs(P.APPLY)
def apply() -> ResponseReturnValue:
    """A clerk fills in the application and names the signer."""
    form = ApplicationForm()
    if form.accepts():
        organisation = actions.prepare(
            code=form.code.data or "", facts=form.facts,
            signer_name=form.signer_name.data or "", signer_email=form.signer_email.data or "",
            authority=form.authority.data, authority_ends_on=form.authority_ends_on.data,
            signs_alone=bool(form.signs_alone.data), actor=actor(),
        )  # fmt: skip
        flash(
            _("已保存。请核对后确认提交。")
            if form.signs_alone.data
            else _("已保存，并向授权签署人发出邀请。"),
            "done",
        )
        return back_to("organisation_file.show", id=organisation.id)
    return form_page(
        form, heading=_("申请单位登记"), button=_("保存并邀请签署人"), back=url_for("my.index"), crumbs=[(_("我的"), url_for("my.index"))],
        lede=_("由经办人填报，授权签署人确认后提交秘书处核验。单位已经登记的，请改用“加入已登记的单位”。"),
        links=[(_("单位已经登记？"), _("加入已登记的单位"), url_for("applying.join"))],
    )  # fmt: skip


@bp.route("/<int:id>/amend/", methods=["GET", "POST"])
@decided_inside
def amend(id: int) -> ResponseReturnValue:  # noqa: A002
    """Change what was asked, or correct before signing."""
    organisation = find(Organisation, id, P.PREPARE)
    if opening():
        actions.check_amendable(organisation)
    form = FactsForm.about(organisation)
    if form.accepts():
        actions.amend(organisation, facts=form.facts, actor=actor())
        flash(_("已保存，等待授权签署人确认。"), "done")
        return back_to("organisation_file.show", id=organisation.id)
    return render_template("association/organisations/amend.html", form=form, organisation=organisation)


@bp.route("/join/", methods=["GET", "POST"])
@needs(P.APPLY)
def join() -> ResponseReturnValue:
    """Ask to act for an organisation that is on record."""
    form = JoinForm()
    if form.accepts():
        organisation = queries.living(uscc.tidy(form.code.data or ""))
        if organisation is None:
            raise Refused(_("没有找到这个代码的已登记单位；单位还没有登记的，请直接申请登记。"), field="code")
        actions.join(
            organisation, post=Post(form.post.data), authority=form.authority.data,
            ends_on=form.authority_ends_on.data, because=form.because.data or "", actor=actor(),
        )  # fmt: skip

        flash(_("已提交，秘书处核对授权书后会写信告诉你。"), "done")
        return back_to("my.index")
    return form_page(
        form, heading=_("加入已登记的单位"), button=_("提交核对"), back=url_for("my.index"), crumbs=[(_("我的"), url_for("my.index"))],
        lede=_("你在已登记的单位任职，或原来的经办人、签署人已经离开，由你接手。请上传单位出具的授权书，由秘书处核对。"),
    )  # fmt: skip
