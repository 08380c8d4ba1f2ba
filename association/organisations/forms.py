"""Shapes of what may be typed about organisations. Whether it may be done is for actions to say."""

from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField

from association.kernel import clock
from association.kernel.asking import ask_form
from association.kernel.attachments import SCANS, WORKBOOKS, AttachmentField
from association.kernel.fields import DayField, EmailField, TicksField
from association.kernel.forms import AtMost, Form, Matches, Required
from association.kernel.words import _l
from association.organisations.models import PROVINCES, Kind, Organisation, Post, SuccessionKind
from association.organisations.models.labels import LABELS


def _is_website(text: str) -> bool:
    return text.startswith(("http://", "https://")) and "." in text and not any(c.isspace() for c in text)


def _is_phone(text: str) -> bool:
    digits = [c for c in text if c not in " -+()（）"]
    return 7 <= len(digits) <= 15 and all(c.isascii() and c.isdecimal() for c in digits)


# Made before the facts, so that it is drawn before them.
_CODE = StringField(
    LABELS["uscc"], [Required(), AtMost(40)], description=_l("18位，照营业执照填写，字母不分大小写。")
)


class FactsForm(Form):
    """What an organisation says of itself; the fields are `actions.applying.FIELDS`."""

    name = StringField(LABELS["name"], [Required(), AtMost(200)], description=_l("与营业执照一致。"))
    short_name = StringField(LABELS["short_name"], [AtMost(40)])
    kinds = TicksField(
        LABELS["kinds"], [Required(_l("请至少选一个类别"))], description=_l("可多选：一家单位可以同时是制作机构和平台。"),
        choices=[(kind.value, kind.label) for kind in Kind],
    )  # fmt: skip
    province = SelectField(
        LABELS["province"], [Required(_l("请选择所在地"))],
        choices=[("", _l("请选择")), *PROVINCES.items()],
    )  # fmt: skip
    founded_on = DayField(
        LABELS["founded_on"],
        [Matches(lambda day: day <= clock.today(), _l("成立日期不能在今天之后"))],
        description=_l("例如2018-05-20。"),
    )  # fmt: skip
    legal_representative = StringField(
        LABELS["legal_representative"], [Required(), AtMost(100)], description=_l("公开页上只显示姓氏。")
    )
    address = StringField(LABELS["address"], [AtMost(200)], description=_l("营业执照上的住所。"))
    website = StringField(
        LABELS["website"], [AtMost(200), Matches(_is_website, _l("网站请写完整，以http://或https://开头"))],
        description=_l("例如https://www.example.com。"),
    )  # fmt: skip
    scope = TextAreaField(LABELS["scope"], [AtMost(4000)], description=_l("可从营业执照抄录。"))
    contact_phone = StringField(
        LABELS["contact_phone"], [AtMost(30), Matches(_is_phone, _l("电话应为7到15位数字"))],
        description=_l("只有秘书处能看到全号。"),
    )  # fmt: skip

    @property
    def facts(self) -> dict[str, Any]:
        """The values that are the organisation's own, by field name."""
        return {name: self[name].data for name in _FACTS}

    @classmethod
    def about(cls, organisation: Organisation) -> "FactsForm":
        """The form filled with what is known."""
        known = {name: getattr(organisation, name) for name in _FACTS}
        return cls(data=known | {"kinds": [kind.value for kind in organisation.kinds]})


_FACTS = (
    "name", "short_name", "kinds", "province", "founded_on", "legal_representative", "address", "website", "scope",
    "contact_phone",
)  # fmt: skip


AskForm = ask_form({name: LABELS[name] for name in _FACTS})


