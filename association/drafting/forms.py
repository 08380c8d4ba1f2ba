"""The form of the writing desk."""

from typing import Any

from flask_wtf.file import FileField
from wtforms import HiddenField, TextAreaField

from association.kernel.forms import AtMost, Form
from association.kernel.words import _l

LONGEST = 400_000
"""Characters of one text: several times the longest law."""


class WritingForm(Form):
    text = TextAreaField(
        _l("正文"),
        validators=[AtMost(LONGEST)],
        description=_l("按公文写法书写即可：第一章、第一条、（一）、1.，空一行另起一段。"),
    )
    base = HiddenField()
    file = FileField(
        _l("从文件读入"), description=_l("Word（.docx）、Markdown或纯文本。现在的正文会先存为一版。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text.flags.required = (
            True  # nobody is told that a text may be left out; an empty draft is still saved
        )

    @property
    def over(self) -> int:
        """The version this was written over; a forged number is over nothing."""
        typed = self.base.data or ""
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0
