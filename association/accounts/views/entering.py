"""Registering, proving, signing in and out, resetting. What a page answers never tells whether an account exists."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from association.accounts import actions, limits, queries, signed_in, tokens
from association.accounts.actors import actor_of
from association.accounts.forms import (
    CodeForm,
    EmailForm,
    LoginForm,
    NewPasswordForm,
    RegisterForm,
)
from association.accounts.policy import P
from association.kernel import clock
from association.kernel.day_words import is_english
from association.kernel.errors import Unknown
from association.kernel.forms import ButtonForm
from association.kernel.pages import form_page
from association.kernel.preferences import local_address
from association.kernel.viewer import Viewer
from association.kernel.web import actor, back_to, needs
from association.kernel.web import signed_in as only_signed_in
from association.kernel.words import _

bp = Blueprint("accounts", __name__, url_prefix="/account")

_HALF, _HALF_SECONDS = "half", 300


def _browser() -> str:
    """What the browser calls itself, in two words at most; enough to recognise one's own."""
    agent = request.user_agent.string
    system = next((name for word, name in _SYSTEMS if word in agent), "")
    browser = next((name for word, name in _BROWSERS if word in agent), "")
    return " ".join(part for part in (browser, system) if part)


_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)  # fmt: skip
_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))


@bp.route("/register", methods=["GET", "POST"])
@needs(P.ENTER)
def register() -> ResponseReturnValue:
    form = RegisterForm(language="en" if is_english() else "zh")
    if form.accepts():
        actions.register(**form.values, machine=signed_in.machine())
        return back_to("accounts.sent", what="register")
    return form_page(
        form, heading=_("注册账户"), button=_("注册"),
        lede=_("账户属于个人。注册并证实邮箱后，可以为单位申请登记，或接受单位的邀请。"),
        links=[(_("已有账户？"), _("登录"), url_for("accounts.login"))],
    )  # fmt: skip


@bp.get("/sent/<what>")
@needs(P.ENTER)
def sent(what: str) -> ResponseReturnValue:
    """The same answer whoever asked."""
    if what not in ("register", "reset"):
        raise Unknown
    return render_template("association/accounts/sent.html", what=what)


@bp.route("/prove/<token>/", methods=["GET", "POST"])
@needs(P.ENTER)
def prove(token: str) -> ResponseReturnValue:
    """Opening the link changes nothing (mail programs open links); the button proves."""
    form = ButtonForm()
    if form.accepts():
        actions.prove(token)
        flash(_("邮箱已证实，现在可以登录。"), "done")
        return back_to("accounts.login")
    row = tokens.pending(token)
    if row is None:
        return _dead_link(form)
    lede = _("以“%(name)s”的名义注册的账户，按下按钮即可使用。不是你注册的，请关闭本页。", name=row.name)
    return form_page(form, heading=_("证实邮箱"), button=_("这是我的邮箱"), lede=lede)


def _dead_link(form: ButtonForm | NewPasswordForm) -> ResponseReturnValue:
    return render_template("association/accounts/dead_link.html", form=form), 410


@bp.route("/login", methods=["GET", "POST"])
@needs(P.ENTER)
def login() -> ResponseReturnValue:
    form = LoginForm()
    if form.accepts():
        outcome = actions.sign_in(
            email=form.email.data or "",
            password=form.password.data or "",
            machine=signed_in.machine(),
            browser=_browser(),
        )
        if outcome.result == "in":
            return _enter(outcome.token)
        if outcome.result == "second_factor" and outcome.account is not None:
            cookie[_HALF] = [outcome.account.id, int(clock.now().timestamp())]
            return back_to("accounts.second_factor", next=request.args.get("next"))
        form.refusals.append(
            _(
                "邮箱或密码不对，或因多次失败暂停登录。请核对后再试，或过%(n)d分钟再来；刚注册的，请先打开我们的信证实邮箱。",
                n=limits.lock_minutes(),
            )
        )
    page = form_page(
        form, heading=_("登录"), button=_("登录"),
        links=[
            (_("忘记密码？"), _("重设密码"), url_for("accounts.ask_reset")),
            (_("没有账户？"), _("注册"), url_for("accounts.register")),
        ],
    )  # fmt: skip
    return page, (422 if form.refusals else 200)