class ApplicationForm(FactsForm):
    """The first application: the code, the facts, and who signs with what authority."""

    code = _CODE
    signs_alone = BooleanField(
        _l("我是个人经营者，本人填报并签署"),
        description=_l("仅限个体工商户和个体经纪人；其他单位由经办人填报、授权签署人确认。"),
    )
    signer_name = StringField(LABELS["signer_name"], [AtMost(100)])
    signer_email = EmailField(
        LABELS["signer_email"], description=_l("系统会发去邀请；对方登录并接受后才能确认提交。")
    )
    authority = AttachmentField(LABELS["authority"], [Required(_l("请上传授权书"))], limits=SCANS)
    authority_ends_on = DayField(
        LABELS["authority_ends_on"], [Required()], description=_l("授权书上写明的最后一天，例如2027-12-31。")
    )

    def validate(self, **kwargs: Any) -> bool:
        right = bool(super().validate(**kwargs))
        if not self.signs_alone.data:
            for field, sentence in (
                (self.signer_name, _l("请填写授权签署人的姓名")),
                (self.signer_email, _l("请填写授权签署人的邮箱")),
            ):
                if not field.data and not field.errors:
                    field.errors = [str(sentence)]
                    right = False
        return right


class AuthorityForm(Form):
    """A document of authority and its last day."""

    authority = AttachmentField(LABELS["authority"], [Required(_l("请上传授权书"))], limits=SCANS)
    authority_ends_on = DayField(
        LABELS["authority_ends_on"], [Required()], description=_l("例如2027-12-31。")
    )


class JoinForm(AuthorityForm):
    """Somebody asks to act for an organisation that is on record."""

    code = _CODE
    post = SelectField(_l("担任"), choices=[(p.value, p.label) for p in Post])
    because = TextAreaField(
        _l("说明"), [Required(), AtMost(1000)], description=_l("例如：原经办人已离职，由我接手。")
    )


class InviteForm(Form):
    """A signer brings in another officer."""

    post = SelectField(_l("担任"), choices=[(p.value, p.label) for p in Post])
    name = StringField(_l("姓名"), [Required(), AtMost(100)])
    email = EmailField(_l("邮箱"), [Required()])
    authority = AttachmentField(
        LABELS["authority"], limits=SCANS, description=_l("邀请另一位授权签署人时须上传，由秘书处核对。")
    )
    authority_ends_on = DayField(
        LABELS["authority_ends_on"], description=_l("邀请授权签署人时必填，例如2027-12-31。")
    )


class ChangeForm(FactsForm):
    """A change of a verified organisation."""

    because = TextAreaField(_l("变更的原因"), [Required(), AtMost(1000)])


class HandOverForm(Form):
    """Staff accept a newcomer and end those who have left."""

    leaving = TicksField(
        _l("已经离任的人"),
        coerce=int,
        choices=[],
    )
    reason = TextAreaField(
        _l("交接的依据"), [Required(), AtMost(1000)], description=_l("例如：单位出具的更换函，日期和编号。")
    )


class CodeForm(Form):
    """Another code for the same organisation."""

    code = StringField(_l("新的统一社会信用代码"), [Required(), AtMost(40)])
    on = DayField(_l("从哪天起用"), [Required()])
    basis = TextAreaField(_l("依据"), [Required(), AtMost(1000)], description=_l("例如：换发的营业执照。"))


class EndForm(Form):
    """The end of an organisation, and its successor."""

    on = DayField(
        _l("终止日期"), [Required(), Matches(lambda d: d <= clock.today(), _l("终止日期不能在今天之后"))]
    )
    reason = TextAreaField(_l("终止的依据"), [Required(), AtMost(1000)], description=_l("将公开。"))
    successor_code = StringField(_l("承继单位的代码"), [AtMost(40)], description=_l("没有承继单位就不填。"))
    kind = SelectField(_l("承继方式"), choices=[(k.value, k.label) for k in SuccessionKind])


class PublicBasisForm(Form):
    """Why a natural person in business is shown in public."""

    basis = TextAreaField(
        _l("公开的依据"), [AtMost(1000)],
        description=_l("例如本人的单独同意（日期、存放处）。留空表示不公开。"),
    )  # fmt: skip


class WorkbookForm(Form):
    """A filled-in workbook."""

    file = AttachmentField(_l("填好的表格"), [Required(_l("请选择表格文件"))], limits=WORKBOOKS)
