"""Shapes of what may be typed about training."""

import re
from typing import Any

from wtforms import BooleanField, IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import NumberRange

from association.kernel import dated
from association.kernel.attachments import PAPERS, SCANS, WORKBOOKS, AttachmentField
from association.kernel.fields import CountField, DayField, MomentField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _, _l
from association.organisations.models import Kind
from association.training import identity
from association.training.labels import FACTS, NUMBER_KINDS
from association.training.models import CourseSession, Mode


def is_short_name(typed: str) -> bool:
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", typed) is not None


def _count(least: int, most: int) -> NumberRange:
    return NumberRange(
        min=least, max=most, message=_l("请填%(least)d到%(most)d的整数。", least=least, most=most)
    )


class CourseForm(Form):
    slug = StringField(
        _l("地址里的短名"), [Required(), AtMost(60), Matches(is_short_name, _l("短名只用小写字母、数字和连字符，例如reviewers-basic。"))],
        description=_l("定了不再改，例如reviewers-basic。"),
    )  # fmt: skip
    title = StringField(_l("课程名称"), [Required(), AtMost(100)])
    audience = SelectField(_l("面向"), [Required()])
    level = SelectField(_l("层级"), [Required()])
    hours = IntegerField(_l("学时"), [Required(), _count(1, 500)])
    mode = SelectField(_l("方式"), [Required()], choices=[(m.value, m.label) for m in Mode])
    text = TextAreaField(_l("教学大纲"), [Required(), AtMost(8000)], render_kw={"rows": 10})
    conditions = TextAreaField(_l("报名条件"), [AtMost(2000)], description=_l("一行一条。"))
    wants_evidence = BooleanField(_l("须提交符合条件的证明材料"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("audience", "level"):
            self[name].choices = [(word, word) for word in dated.value(f"training.{name}s")]


class NumberForm(Form):
    number = StringField(_l("专家编号"), [Required(), AtMost(64)], description=_l("在聘并已同意授课的专家。"))


class MaterialForm(Form):
    file = AttachmentField(_l("学习材料"), [Required()], limits=PAPERS)


class SessionForm(Form):
    """Shares are one field for each kind of organisation."""

    starts_at = MomentField(_l("开始"), [Required()])
    ends_at = MomentField(_l("结束"), [Required()])
    place = StringField(_l("地点或平台"), [Required(), AtMost(200)])
    access = TextAreaField(_l("怎样到达，无障碍条件"), [AtMost(1000)])
    places = IntegerField(_l("名额"), [Required(), _count(1, 5000)])
    share_studio, share_mcn, share_platform, share_miniapp = (
        CountField(_l("为%(kind)s保留的名额", kind=Kind(kind).label), empty=0) for kind in ("studio", "mcn", "platform", "miniapp")
    )  # fmt: skip
    shares_until = DayField(_l("保留到哪天"), description=_l("这一天过后，没有用完的归大家。"))
    opens_on = DayField(_l("报名开始"), [Required()])
    closes_on = DayField(_l("报名截止"), [Required()])
    swap_until = DayField(_l("更换人员截止"), [Required()])
    fee = CountField(_l("每人收费（元）"), empty=0, description=_l("不收费的不填。"))
    fee_basis = StringField(_l("收费依据"), [AtMost(200)])
    contact = StringField(
        _l("联系方式"), [Required(), AtMost(200)], description=_l("秘书处的电话或邮箱，将公开。")
    )

    SHARES = ("studio", "mcn", "platform", "miniapp")

    @property
    def values(self) -> dict[str, Any]:
        typed = super().values
        shares = [{"kind": k, "places": n} for k in self.SHARES if (n := typed.pop(f"share_{k}", 0))]
        return typed | {"shares": shares}

    @staticmethod
    def shown(row: CourseSession) -> dict[str, Any]:
        """The row as the form shows it."""
        shares = {f"share_{share['kind']}": share["places"] for share in row.shares}
        names = ("starts_at", "ends_at", "place", "access", "places", "shares_until", "opens_on", "closes_on", "swap_until", "fee", "fee_basis", "contact")  # fmt: skip
        return {name: getattr(row, name) for name in names} | shares


class MoveForm(Form):
    starts_at = MomentField(_l("开始"), [Required()])
    ends_at = MomentField(_l("结束"), [Required()])
    place = StringField(_l("地点或平台"), [Required(), AtMost(200)])
    access = TextAreaField(_l("怎样到达，无障碍条件"), [AtMost(1000)])
    reason = StringField(_l("改期或改地点的原因（会写信告知）"), [Required(), AtMost(300)])


class PlacesForm(Form):
    places = IntegerField(_l("名额"), [Required(), _count(1, 5000)])
    reason = StringField(_l("增加名额的原因"), [Required(), AtMost(300)])


class PersonForm(Form):
    """Who comes."""

    name = StringField(FACTS["name"], [Required(), AtMost(50)])
    number_kind = SelectField(FACTS["number_kind"], [Required()], choices=list(NUMBER_KINDS.items()))
    number = StringField(
        FACTS["number"], [Required(), AtMost(40)], description=_l("加密保存，只用来避免重复报名和核对证件；页面只显示末四位。"),
        render_kw={"autocomplete": "off"},
    )  # fmt: skip
    phone = StringField(FACTS["phone"], [AtMost(40)])
    post = StringField(FACTS["post"], [Required(), AtMost(100)])
    years = IntegerField(FACTS["years"], [_count(0, 60)])
    files = AttachmentField(_l("符合条件的证明材料"), limits=PAPERS, multiple=True)
    declared = BooleanField(
        _l("声明：符合报名条件，没有因故意犯罪受过刑事处罚"), [Matches(bool, _l("请确认。"))]
    )

    @property
    def facts(self) -> dict[str, Any]:
        typed = {name: self[name].data for name in FACTS}
        return typed | {"number": identity.tidy(typed["number"] or ""), "years": int(typed["years"] or 0)}


class SignUpForm(PersonForm):
    employer = StringField(
        _l("所在单位的统一社会信用代码"), [AtMost(40)], description=_l("填了的，请单位确认；没有单位的不填。")
    )


class BookForm(Form):
    places = IntegerField(
        _l("要几个名额"),
        [Required(), _count(1, 200)],
        description=_l("人员可以以后再填，截止日期以前可以更换。"),
    )


class ListForm(Form):
    file = AttachmentField(_l("人员名单（.xlsx）"), [Required()], limits=WORKBOOKS)
    declared = BooleanField(
        _l("声明：名单上的人员都是本单位人员并符合报名条件"), [Matches(bool, _l("请确认。"))]
    )


class CheckInForm(Form):
    number = StringField(
        FACTS["number"], [AtMost(40)], description=_l("由单位报名的填证件号码；用自己的账号报名并已登录的不用填。"),
        render_kw={"autocomplete": "off"},
    )  # fmt: skip


class SheetForm(Form):
    """Ticked: was there. Drawn as the table it is."""

    present = SelectMultipleField(_l("到场"), coerce=int, validate_choice=False)


class RevokeForm(Form):
    reason = TextAreaField(_l("撤销的理由（将在核验页公开，不要写个人信息）"), [Required(), AtMost(500)])


class FilesForm(Form):
    files = AttachmentField(_l("符合条件的证明材料"), [Required()], limits=PAPERS, multiple=True)


class PayForm(Form):
    slip = AttachmentField(_l("缴费凭证"), [Required()], limits=SCANS)
    invoice_title = StringField(_l("发票抬头"), [Required(), AtMost(100)])
    invoice_number = StringField(
        _l("税号"), [AtMost(40)], description=_l("单位填统一社会信用代码；个人不填。")
    )


class TransferForm(Form):
    to = SelectField(_l("改到哪一期"), [Required()])

    def offer(self, rows: list[CourseSession]) -> None:
        self.to.choices = [
            (str(row.id), _("第%(n)d期 %(place)s", n=row.number, place=row.place)) for row in rows
        ]
