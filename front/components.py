"""Every part a page is made of, in every state, on one page. Served in development only (YUEZHANG_DEVELOPMENT=1): the place to look
when a part changes, light and dark, wide and narrow."""

from datetime import timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from association.kernel import clock
from association.kernel.attachments.fields import AttachmentField
from association.kernel.fields import DayField, EmailField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.history import Line
from association.kernel.lifecycles import Application, Publishing
from association.kernel.waiting import Waiting
from association.kernel.web import public
from association.kernel.words import _, _l

bp = Blueprint("components", __name__, url_prefix="/components")


class SampleForm(Form):
    """One field of each kind."""

    name = StringField(_l("单位名称"), [Required(), AtMost(100)], description=_l("与营业执照一致。"))
    email = EmailField(_l("邮箱"))
    founded_on = DayField(_l("成立日期"))
    kind = SelectField(_l("类别"), choices=[("studio", _l("制作机构")), ("mcn", _l("MCN/经纪机构"))])
    answer = RadioField(_l("核验结果"), choices=[("yes", _l("通过")), ("no", _l("不予通过"))])
    agreed = BooleanField(_l("以上内容属实"))
    because = TextAreaField(_l("理由"), [Required()])
    scan = AttachmentField(_l("扫描件"))


@bp.route("/", methods=["GET", "POST"])
@public
def index() -> ResponseReturnValue:
    """All parts; posting the form empty shows the states of errors, and changes nothing."""
    form = SampleForm()
    form.is_submitted() and form.validate()
    return render_template(
        "front/components.html",
        form=form,
        states=[*Publishing, *Application],
        waiting=_waiting(),
        lines=_lines(),
    )


def _waiting() -> list[Waiting]:
    days = (-2, 0, 3, None)
    return [
        Waiting(
            title="晨曦样例影视有限公司", ask=_("请核对资料。"), what=_("单位登记"), endpoint="home.index", values={},
            button=_("核验"), due_on=None if n is None else clock.today() + timedelta(days=n),
        )
        for n in days
    ]  # fmt: skip


def _lines() -> list[Line]:
    changed = [
        (str(_l("单位名称")), "晨曦样例影视", "晨曦样例影视有限公司"),
        (str(_l("网址")), "https://old.example", ""),
    ]
    return [
        Line(clock.now(), "陆样例", str(_l("登记员")), _("核验通过"), ""),
        Line(
            clock.now() - timedelta(days=1),
            "苗样例",
            str(_l("经办人")),
            _("改好重新提交"),
            "",
            changes=changed,
        ),
        Line(
            clock.now() - timedelta(days=2),
            "陆样例",
            str(_l("登记员")),
            _("请对方修改"),
            _("名称与执照不一致。"),
        ),
    ]
