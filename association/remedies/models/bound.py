"""Whether the association may ask or only suggest, and where a matter came from."""

from collections.abc import Iterable

from association.kernel.state import State
from association.kernel.words import _, _l

MEMBER = "member"


class Force(State):
    """The association binds its members and the signatories of its pledges, nobody else."""

    OBLIGATION = "obligation", _l("整改要求"), "ochre", "exclamation-circle"
    SUGGESTION = "suggestion", _l("改进建议"), "indigo", "info-circle"


class Source(State):
    """What made somebody write it."""

    OWN = "own", _l("日常了解")
    GAP = "gap", _l("单位分享的自查结果")
    QUESTION = "question", _l("业务咨询")
    WARNING = "warning", _l("风险预警")
    INTERVIEW = "interview", _l("约谈")


def words_of(bound_by: Iterable[str]) -> list[str]:
    """By what an organisation is bound, in words: membership, or the titles of pledges."""
    return [_("会员") if by == MEMBER else _("《%(title)s》签署单位", title=by) for by in bound_by]
