"""The life of a permit on record."""

from association.kernel.day_words import day_words
from association.kernel.words import _, _l
from association.kernel.workflow import Step, Workflow
from association.permits.models import Permit, PermitState
from association.permits.policy import P


def _lapsed(permit: Permit) -> object | None:
    return _("许可证已于%(day)s到期。", day=day_words(permit.valid_to)) if permit.has_lapsed else None


PERMIT = Workflow(
    name="permit",
    title=_l("许可证"),
    states=PermitState,
    initial=PermitState.REPORTED,
    steps=[
        Step(
            deed="check", label=_l("与扫描件一致"), from_=(PermitState.REPORTED,), to=PermitState.CHECKED, needs=P.CHECK,
            apart_from=frozenset({"report"}), is_primary=True, blocked=_lapsed,
        ),
        Step(
            deed="refuse", label=_l("与扫描件不符"), from_=(PermitState.REPORTED,), to=PermitState.REFUSED,
            needs=P.CHECK, reason=_l("哪里不符（对方会看到）"),
        ),
        Step(
            deed="remove", label=_l("移出"), from_=(PermitState.REPORTED, PermitState.CHECKED), to=PermitState.REMOVED,
            needs=P.REPORT, reason=_l("移出的原因"), is_dangerous=True,
            consequence=_l("公开记录不再列出这一证；办理记录保留。"),
        ),
    ],
)  # fmt: skip
