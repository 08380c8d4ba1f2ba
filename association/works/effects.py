"""What steps do beyond moving a state: no two periods begin on one day for the same making; a work is whole before it is on the register."""

from association.kernel import clock
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.words import _
from association.works import holding, queries, reckoning, records
from association.works.models import ClassRule, Work, WorkState


def confirmed(rule: ClassRule, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    """Refused where another row begins on the same day: that one is struck first."""
    refuse_same_day(rule)


def refuse_same_day(rule: ClassRule, *, field: str | None = None) -> None:
    other = queries.begins_on(rule.in_force_from, rule.kinds_of_making)
    if other is not None and other is not rule:
        raise Refused(
            _("同一天起用的已有一份规则，制作方式相同。请另定日期，或者先撤下那一份。"), field=field
        )


def not_whole(work: Work) -> object | None:
    """What is still missing before a work goes on the register."""
    if not work.organisation.is_verified:
        return _("单位核验通过以后，作品才能登记在册。")
    if missing := [words for there, words in _wanted(work) if not there]:
        return _("还缺：%(what)s。", what=_("、").join(missing))
    return None


def _wanted(work: Work) -> list[tuple[bool, str]]:
    return [
        (bool(work.synopsis), _("内容简介")),
        (work.episodes is not None, _("集数")),
        (work.yuan is not None, _("投资额")),
    ]


def kept(work: Work, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    reckoning.keep_class(work)
    records.publish(work)


def has_not_moved(work: Work) -> object | None:
    return None if reckoning.has_moved(work) else _("按现在登记的规则，类别和依据都没有变。")


def reckoned(work: Work, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    reckoning.keep_class(work)
    work.changed_at = clock.now()


def withdrawn(work: Work, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    records.publish(work)


def must_stay(work: Work) -> object | None:
    """Some feature above holds it fast (a review that is under way)."""
    return holding.held(work) if work.state is WorkState.KEPT else None
