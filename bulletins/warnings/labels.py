"""What the parts of a warning are called."""

from association.kernel.words import _, _l
from association.organisations.models import PROVINCES, Kind
from bulletins.warnings.models import RiskWarning

COLUMNS: dict[str, object] = {
    "number": _l("编号"), "level": _l("级别"), "title": _l("标题"), "topic": _l("主题"), "state": _l("状态"),
    "valid_from": _l("生效日"), "valid_to": _l("有效期至"),
}  # fmt: skip


def whom(warning: RiskWarning) -> str:
    """Whom it concerns, for everybody's eyes: names are not among them."""
    if warning.only_named:
        return _("只通知个别单位")
    kinds = _("、").join(str(Kind(value).label) for value in warning.kinds)
    places = _("、").join(str(PROVINCES[value]) for value in warning.provinces)
    return _("；").join(part for part in (kinds, places) if part) or _("全部已核验的单位")
