"""What the facts of pledges are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "title": _l("名称"), "code": _l("代号"), "kinds": _l("可以签署的单位"), "by_invitation": _l("只限受邀单位签署"), "why": _l("修订的理由"),
    "adopted_by": _l("通过的机构"), "adopted_on": _l("通过日期"), "effective_on": _l("施行日期"), "trial_until": _l("试行至"), "note": _l("读前须知"),
    "legal_reason": _l("法务意见"), "name": _l("单位（签署时的名称）"), "uscc": _l("统一社会信用代码"), "province": _l("所在地"),
    "number": _l("证书号"), "version": _l("版本"), "since_on": _l("自"), "standing": _l("状态"), "signed_at": _l("签署时间"),
    "text_hash": _l("文本摘要SHA-256"), "batch": _l("批次"),
}  # fmt: skip
