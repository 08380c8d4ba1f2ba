"""Dated words and numbers of notices. Forms of numbers follow GB/T 9704: 〔year〕, no zero before the number."""

from association.kernel import dated
from association.kernel.words import _l

OWN = _l("协会自行设置；发文字号的写法参照GB/T 9704-2012")
FORMS = {
    "bulletin": ("notices.number_bulletin", _l("行业通报的发文字号"), "协会通〔{year}〕{number}号"),
    "announcement": (
        "notices.number_announcement",
        _l("公告的发文字号"),
        "协会告〔{year}〕{number}号",
    ),
    "appeal": ("notices.number_appeal", _l("公益倡议书的发文字号"), "协会倡〔{year}〕{number}号"),
    "commendation": ("notices.number_commendation", _l("推优文件的发文字号"), "协会推〔{year}〕{number}号"),
    "forwarded": ("notices.number_forwarded", _l("转发件的登记号"), "协会转〔{year}〕{number}号"),
}

for _key, _label, _initial in FORMS.values():
    dated.define(_key, label=_label, initial=_initial, basis=OWN)
dated.define(
    "notices.topics", label=_l("通报的主题"), kind="lines", basis=OWN,
    initial=["内容导向", "片名与简介", "推广素材", "付费与退款", "未成年人保护", "人工智能", "经纪机构", "其他"],
)  # fmt: skip
dated.define(
    "notices.review_days",
    label=_l("通报每一审的期限"),
    kind="number",
    initial=3,
    unit=_l("个工作日"),
    basis=OWN,
)


def form_of(kind: str) -> str:
    """How the number of a kind (its stored value) is written today."""
    return str(dated.value(FORMS[kind][0]))
