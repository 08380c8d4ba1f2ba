"""Shapes of what may be typed about memberships."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField

from association.kernel import dated
from association.kernel.asking import ask_form
from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l
from association.membership.labels import LABELS


class MembershipForm(Form):
    """The application."""

    kind = SelectField(LABELS["kind"], [Required()])
    representative = StringField(
        LABELS["representative"], [Required(), AtMost(100)], description=_l("代表单位行使会员权利的人。")
    )
    representative_post = StringField(LABELS["representative_post"], [AtMost(100)])
    statement = TextAreaField(
        LABELS["statement"], [Required(), AtMost(4000)], description=_l("单位的业务和申请入会的理由。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind, kind) for kind in dated.value("membership.kinds")]


class RepresentativeForm(Form):
    """Another representative."""

    representative = StringField(LABELS["representative"], [Required(), AtMost(100)])
    representative_post = StringField(LABELS["representative_post"], [AtMost(100)])


class ApproveForm(Form):
    """What the approving body decided."""

    body = SelectField(_l("批准的机构"), [Required()])
    approved_on = DayField(_l("批准日期"), [Required()], description=_l("例如2026-11-20。"))
    from_on = DayField(_l("入会日期"), [Required()], description=_l("从这一天起是会员，不早于批准日期。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body.choices = [(body, body) for body in dated.value("membership.bodies")]


class RemoveForm(Form):
    """A removal."""

    to_on = DayField(_l("自哪天起不再是会员"), [Required()])
    reason = TextAreaField(
        _l("除名的依据"), [Required(), AtMost(1000)], description=_l("决定机构、日期和理由；单位会看到。")
    )


AskForm = ask_form(LABELS)
