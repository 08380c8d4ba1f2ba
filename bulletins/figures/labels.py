"""Names of facts, as lists and facts show them."""

from association.kernel.words import _l

LABELS = {
    "period": _l("期间"), "number": _l("版次"), "issued_on": _l("公布日期"), "reporters": _l("报送单位数"), "group": _l("问题类型"), "label": _l("项目"),
    "unit": _l("单位（量词）"), "definition": _l("口径"), "total": _l("行业合计"), "code": _l("代码"), "version": _l("版次"), "state": _l("状态"),
}  # fmt: skip