def _enter(token: str) -> ResponseReturnValue:
    """Signed in: to where they wanted to go, or to their own desk."""
    signed_in.begin(token)
    wanted = request.args.get("next")
    if wanted:
        return redirect(local_address(wanted), 303)
    return redirect(url_for(Viewer(actor_of(signed_in.current().account)).home_endpoint), 303)


@bp.route("/second-factor", methods=["GET", "POST"])
@needs(P.ENTER)
def second_factor() -> ResponseReturnValue:
    """The second half of signing in. Until it is done, nobody is signed in."""
    half = cookie.get(_HALF)
    if not half or clock.now().timestamp() - half[1] > _HALF_SECONDS:
        cookie.pop(_HALF, None)
        return back_to("accounts.login", next=request.args.get("next"))
    form = CodeForm()
    if form.accepts():
        account = queries.account(half[0])
        if account is None:
            raise Unknown
        outcome = actions.complete_second_factor(
            account, code=form.code.data or "", machine=signed_in.machine(), browser=_browser()
        )
        if outcome.result == "in":
            return _enter(outcome.token)
        form.code.errors = [_("验证码不对、已用过，或因多次失败暂停。请用新的验证码再试。")]
    page = form_page(
        form, heading=_("第二重验证"), button=_("继续"),
        lede=_("手机和恢复码都不在时，请联系秘书处。"), links=[("", _("换一个账户登录"), url_for("accounts.login"))],
    )  # fmt: skip
    return page, (422 if form.faults else 200)


@bp.post("/logout")
@only_signed_in
def logout() -> ResponseReturnValue:
    form = ButtonForm()
    if form.accepts():
        actions.sign_out(signed_in.current().row, actor=actor())
        cookie.clear()
        flash(_("已退出。"), "done")
    return back_to("home.index")


@bp.route("/reset", methods=["GET", "POST"])
@needs(P.ENTER)
def ask_reset() -> ResponseReturnValue:
    form = EmailForm()
    if form.accepts():
        actions.ask_reset(email=form.email.data or "", machine=signed_in.machine())
        return back_to("accounts.sent", what="reset")
    return form_page(
        form,
        heading=_("重设密码"),
        button=_("发信给我"),
        lede=_("我们会向这个邮箱发一封信，信中有重设密码的链接。"),
    )


@bp.route("/reset/<token>/", methods=["GET", "POST"])
@needs(P.ENTER)
def reset(token: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    if form.accepts():
        actions.reset(token, password=form.password.data or "")
        flash(_("密码已重设，其他地方的登录都已退出。请用新密码登录。"), "done")
        return back_to("accounts.login")
    if tokens.find("reset", token) is None:
        return _dead_link(form)
    return form_page(form, heading=_("设置新密码"), button=_("保存新密码"))


@bp.route("/invitation/<token>/", methods=["GET", "POST"])
@needs(P.ENTER)
def accept_invitation(token: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    if form.accepts():
        actions.accept_invitation(token, password=form.password.data or "")
        flash(_("密码已设好，请登录。"), "done")
        return back_to("accounts.login")
    if tokens.find("invite", token) is None:
        return _dead_link(form)
    return form_page(
        form,
        heading=_("接受工作邀请"),
        button=_("设置密码"),
        lede=_("为你的账户设一个密码。角色须由第二位管理员确认后生效。"),
    )


@bp.route("/email/<token>/", methods=["GET", "POST"])
@needs(P.ENTER)
def confirm_email(token: str) -> ResponseReturnValue:
    form = ButtonForm()
    if form.accepts():
        actions.change_email(token)
        flash(_("邮箱已更换，今后用新邮箱登录。"), "done")
        return back_to("accounts.login")
    if tokens.find("change_email", token) is None:
        return _dead_link(form)
    return form_page(form, heading=_("更换邮箱"), button=_("使用这个邮箱"))
