"""What followers hear of self-checks: questionnaires and published results, never an organisation's."""

from association import following
from association.kernel.words import _l
from association.selfcheck.effects import rounds, versions
from association.selfcheck.workflow import ROUND, VERSION

KIND = "selfcheck"


def init_app() -> None:
    following.kind(KIND, _l("自查问卷和专项自查"), "/selfcheck/")
    following.tells(
        VERSION,
        following.Telling(
            kind=KIND, title_of=lambda v: v.title, url_of=versions.address, shown=lambda v: v.is_public,
            words={"publish": _l("发布新版本"), "retire": _l("停用")}, ends=frozenset({"retire"}),
        ),
    )  # fmt: skip
    following.tells(
        ROUND,
        following.Telling(
            kind=KIND, title_of=lambda r: r.title, url_of=rounds.address, shown=lambda r: r.is_public,
            words={"publish": _l("公布结果")}, ends=frozenset({"take_back"}),
        ),
    )  # fmt: skip
