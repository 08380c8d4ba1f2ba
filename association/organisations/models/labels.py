"""What the fields of an organisation are called: one word for form, difference, workbook, letter and trail."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "uscc": _l("统一社会信用代码"),
    "name": _l("单位全称"),
    "short_name": _l("简称"),
    "kinds": _l("类别"),
    "province": _l("所在地"),
    "founded_on": _l("成立日期"),
    "legal_representative": _l("法定代表人"),
    "address": _l("住所"),
    "website": _l("网站"),
    "scope": _l("经营范围"),
    "contact_phone": _l("联系电话"),
    "signer_name": _l("授权签署人姓名"),
    "signer_email": _l("授权签署人邮箱"),
    "invited_name": _l("受邀人"),
    "invited_email": _l("受邀人邮箱"),
    "authority": _l("授权书"),
    "authority_ends_on": _l("授权截止日期"),
}
