"""Shapes of what may be typed about coverage."""

from typing import Any

from wtforms import IntegerField
from wtforms.validators import InputRequired

from association.kernel.fields import DayField
from association.kernel.figures import plain_figures
from association.kernel.forms import Form, Required
from association.kernel.words import _, _l

MOST = 100_000_000


class _Count(IntegerField):
    """A count; full width and commas of thousands are read too."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, [InputRequired(_l("请填一个整数，没有的填0。"))], **kwargs)

    def process_formdata(self, valuelist: Any) -> None:
        written = plain_figures("".join(str(v) for v in valuelist))
        self.data: Any = None
        if written and not (written.isascii() and written.isdecimal() and int(written[:10]) <= MOST):
            raise ValueError(_("请填0到%(most)d的整数。", most=MOST))
        self.data = int(written) if written else None


class FiguresForm(Form):
    from_on = DayField(_l("从哪天起"), [Required()], description=_l("不晚于今天，例如2026-11-01。"))
    videos = _Count(
        _l("每日新增短视频（条）"), description=_l("最近一个月每天新增播出的平均数；没有这项业务的填0。")
    )
    rooms = _Count(
        _l("同时在播的直播间（个）"), description=_l("最近一个月同时在播最多的时候；没有这项业务的填0。")
    )


class DepartForm(Form):
    left_on = DayField(_l("从哪天起不再承担审核"), [Required()])
