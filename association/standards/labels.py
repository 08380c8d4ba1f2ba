"""What the facts of projects are called on forms, in histories and in lists."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "kind": _l("类别"),
    "title": _l("名称"),
    "english_title": _l("英文名称"),
    "why": _l("目的和理由"),
    "scope": _l("适用范围"),
    "basis": _l("依据和相关标准"),
    "proposed_by": _l("提出单位"),
    "in_charge": _l("归口单位"),
    "drafting_units": _l("起草单位"),
    "drafters": _l("主要起草人"),
    "ccs": _l("中国标准分类号（CCS）"),
    "ics": _l("国际标准分类号（ICS）"),
    "explanation": _l("编制说明"),
    "approved_by": _l("批准机构"),
    "approved_on": _l("批准日期"),
    "effective_on": _l("实施日期"),
    "number": _l("标准编号"),
    "binds": _l("适用的单位"),
    "note": _l("给读者的说明"),
    "publish_at": _l("发布时间"),
}
