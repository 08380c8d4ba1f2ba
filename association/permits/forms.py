"""The shape of a permit."""

from wtforms import SelectField, StringField

from association.kernel import dated
from association.kernel.attachments import SCANS, AttachmentField
from association.kernel.fields import DayField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l


class PermitForm(Form):
    kind = SelectField(_l("种类"), [Required()])
    number = StringField(_l("编号"), [Required(), AtMost(100)], description=_l("照许可证抄写。"))
    issuer = StringField(_l("发证机关"), [Required(), AtMost(100)])
    valid_from = DayField(_l("有效期自"), [Required()], description=_l("例如2025-04-01。"))
    valid_to = DayField(_l("有效期至"), [Required()], description=_l("例如2027-03-31。"))
    scan = AttachmentField(_l("扫描件"), [Required(_l("请上传扫描件"))], limits=SCANS)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind, kind) for kind in dated.value("permits.kinds")]
