"""Which rung comes next, and why it does not come yet. Nothing skips."""

from datetime import timedelta

from association.inquiries.models import PENDING, TOOK_EFFECT, Inquiry, Measure, MeasureState, Rung
from association.inquiries.settings import how_many
from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.words import _
from association.pledges.models import SignatureState

ORDER = tuple(Rung)


def last(inquiry: Inquiry) -> Measure | None:
    """The last measure of the inquiry that took effect and still counts."""
    since = clock.today() - timedelta(days=how_many("memory_days"))
    counted = [
        m for m in inquiry.measures if m.state in TOOK_EFFECT and m.in_force_on and m.in_force_on >= since
    ]
    return counted[-1] if counted else None


def next_rung(inquiry: Inquiry) -> Rung:
    before = last(inquiry)
    if before is None:
        return ORDER[0]
    return ORDER[min(ORDER.index(before.rung) + 1, len(ORDER) - 1)]


def pending(inquiry: Inquiry) -> Measure | None:
    return next((m for m in inquiry.measures if m.state in PENDING), None)


def not_yet(inquiry: Inquiry) -> object | None:
    """The sentence when no measure may be proposed now."""
    if inquiry.signature.state is not SignatureState.IN_FORCE:
        return _("%(name)s已经不受这份公约约束，不能采取措施。", name=inquiry.organisation.name)
    if pending(inquiry) is not None:
        return _("上一项措施还在办理。")
    before = last(inquiry)
    if before is not None and before.answer_by is not None and before.answer_by >= clock.today():
        return _(
            "%(rung)s的改正期限到%(day)s，期满以后才能进入下一步。",
            rung=str(before.rung.label),
            day=day_words(before.answer_by),
        )
    return None


def not_settled(inquiry: Inquiry) -> object | None:
    """The sentence when it cannot be settled now."""
    if pending(inquiry) is not None:
        return _("还有措施在办理，请先决定。")
    if any(m.state is MeasureState.IN_FORCE for m in inquiry.measures):
        return _("还有措施在有效期内：请先解除，或者等它期满。")
    return None


def hearing(measure: Measure) -> object | None:
    """The sentence while the organisation may still be heard and has not spoken."""
    if measure.state is MeasureState.PROPOSED and clock.today() <= measure.hear_by:
        return _(
            "陈述申辩的期限到%(day)s，单位陈述以后或者期满以后才能决定。", day=day_words(measure.hear_by)
        )
    return None


def too_late(measure: Measure) -> object | None:
    """The sentence when no objection can be made any more."""
    if measure.object_by is not None and clock.today() > measure.object_by:
        return _("提出异议的期限是%(day)s，已经过了。", day=day_words(measure.object_by))
    return None
