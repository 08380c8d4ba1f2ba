"""How often rosters are taken."""

from datetime import date, timedelta

from association.kernel import dated
from association.kernel.words import _l

dated.name_group("rosters", _l("公约的名册"))
dated.define(
    "rosters.months", label=_l("每隔几个月公布一期公约的签署单位名册"), kind="number", initial=3, unit=_l("个月"),
    basis=_l("网络视听、互联网行业公约的做法：定期公布加入和退出的单位；间隔由协会自行设置"),
    help=_l("从一月起算，在每段的最后一天截止，例如3就是三、六、九、十二月底；可用1、2、3、4、6、12。"),
)  # fmt: skip


def is_due(day: date) -> bool:
    """Whether a roster is taken as of the end of this day: the last of a month that ends a period."""
    is_last = (day + timedelta(days=1)).month != day.month
    return is_last and day.month % int(dated.value("rosters.months", on=day)) == 0
