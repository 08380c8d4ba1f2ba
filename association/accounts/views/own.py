"""One's own account: profile, password, address, second factor, sessions, capacity."""

from typing import Any

from flask import flash, render_template, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from association.accounts import actions, queries, second_factor, signed_in
from association.accounts.forms import (
    CapacityForm,
    ChangeEmailForm,
    ChangePasswordForm,
    ConfirmPasswordForm,
    EnrolForm,
    ProfileForm,
)
from association.accounts.views.entering import bp
from association.kernel.errors import Refused
from association.kernel.forms import ButtonForm, Form
from association.kernel.pages import Crumb, form_page
from association.kernel.site import site
from association.kernel.viewer import Viewer
from association.kernel.web import actor, back_to
from association.kernel.web import signed_in as only_signed_in
from association.kernel.words import _, retold

_PENDING = "totp"


def _trail() -> list[Crumb]:
    return [(_("我的账户"), url_for("accounts.profile"))]


def _is_owner(form: ChangePasswordForm | ChangeEmailForm | ConfirmPasswordForm | EnrolForm) -> bool:
    """Whether the password typed is theirs. A wrong one is counted, so the form stays accepted and is drawn again here."""
    if actions.knows_password(
        signed_in.current().account, form.current.data or "", machine=signed_in.machine()
    ):
        return True
    form.current.errors = [_("现在的密码不对，或因多次失败暂停。")]
    return False


def _own_page(form: Form, **words: Any) -> ResponseReturnValue:
    page = form_page(form, back=url_for("accounts.profile"), crumbs=_trail(), **words)
    return page, (422 if form.faults else 200)


@bp.get("/")
@only_signed_in
def profile() -> ResponseReturnValue:
    account = signed_in.current().account
    return render_template(
        "association/accounts/profile.html", account=account, roles=queries.roles_of(account.id), who=actor(),
        codes_left=second_factor.codes_left(account), button=ButtonForm(),
    )  # fmt: skip


@bp.route("/profile", methods=["GET", "POST"])
@only_signed_in
def revise() -> ResponseReturnValue:
    account = signed_in.current().account
    form = ProfileForm(
        data={"name": account.name, "phone": account.person.phone, "language": account.language}
    )
    if form.accepts():
        actions.revise(account, **form.values, actor=actor())
        flash(_("已保存。"), "done")
        return back_to("accounts.profile")
    return form_page(
        form, heading=_("修改个人资料"), button=_("保存"), back=url_for("accounts.profile"), crumbs=_trail()
    )


@bp.route("/password", methods=["GET", "POST"])
@only_signed_in
def change_password() -> ResponseReturnValue:
    here = signed_in.current()
    form = ChangePasswordForm()
    if form.accepts() and _is_owner(form):
        actions.change_password(here.account, password=form.password.data or "", keep=here.row, actor=actor())
        flash(_("密码已修改，其他地方的登录都已退出。"), "done")
        return back_to("accounts.profile")
    return _own_page(form, heading=_("修改密码"), button=_("保存新密码"))


@bp.route("/email", methods=["GET", "POST"])
@only_signed_in
def change_email() -> ResponseReturnValue:
    form = ChangeEmailForm()
    if form.accepts() and _is_owner(form):
        actions.ask_email(signed_in.current().account, email=form.email.data or "", actor=actor())
        flash(_("已向新邮箱发信，点了信中的链接才会更换。"), "info")
        return back_to("accounts.profile")
    return _own_page(form, heading=_("更换邮箱"), button=_("发信证实"))


@bp.route("/second-factor/enrol", methods=["GET", "POST"])
@only_signed_in
def enrol() -> ResponseReturnValue:
    """Show the secret, confirm it by a code, show the recovery codes once."""
    account = signed_in.current().account
    secret = cookie.setdefault(_PENDING, second_factor.new_secret())
    form = EnrolForm()
    if not account.has_second_factor:
        del form.current
    if form.accepts() and (not account.has_second_factor or _is_owner(form)):
        codes = actions.enrol_second_factor(account, secret=secret, code=form.code.data or "", actor=actor())
        cookie.pop(_PENDING, None)
        return render_template("association/accounts/recovery_codes.html", codes=codes)
    address = second_factor.address(account, secret, site().name)
    page = render_template(
        "association/accounts/enrol.html", form=form, secret=secret, picture=second_factor.picture(address),
        is_due=signed_in.second_factor_is_due(account, actor()), replaces=account.has_second_factor,
    )  # fmt: skip
    return page, (422 if form.faults else 200)


@bp.route("/recovery-codes", methods=["GET", "POST"])
@only_signed_in
def recovery_codes() -> ResponseReturnValue:
    form = ConfirmPasswordForm()
    if form.accepts() and _is_owner(form):
        codes = actions.fresh_recovery_codes(signed_in.current().account, actor=actor())
        return render_template("association/accounts/recovery_codes.html", codes=codes)
    return _own_page(
        form, heading=_("更换恢复码"), button=_("生成新的恢复码"), lede=_("旧的恢复码随即作废。")
    )


@bp.get("/sessions")
@only_signed_in
def sessions() -> ResponseReturnValue:
    here = signed_in.current()
    return render_template(
        "association/accounts/sessions.html",
        rows=queries.sessions_of(here.account.id),
        here=here.row,
        button=ButtonForm(),
    )


@bp.post("/sessions/<int:id>/end")
@only_signed_in
def end_session(id: int) -> ResponseReturnValue:  # noqa: A002
    if ButtonForm().accepts():
        actions.end_session(signed_in.current().account, id, actor=actor())
        flash(_("已结束那一处的登录。"), "done")
    return back_to("accounts.sessions")


@bp.post("/sessions/end")
@only_signed_in
def sign_out_everywhere() -> ResponseReturnValue:
    if ButtonForm().accepts():
        count = actions.sign_out_everywhere(signed_in.current().account, actor=actor())
        cookie.clear()
        flash(_("已退出全部%(n)d处登录。", n=count), "done")
    return back_to("accounts.login")


@bp.route("/capacity", methods=["GET", "POST"])
@only_signed_in
def capacity() -> ResponseReturnValue:
    """In which capacity one acts: what the page says and the trail records. What one may do depends on all of them."""
    who = actor()
    form = CapacityForm(
        data={"capacity": next((key for key, words in who.capacities if words == who.capacity), "")}
    )
    form.capacity.choices = [(key, retold(words)) for key, words in who.capacities]
    if not who.capacities:
        raise Refused(_("你还没有可以选择的身份。"))
    if form.accepts():
        cookie[signed_in.CAPACITY] = form.capacity.data
        return back_to(Viewer(who).home_endpoint)
    return form_page(
        form, heading=_("切换身份"), button=_("以此身份办理"), back=url_for("accounts.profile"), crumbs=_trail(),
        lede=_("页面和办理记录会写明你以哪个身份办理；回避规则始终看你的全部身份。"),
    )  # fmt: skip


@bp.route("/close", methods=["GET", "POST"])
@only_signed_in
def close() -> ResponseReturnValue:
    """Leave for good."""
    form = ConfirmPasswordForm()
    if form.accepts() and _is_owner(form):
        actions.close(signed_in.current().account, actor=actor())
        cookie.clear()
        flash(_("账户已注销，个人信息已清除。"), "done")
        return back_to("home.index")
    return _own_page(
        form, heading=_("注销账户"), button=_("注销"), danger=True,
        lede=_("姓名、邮箱、电话和信函一并销毁，不能恢复。你办过的事仍留在记录里，但不再写明是谁。"),
    )  # fmt: skip
