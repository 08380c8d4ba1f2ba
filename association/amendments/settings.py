"""Dated numbers of amendments."""

from association.kernel import dated
from association.kernel.words import _l

PRACTICE = _l(
    "互联网行业公约的做法：执行机构或者三分之一以上签署单位提出，并经三分之二以上签署单位同意，可以修订；公约文本另有约定的从其约定"
)
TWO_NUMBERS = _l("两个数：分子和分母，例如1和3就是三分之一。")
dated.name_group("amendments", _l("公约的修订"))
dated.define(
    "amendments.support_share", label=_l("修订动议须有多少签署单位附议"), kind="numbers", initial=[1, 3], basis=PRACTICE, help=TWO_NUMBERS,
)  # fmt: skip
dated.define(
    "amendments.consent_share", label=_l("修订须有多少签署单位同意"), kind="numbers", initial=[2, 3], basis=PRACTICE, help=TWO_NUMBERS,
)  # fmt: skip
dated.define(
    "amendments.receive_days", label=_l("受理修订动议的期限"), kind="number", initial=5, unit=_l("个工作日"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "amendments.support_days", label=_l("修订动议征集附议的期限"), kind="number", initial=60, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "amendments.vote_days", label=_l("签署单位表决的期限"), kind="number", initial=15, unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "amendments.remind_days", label=_l("表决截止前几天提醒还没有投票的单位"), kind="numbers", initial=[7, 2], unit=_l("天"), basis=dated.OWN,
)  # fmt: skip
dated.define(
    "amendments.names_public", label=_l("表决结束后是否公开各单位怎样投票"), kind="number", initial=0, basis=dated.OWN,
    help=_l("0只公开票数，1同时公开各单位怎样投票。表决开始时固定并写在表决页上，中途不变：签署出于自愿，投反对票不应有顾虑，所以通常只公开票数。"),
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"amendments.{name}"))


def part_of(name: str, whole: int) -> int:
    """How many of these make up the set share: the least number that is not below it, and at least one."""
    above, below = (int(n) for n in dated.value(f"amendments.{name}"))
    return max(1, -(-whole * above // below))
