"""The demo's figures: three quarters reported by a platform, a distributor and an operator of mini-programmes. In each some sums are withheld – somebody did not count,
or one is nearly all –; one quarter is revised after a correction, the last one is being collected. All figures are invented."""

from datetime import date

from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from bulletins.figures import actions, queries
from bulletins.figures.models import READ, WRITE, Edition, Period, Report
from bulletins.figures.settings import last_ended
from bulletins.figures.workflow import EDITION, REPORT
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

REPORTERS = {"platform": 6, "changqiao": 18, "miniapp": 8}
"""Who reports so many days after a quarter was opened – if they are on record by then: in the first there are two, and nothing is shown."""
# What platform, changqiao and miniapp report, by code: the quarter three before the last, two before, one before. None: not counted.
TOLD: tuple[dict[str, tuple[int | None, int | None, int | None]], ...] = (
    {
        "vulgar-videos": (1_240, 860, 310), "vulgar-accounts": (96, 71, 24), "values-videos": (2_050, 1_180, 640),
        "values-dramas": (12, 7, None), "pirated-videos": (5_400, 3_900, 1_150), "unfiled-dramas": (38, 22, 19),
        "unfiled-miniapps": (0, 4, 61), "misleading-ads": (880, 1_310, 270), "appeals-upheld": (45, 39, 18),
    },
    {
        "vulgar-videos": (1_010, 790, 280), "vulgar-accounts": (83, 66, 30), "values-videos": (1_720, 1_260, 580),
        "values-dramas": (9, 11, None), "pirated-videos": (4_870, 4_020, 990), "unfiled-dramas": (31, 17, 26),
        "unfiled-miniapps": (0, 2, 74), "misleading-ads": (930, 1_040, 330), "appeals-upheld": (52, 41, 15),
    },
    {
        "vulgar-videos": (1_330, 720, 410), "vulgar-accounts": (101, 58, 37), "values-videos": (1_640, 1_090, 720),
        "values-dramas": (14, 8, None), "pirated-videos": (9_950, 3_610, 870), "unfiled-dramas": (27, 14, 33),
        "unfiled-miniapps": (0, 3, 52), "misleading-ads": (760, 990, 290), "appeals-upheld": (48, 44, 21),
    },
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    today = clock.today()
    quarters = _quarters(today)
    for (name, first_on, last_on), told in zip(quarters[:-1], TOLD, strict=True):
        _a_quarter(scene, who, name, first_on, last_on, told)
    _revised(scene, who, quarters[-2][0])
    _being_collected(scene, who, *quarters[-1])


def _quarters(today: date) -> list[tuple[str, date, date]]:
    """The four that ended last, the earliest first."""
    found: list[tuple[str, date, date]] = []
    day = today
    for _n in range(4):
        found.append(last_ended(day, "quarter"))
        day = found[-1][1]
    return found[::-1]


def _ago(day: date) -> int:
    return (clock.today() - day).days


def _a_quarter(
    scene: Scene,
    who: Who,
    name: str,
    first_on: date,
    last_on: date,
    told: dict[str, tuple[int | None, int | None, int | None]],
) -> None:
    begun = _ago(last_on) - 2
    with scene(begun, 2):
        actions.open_period(code=name, first_on=first_on, last_on=last_on, actor=who("registrar"))
    for n, (word, days) in enumerate(REPORTERS.items()):
        with scene(begun - days, 2):
            is_there = (_firm(word).decided_at or clock.now()) < clock.now()
        if is_there:
            _reports(scene, who, name, word, {key: row[n] for key, row in told.items()}, begun - days)
    with scene(begun - 22, 3):
        id_ = actions.draft_edition(_period(name), actor=who("registrar")).id
    with scene(begun - 23, 3):
        EDITION.take("issue", session.get_one(Edition, id_), actor=who("issuer"))


def _reports(
    scene: Scene,
    who: Who,
    name: str,
    word: str,
    given: dict[str, int | None],
    days_ago: int,
    because: str = "",
) -> int:
    with scene(days_ago, 2):
        id_: int = actions.write(
            _period(name), _firm(word), answers=given, because=because, actor=who(f"clerk@{word}.example")
        ).id
    with scene(days_ago, 3):
        _step("submit", id_, who(f"clerk@{word}.example"))
    with scene(days_ago, 4):
        _step("confirm", id_, who(f"signer@{word}.example"))
    return id_


def _step(deed: str, id_: int, actor: Actor, reason: str = "") -> None:
    REPORT.take(deed, session.get_one(Report, id_), actor=actor, reason=reason)


def _revised(scene: Scene, who: Who, name: str) -> None:
    """Asked about a jump, the platform finds that it counted one month twice."""
    issued = _ago(_period(name).last_on) - 25
    standing = queries.counting_of(_period(name).id, _firm("platform").id)
    if standing is None:
        raise LookupError(name)
    with scene(issued - 3, 2):
        _step("ask", standing.id, who("registrar"), "侵权盗播的下架条数比上期多了一倍，请核对。")
    given = dict(standing.answers) | {"pirated-videos": 4_950}
    _reports(scene, who, name, "platform", given, issued - 5, "有一个月的条数重复计入")
    with scene(issued - 6, 3):
        id_ = actions.draft_edition(
            _period(name), because="有单位更正了侵权盗播的下架条数", actor=who("registrar")
        ).id
    with scene(issued - 7, 3):
        EDITION.take("issue", session.get_one(Edition, id_), actor=who("issuer"))


def _being_collected(scene: Scene, who: Who, name: str, first_on: date, last_on: date) -> None:
    """One has reported, one waits for its signer, one has not begun; what follows is left to whoever looks at the demo."""
    begun = min(_ago(last_on) - 2, 14)
    with scene(begun, 2):
        actions.open_period(code=name, first_on=first_on, last_on=last_on, actor=who("registrar"))
    with scene(begun, 3):
        actions.make_token(
            _firm("platform"),
            name="数据平台（样例）",
            scopes=[READ, WRITE],
            actor=who("signer@platform.example"),
        )
    given = {key: row[1] for key, row in TOLD[-1].items()}
    _reports(scene, who, name, "changqiao", given, begun - min(3, begun))
    with scene(max(begun - 5, 0), 3):
        id_ = actions.write(
            _period(name),
            _firm("platform"),
            answers={key: row[0] for key, row in TOLD[0].items()},
            actor=who("clerk@platform.example"),
        ).id
        _step("submit", id_, who("clerk@platform.example"))


def _period(name: str) -> Period:
    return session.scalars(queries.by_code(name)).one()


def _firm(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found
