"""The shape of a work, as its maker types it."""

from decimal import Decimal
from typing import Any

from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from association.kernel import dated
from association.kernel.fields import CountField, DayField, TicksField
from association.kernel.figures import plain_figures
from association.kernel.forms import AtMost, Form, Required
from association.kernel.words import _, _l
from association.works import queries
from association.works.classing import WAN, in_wan
from association.works.models import Making, Trigger
from association.works.questions import AMOUNT, MINUTES


class WanField(StringField):
    """万元 with at most four decimals, as whole yuan; left empty it is None."""

    def process_formdata(self, valuelist: Any) -> None:
        written = plain_figures("".join(valuelist))
        self.data = None
        if not written:
            return
        if not AMOUNT.fullmatch(written):
            raise ValueError(_("投资额请填万元数，例如99.5；最多四位小数。"))
        self.data = int(Decimal(written) * WAN)

    def _value(self) -> str:
        if self.raw_data:
            return "".join(self.raw_data)
        return "" if self.data is None else in_wan(self.data).replace(",", "")


class MinutesField(StringField):
    """Minutes with at most two decimals, as whole seconds; left empty it is None."""

    def process_formdata(self, valuelist: Any) -> None:
        written = plain_figures("".join(valuelist))
        self.data = None
        if not written:
            return
        if not MINUTES.fullmatch(written):
            raise ValueError(_("时长请填分钟数，例如1.5。"))
        self.data = int(Decimal(written) * 60)

    def _value(self) -> str:
        if self.raw_data:
            return "".join(self.raw_data)
        if self.data is None:
            return ""
        return f"{Decimal(self.data) / 60:.2f}".rstrip("0").rstrip(".")


class WorkForm(Form):
    title = StringField(_l("作品名称"), [Required(), AtMost(100)])
    aliases = TextAreaField(
        _l("曾用名和别名"), [AtMost(1000)], description=_l("每行一个。"), render_kw={"rows": 2}
    )
    synopsis = TextAreaField(
        _l("内容简介"), [AtMost(3000)], description=_l("登记在册前要填。不要写演员等个人的信息。")
    )
    day = DayField(_l("日期"), [Required()])
    making = SelectField(_l("制作方式"), [Required()], choices=[(m.value, m.label) for m in Making])
    yuan = WanField(
        _l("投资额（万元）"),
        [Optional()],
        description=_l("例如99.5。登记在册前要填，只有本单位和当值的工作人员能看到。"),
    )
    subjects = TicksField(_l("题材"), description=_l("属于其中一种的请选上；都不属于的不选。"))
    triggers = TicksField(_l("怎样推广、怎样看"), choices=[(t.value, t.label) for t in Trigger])
    episodes = CountField(_l("共几集"), [Optional()], description=_l("登记在册前要填。"))
    seconds = MinutesField(_l("最长一集几分钟"), [Optional()], description=_l("例如1.5。"))
    child_actors = CountField(
        _l("有几名未成年演员"), [Optional()], empty=0,
        description=_l("只填人数，没有的填0。姓名、年龄和监护人的同意书由本单位保管，这里不收。"),
    )  # fmt: skip
    number_kind = SelectField(_l("许可证号或备案号是哪一种"), [Optional()])
    number = StringField(
        _l("号码"), [AtMost(100)], description=_l("照证件或者平台的写法抄写；还没有的不填。")
    )
    number_issuer = StringField(_l("谁发的号"), [AtMost(100)])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        key = "works.deciding_day"
        self.day.label.text = str(dated.definition(key).choices[str(dated.value(key))])
        self.day.description = _("分类规则各时期不同，按这一天的规则判断；还没有定的填预计的日期。")
        self.subjects.choices = [(subject, _(subject)) for subject in queries.subjects()]
        self.number_kind.choices = [
            ("", _("还没有")),
            *((k, _(k)) for k in dated.value("works.number_kinds")),
        ]

    @property
    def values(self) -> dict[str, Any]:
        """As the row keeps them."""
        return super().values | {"making": Making(self.making.data)}
