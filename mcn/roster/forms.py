"""Shapes of what may be handed in."""

from association.kernel.attachments import WORKBOOKS, AttachmentField
from association.kernel.forms import Form, Required
from association.kernel.words import _l


class RosterForm(Form):
    file = AttachmentField(_l("填好的花名册"), [Required(_l("请选择表格文件"))], limits=WORKBOOKS)
