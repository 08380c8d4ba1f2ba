"""What a confirmation makes sure of: no two periods begin on one day for the same making."""

from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.works import queries
from association.works.models import ClassRule


def confirmed(rule: ClassRule, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Refused where another row begins on the same day: that one is struck first."""
    refuse_same_day(rule)


def refuse_same_day(rule: ClassRule, *, field: str | None = None) -> None:
    other = queries.begins_on(rule.in_force_from, rule.kinds_of_making)
    if other is not None and other is not rule:
        raise Refused(
            _("同一天起用的已有一份规则，制作方式相同。请另定日期，或者先撤下那一份。"), field=field
        )
