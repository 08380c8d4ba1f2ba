"""Words of what is asked about a trainee."""

from association.kernel.words import _l

FACTS = {
    "name": _l("姓名"), "number_kind": _l("证件种类"), "number": _l("身份证件号码"), "phone": _l("手机号码"), "post": _l("岗位"), "years": _l("从事审核的年数"),
}  # fmt: skip
NUMBER_KINDS = {"resident": _l("居民身份证"), "other": _l("其他证件")}
"""Of other papers (passport, residence permit, …) nothing can be checked but that a number is there."""
