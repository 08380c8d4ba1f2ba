"""The class of a work under one period of the rule, with its reasons. Pure: the row and the facts are arguments.

A class is a hint. Amounts are compared in yuan, so that 99.9999 万元 is less than 100.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from association.kernel.words import _l
from association.works.models import ClassRule, DramaClass, Making, Trigger

WAN = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """What the class of a work depends on; `yuan` None where the investment is not known."""

    day: date
    making: Making = Making.LIVE
    yuan: int | None = None
    subjects: frozenset[str] = frozenset()
    triggers: frozenset[Trigger] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassHint:
    """`drama_class` None: the facts do not decide it yet."""

    drama_class: DramaClass | None
    reasons: Sequence[Any]
    cautions: Sequence[Any] = ()
    """What the period leaves open about this work."""


def classify(facts: WorkFacts, rule: ClassRule | None) -> ClassHint:
    """Which class, and why. Without a period there is none."""
    if rule is None:
        return ClassHint(drama_class=None, reasons=[_l("这一天没有登记在案的分类规则，请向协会询问。")])
    cautions = _cautions(facts, rule)
    if reasons := [*_by_subject(facts, rule), *_by_trigger(facts, rule), *_by_key_amount(facts, rule)]:
        return ClassHint(drama_class=DramaClass.KEY, reasons=reasons, cautions=cautions)
    if rule.key_from is None:
        return ClassHint(
            drama_class=DramaClass.OTHER, cautions=cautions,
            reasons=[_l("这一时期不看投资额；没有说到把作品列为重点的情形，归入其余一类。")],
        )  # fmt: skip
    if facts.yuan is None:
        return ClassHint(drama_class=None, cautions=cautions, reasons=[_unknown_amount(rule)])
    drama_class, reason = _by_amount(facts.yuan, rule)
    return ClassHint(
        drama_class=drama_class, cautions=cautions,
        reasons=[reason, _l("没有说到特殊题材，也没有这一时期列为重点的其他情形。")],
    )  # fmt: skip


def _by_subject(facts: WorkFacts, rule: ClassRule) -> list[Any]:
    return [
        _l("题材“%(subject)s”属于这一时期的特殊题材，不论投资额多少都是重点。", subject=_l(subject))
        for subject in rule.subjects
        if subject in facts.subjects
    ]


def _by_trigger(facts: WorkFacts, rule: ClassRule) -> list[Any]:
    return [
        _l("有“%(trigger)s”的情形，这一时期把它列为重点，不论投资额多少。", trigger=trigger.label)
        for trigger in rule.circumstances
        if trigger in facts.triggers
    ]


def _by_key_amount(facts: WorkFacts, rule: ClassRule) -> list[Any]:
    if rule.key_from is None or facts.yuan is None or facts.yuan < rule.key_from * WAN:
        return []
    return [_l("投资%(n)s万元，不低于重点的起点%(key)d万元（含）。", n=in_wan(facts.yuan), key=rule.key_from)]


def _by_amount(yuan: int, rule: ClassRule) -> tuple[DramaClass, Any]:
    """Below the amount of 重点."""
    if rule.ordinary_from is None:
        return DramaClass.OTHER, _l(
            "投资%(n)s万元，低于重点的起点%(key)d万元（不含）。", n=in_wan(yuan), key=rule.key_from
        )
    if yuan >= rule.ordinary_from * WAN:
        return DramaClass.ORDINARY, _l(
            "投资%(n)s万元，在%(ordinary)d万元（含）至%(key)d万元（不含）之间。",
            n=in_wan(yuan), ordinary=rule.ordinary_from, key=rule.key_from,
        )  # fmt: skip
    return DramaClass.OTHER, _l(
        "投资%(n)s万元，低于普通的起点%(ordinary)d万元（不含）。", n=in_wan(yuan), ordinary=rule.ordinary_from
    )


def _unknown_amount(rule: ClassRule) -> Any:
    if rule.ordinary_from is None:
        return _l(
            "没有填投资额，还不能判断：%(key)d万元（含）以上是重点，以下归入其余一类。", key=rule.key_from
        )
    return _l(
        "没有填投资额，还不能判断：%(key)d万元（含）以上是重点，%(ordinary)d万元（含）至%(key)d万元（不含）是普通，更低的是其他。",
        key=rule.key_from, ordinary=rule.ordinary_from,
    )  # fmt: skip


def _cautions(facts: WorkFacts, rule: ClassRule) -> list[Any]:
    """Circumstances this period does not name: they decide nothing here, and the reader should know it."""
    return [
        _l(
            "你选了“%(trigger)s”，登记的这一时期规则没有把它列为重点的情形，所以没有计入；拿不准的请向协会询问。",
            trigger=trigger.label,
        )
        for trigger in Trigger
        if trigger in facts.triggers and trigger not in rule.circumstances
    ]


def in_wan(yuan: int) -> str:
    """Yuan as 万元, without idle zeros: 999999 is 99.9999."""
    whole, rest = divmod(yuan, WAN)
    return f"{whole:,}" + (f".{rest:04d}".rstrip("0") if rest else "")
