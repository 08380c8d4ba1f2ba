"""Administrators: who has an account, who holds which role, inviting, disabling. The auditor reads."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from association.accounts import actions, queries
from association.accounts.forms import BecauseForm, InviteForm, ProposeForm
from association.accounts.models import Account, Role, RoleGrant
from association.accounts.policy import P
from association.accounts.workflow import ROLE_GRANT
from association.kernel import clock, history, steps
from association.kernel.forms import ButtonForm
from association.kernel.lists import Choice, Column, Listing, Words
from association.kernel.pages import Crumb, form_page
from association.kernel.personal import mask_phone
from association.kernel.policy import can
from association.kernel.web import actor, back_to, find, needs
from association.kernel.words import _, _l
from association.people.models import Person

bp = Blueprint("staff_accounts", __name__, url_prefix="/desk/accounts")


def address(account_id: int) -> str:
    return url_for("staff_accounts.show", id=account_id)


_COLUMNS = (
    Column("name", _l("姓名"), lambda a: a.name),
    Column("email", _l("邮箱"), lambda a: a.email),
    Column("made_at", _l("建立时间"), lambda a: a.made_at),
    Column("second_factor", _l("第二重验证"), lambda a: a.has_second_factor),
    Column("disabled", _l("已停用"), lambda a: a.disabled_at is not None),
)


@bp.get("/")
@needs(P.LIST)
def index() -> ResponseReturnValue:
    role = Choice(
        "role", _l("角色"),
        lambda rows, value: rows.where(
            Account.id.in_(select(RoleGrant.account_id).where(RoleGrant.role == Role(value), queries.in_force(clock.today())))
        ),
        pairs=[(r.value, r.label) for r in Role],
    )  # fmt: skip
    listing = Listing(
        select(Account).join(Account.person), columns=_COLUMNS, url_of=lambda a: address(a.id),
        filters=[Words("q", _l("姓名或邮箱"), queries.called), role],
        orders={"name": (_l("姓名"), (Person.name, Account.id)), "newest": (_l("最近建立"), (Account.id.desc(),))},
    )  # fmt: skip
    return listing.answer("association/accounts/index.html")


@bp.get("/<int:id>/")
@needs(P.LIST)
def show(id: int) -> ResponseReturnValue:  # noqa: A002
    account = find(Account, id, P.LIST)
    grants = queries.grants_of(account.id)
    return render_template(
        "association/accounts/show.html",
        account=account,
        grants=grants,
        buttons={
            g.id: steps.buttons(ROLE_GRANT, g, endpoint="staff_accounts.step_role_grant") for g in grants
        },
        phone=mask_phone(account.person.phone),
        may_manage=account.person.forgotten_at is None and can(actor(), P.MANAGE, account),
        lines=history.panel(account, account.person, *grants),
    )


def _trail(account: Account | None = None) -> list[Crumb]:
    trail: list[Crumb] = [(_("工作台"), url_for("desk.index")), (_("账户"), url_for("staff_accounts.index"))]
    return [*trail, (account.name, address(account.id))] if account else trail


@bp.route("/invite/", methods=["GET", "POST"])
@needs(P.MANAGE)
def invite() -> ResponseReturnValue:
    form = InviteForm()
    if form.accepts():
        values = form.values | {"role": Role(form.role.data)}
        grant = actions.invite(**values, actor=actor())
        flash(_("已邀请；角色等另一位管理员确认。"), "done")
        return back_to("staff_accounts.show", id=grant.account_id)
    return form_page(
        form, heading=_("邀请工作人员"), button=_("发出工作邀请"), back=url_for("staff_accounts.index"), crumbs=_trail(),
        lede=_("已有账户的，只提议角色。角色须由另一位管理员确认后生效。"),
    )  # fmt: skip


@bp.route("/<int:id>/propose/", methods=["GET", "POST"])
@needs(P.PROPOSE)
def propose(id: int) -> ResponseReturnValue:  # noqa: A002
    account = find(Account, id, P.PROPOSE)
    form = ProposeForm()
    if form.accepts():
        actions.propose(account, role=Role(form.role.data), ends_on=form.ends_on.data, actor=actor())
        flash(_("已提议，等另一位管理员确认。"), "done")
        return back_to("staff_accounts.show", id=id)
    return form_page(
        form, heading=_("提议授予角色"), button=_("提议"), back=address(id), crumbs=_trail(account)
    )


@bp.route("/<int:id>/invite/", methods=["GET", "POST"])
@needs(P.MANAGE)
def invite_again(id: int) -> ResponseReturnValue:  # noqa: A002
    account = find(Account, id, P.MANAGE)
    form = ButtonForm()
    if form.accepts():
        actions.send_invitation_again(account, actor=actor())
        flash(_("已再次发出邀请，之前的链接作废。"), "done")
        return back_to("staff_accounts.show", id=id)
    return form_page(
        form, heading=_("再次邀请"), button=_("再发一封邀请"), back=address(id), crumbs=_trail(account)
    )


@bp.route("/<int:id>/disable/", methods=["GET", "POST"])
@needs(P.MANAGE)
def disable(id: int) -> ResponseReturnValue:  # noqa: A002
    account = find(Account, id, P.MANAGE)
    form = BecauseForm()
    if form.accepts():
        actions.disable(account, because=form.because.data or "", actor=actor())
        flash(_("账户已停用。"), "done")
        return back_to("staff_accounts.show", id=id)
    return form_page(
        form, heading=_("停用账户"), button=_("停用"), back=address(id), crumbs=_trail(account), danger=True,
        lede=_("停用后不能登录，现有的登录立即退出；办过的事和记录不受影响。"),
    )  # fmt: skip


@bp.route("/<int:id>/enable/", methods=["GET", "POST"])
@needs(P.MANAGE)
def enable(id: int) -> ResponseReturnValue:  # noqa: A002
    account = find(Account, id, P.MANAGE)
    form = BecauseForm()
    if form.accepts():
        actions.enable(account, because=form.because.data or "", actor=actor())
        flash(_("账户已启用。"), "done")
        return back_to("staff_accounts.show", id=id)
    return form_page(form, heading=_("启用账户"), button=_("启用"), back=address(id), crumbs=_trail(account))


@bp.route("/<int:id>/forget/", methods=["GET", "POST"])
@needs(P.FORGET)
def forget(id: int) -> ResponseReturnValue:  # noqa: A002
    account = find(Account, id, P.FORGET)
    form = BecauseForm()
    if form.accepts():
        actions.forget(account, because=form.because.data or "", actor=actor())
        flash(_("个人信息已清除。"), "done")
        return back_to("staff_accounts.show", id=id)
    return form_page(
        form, heading=_("清除个人信息"), button=_("清除"), back=address(id), crumbs=_trail(account), danger=True,
        lede=_("姓名只留姓氏，邮箱、电话和记录中的个人内容一并销毁，不能恢复；办理记录仍可验证。"),
    )  # fmt: skip
