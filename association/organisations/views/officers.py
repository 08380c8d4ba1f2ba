"""Officers: invitations, joining, renewing the authority, hand-over."""

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue
from wtforms import SelectField

from association.kernel import steps
from association.kernel.forms import Form
from association.kernel.pages import form_page
from association.kernel.web import actor, back_to, decided_inside, find, opening, signed_in
from association.kernel.words import _
from association.organisations import actions, queries
from association.organisations.actions.officers import hashed
from association.organisations.forms import AuthorityForm, HandOverForm, InviteForm
from association.organisations.models import Officer, OfficerState, Organisation, Post
from association.organisations.policy import P
from association.organisations.views.file import address
from association.organisations.workflow import OFFICER

bp = Blueprint("officers", __name__, url_prefix="/my/organisations")

steps.add_steps(
    bp, Officer, OFFICER, see=P.READ_FILE, page_of=lambda o: address(o.organisation),
    title_of=lambda o: f"{o.organisation.name} {o.name}",
)  # fmt: skip


class AnswerForm(Form):
    """The two buttons of an invitation."""

    answer = SelectField(choices=[("accept", ""), ("decline", "")])


@bp.route("/<int:id>/officers/invite/", methods=["GET", "POST"])
@decided_inside
def invite(id: int) -> ResponseReturnValue:  # noqa: A002
    """The signer brings in another officer."""
    organisation = find(Organisation, id, P.MANAGE_OFFICERS)
    form = InviteForm()
    if form.accepts():
        actions.invite(
            organisation, name=form.name.data, email=form.email.data, post=Post(form.post.data),
            authority=form.authority.data, ends_on=form.authority_ends_on.data, actor=actor(),
        )  # fmt: skip
        flash(_("邀请已发出。"), "done")
        return back_to("organisation_file.show", id=id)
    return form_page(
        form, heading=_("邀请经办人或签署人"), button=_("发出邀请"), back=address(organisation),
        crumbs=[(organisation.name, address(organisation))],
        lede=_("对方凭信中的链接登录并接受。经办人和培训联系人接受后即可办理；签署人须由秘书处核对授权书。"),
    )  # fmt: skip


@bp.route("/invitation/<token>/", methods=["GET", "POST"])
@signed_in
def invitation(token: str) -> ResponseReturnValue:
    """The invited person, signed in, accepts or declines. Who holds the link is who was written to."""
    officer = queries.by_invitation(hashed(token))
    if officer is None or officer.state is not OfficerState.INVITED:
        return render_template("association/organisations/answered.html"), 410
    form = AnswerForm()
    if form.accepts():
        if form.answer.data == "decline":
            actions.decline(officer, actor=actor())
            flash(_("已告知对方你没有接受。"), "done")
            return back_to("my.index")
        actions.accept(officer, actor=actor())
        flash(_("已接受。"), "done")
        return back_to("organisation_file.show", id=officer.organisation_id)
    return render_template("association/organisations/invitation.html", form=form, officer=officer)


@bp.route("/officer/<int:id>/renew/", methods=["GET", "POST"])
@decided_inside
def renew(id: int) -> ResponseReturnValue:  # noqa: A002
    """A new document for the same signer."""
    officer = find(Officer, id, P.PREPARE)
    if opening():
        actions.check_renewable(officer)
    form = AuthorityForm()
    if form.accepts():
        actions.renew_authority(
            officer, authority=form.authority.data, ends_on=form.authority_ends_on.data, actor=actor()
        )
        flash(_("已提交，秘书处核对后生效；在此之前原授权照旧。"), "done")
        return back_to("organisation_file.show", id=officer.organisation_id)
    return form_page(
        form, heading=_("续交授权书"), button=_("提交核对"), back=address(officer.organisation),
        crumbs=[(officer.organisation.name, address(officer.organisation))],
        lede=_("秘书处核对后生效；在此之前原授权照旧。"),
    )  # fmt: skip


@bp.route("/officer/<int:id>/hand-over/", methods=["GET", "POST"])
@decided_inside
def hand_over(id: int) -> ResponseReturnValue:  # noqa: A002
    """Staff: the newcomer takes over from those who have left."""
    newcomer = find(Officer, id, P.VERIFY)
    steps.ready(OFFICER, "approve", newcomer)
    present = [
        o for o in queries.officers_of(newcomer.organisation)
        if o.state is OfficerState.ACTIVE and o.person_id != newcomer.person_id
    ]  # fmt: skip
    form = HandOverForm()
    form.leaving.choices = [(o.id, f"{o.name}（{o.post.label}）") for o in present]
    if form.accepts():
        chosen = set(form.leaving.data or [])
        actions.hand_over(
            newcomer,
            reason=form.reason.data or "",
            leaving=[o for o in present if o.id in chosen],
            actor=actor(),
        )
        flash(_("交接已登记。"), "done")
        return back_to("organisation_file.show", id=newcomer.organisation_id)
    return form_page(
        form, heading=_("办理交接"), button=_("确认交接"), back=address(newcomer.organisation), danger=True,
        crumbs=[(newcomer.organisation.name, address(newcomer.organisation))],
        lede=_("认可%(name)s的授权，并登记原来的人离任。单位和离任的人都会收到信函。", name=newcomer.name),
    )  # fmt: skip
