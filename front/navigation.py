"""The doors of the main navigation, in the order of the page: what belongs together stands behind one door."""

from association.kernel import rendering
from association.kernel.words import _l

DOORS = (
    (_l("规范标准"), ("rules.index", "standards.index", "consultations.index")),
    (_l("自律公约"), ("pledges.index",)),
    (
        _l("通报预警"),
        (
            "bulletins.index",
            "warnings.index",
            "articles.index",
            "commendations.index",
            "complaints.index",
            "figures.index",
        ),
    ),
    (
        _l("自查指导"),
        (
            "guidance.index",
            "selfcheck.index",
            "hints.index",
            "classing.index",
            "titling.index",
            "contracts.index",
        ),
    ),
    (_l("专家阅评"), ("experts.index", "commentary.index", "training.index")),
    (_l("机构登记"), ("agencies.index", "incubation.index")),
    (_l("单位会员"), ("organisations.index", "membership.index")),
)


def init_app() -> None:
    for label, endpoints in DOORS:
        rendering.one_door(label, *endpoints)
