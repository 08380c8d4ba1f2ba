"""Shapes: a new version, a file for it, and buttons that ask nothing."""

from typing import Any

from wtforms import HiddenField, SelectField, StringField
from wtforms.validators import Optional

from association.footage.models import ANY_KIND, FileKind
from association.kernel.attachments import AttachmentField
from association.kernel.fields import CountField
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _l


class VersionForm(Form):
    note = StringField(
        _l("这一版是什么"),
        [AtMost(100)],
        description=_l("例如“初剪”“按意见修改后”。开了新版，旧版照样保留。"),
    )


class FileForm(Form):
    kind = SelectField(
        _l("这是什么文件"), [Required()], choices=[(kind.value, kind.label) for kind in FileKind]
    )
    episode = CountField(_l("第几集"), [Optional()], description=_l("剧集和字幕要填；剧本和剧照不填。"))
    file = AttachmentField(_l("文件"), [Required(_l("请选择文件"))], limits=ANY_KIND)

    @property
    def values(self) -> dict[str, Any]:
        return super().values | {"kind": FileKind(self.kind.data)}


class PageForm(Form):
    """To which page."""

    page = HiddenField()

    @property
    def number(self) -> int:
        """0 for what is no number."""
        raw = self.page.data or ""
        return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 6 else 0
