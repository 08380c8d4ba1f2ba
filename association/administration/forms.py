"""The shape of what administrators type."""

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import Optional

from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l


class SettingForm(Form):
    """A new value from a day on. `value` is typed as text and read by the setting's kind."""

    value = TextAreaField(_l("新值"))
    basis = TextAreaField(_l("依据"), [Required(), AtMost(2000)])
    in_force_from = DayField(_l("从哪天起用"), [Required(_l("请填写从哪天起用，例如2026-12-01"))])
    checked_by = StringField(_l("核对人"), [AtMost(100)])
    checked_on = DayField(_l("核对日期"), [Optional()])


class DayForm(Form):
    """What one day is, and why."""

    working = RadioField(
        _l("这一天"),
        [Required()],
        choices=[("yes", _l("工作日")), ("no", _l("休息日"))],
        validate_choice=True,
    )
    note = StringField(_l("理由（例如哪份通知）"), [Required(), AtMost(200)])


class MaskForm(Form):
    """Why a content is masked."""

    reason = TextAreaField(
        _l("依据和理由（留在操作记录里）"), [Required(_l("请写明依据和理由。")), AtMost(2000)]
    )
