"""Fields that several features ask for."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from wtforms import DateField, DateTimeLocalField, IntegerField, SelectMultipleField, ValidationError
from wtforms import EmailField as _EmailField
from wtforms.widgets import CheckboxInput, ListWidget

from association.kernel import clock, mail_address
from association.kernel.figures import plain_figures
from association.kernel.words import _


class EmailField(_EmailField):
    """An address as it can be written to, normalised; an empty one passes (Required says otherwise)."""

    data: Any

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        if not self.data:
            return
        if len(self.data) > mail_address.LONGEST:
            raise ValidationError(_("邮箱最多%(n)d个字符", n=mail_address.LONGEST))
        address = mail_address.normal(self.data)
        if address is None:
            raise ValidationError(_("邮箱的写法不对，例如name@example.com"))
        self.data = address


class DayField(DateField):
    """A day, 2026-11-23; left empty it is None (Required says otherwise)."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        written = " ".join(str(v) for v in valuelist).strip()
        self.data = None
        if not written:
            return
        try:
            self.data = date.fromisoformat(written)
        except ValueError:
            raise ValueError(_("日期请写成2026-11-23这样")) from None


class MomentField(DateTimeLocalField):
    """A moment in China, 2026-11-23T09:00; left empty it is None (Required says otherwise)."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        written = " ".join(str(v) for v in valuelist).strip()
        self.data = None
        if not written:
            return
        try:
            typed = datetime.fromisoformat(written)
        except ValueError:
            raise ValueError(_("时间请写成2026-11-23 09:00这样")) from None
        self.data = typed.replace(tzinfo=clock.CHINA)

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return self.data.astimezone(clock.CHINA).strftime("%Y-%m-%dT%H:%M") if self.data else ""


class TicksField(SelectMultipleField):
    """Several of a few: boxes to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class CountField(IntegerField):
    """A count of at most four figures; left empty it is `empty`."""

    def __init__(self, *args: Any, empty: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty = empty

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        written = plain_figures("".join(str(v) for v in valuelist))
        self.data: Any = self.empty
        if not written:
            return
        if not (written.isascii() and written.isdecimal() and len(written) <= 4):
            raise ValueError(_("请填一个整数，最多四位。"))
        self.data = int(written)
