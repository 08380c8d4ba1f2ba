"""The class of a work on the register: reckoned from its own facts under the period of its day, and kept with that period and the reasons."""

from dataclasses import dataclass

from association.kernel import clock
from association.kernel.words import spoken_in
from association.works import queries
from association.works.classing import ClassHint, WorkFacts, classify
from association.works.models import ClassRule, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The hint as of now, and the period it rests on."""

    hint: ClassHint
    rule: ClassRule | None


def facts_of(work: Work) -> WorkFacts:
    return WorkFacts(
        day=work.day, making=work.making, yuan=work.yuan, subjects=frozenset(work.subjects),
        triggers=frozenset(work.circumstances),
    )  # fmt: skip


def reckoned(work: Work, rules: list[ClassRule] | None = None) -> Reckoned:
    """Under the periods confirmed today; who asks for many works reads the periods once."""
    periods = queries.periods() if rules is None else rules
    rule = queries.holding(periods, day=work.day, making=work.making)
    return Reckoned(hint=classify(facts_of(work), rule), rule=rule)


def explained(work: Work) -> ClassHint:
    """The class that is kept, with its reasons in the reader's language: the period it rests on is never rewritten."""
    return classify(facts_of(work), work.class_rule)


def keep_class(work: Work) -> None:
    """Write it into the row."""
    now = reckoned(work)
    work.drama_class, work.class_rule_id, work.classed_at = (
        now.hint.drama_class,
        now.rule.id if now.rule else None,
        clock.now(),
    )
    with spoken_in("zh_Hans"):
        work.class_reasons = [str(reason) for reason in now.hint.reasons]


def has_moved(work: Work, rules: list[ClassRule] | None = None) -> bool:
    """Whether the periods now on record give another class, or rest on another period, than what is kept."""
    now = reckoned(work, rules)
    return (work.drama_class, work.class_rule_id) != (now.hint.drama_class, now.rule.id if now.rule else None)
