"""The demo's commentary: two essays on released works and the digest of their days, an essay an expert is writing, and the works that are followed."""

from datetime import timedelta

from association import drafting
from association.accounts import queries as accounts
from association.commentary import actions, queries
from association.commentary.models import Commentary, CommentaryKind, FindingKind
from association.commentary.workflow import COMMENTARY
from association.kernel import clock
from association.kernel.db import session
from association.rules import queries as texts
from association.rules.models import Edition
from association.rules.reading.normal import normal
from demo.cast import DOMAIN, FIRMS, code
from demo.consulting import Scene, Who
from demo.standards import CONDUCT

STREET = """这部作品讲小城修表匠一家三代的故事，每集八分钟（演示文本）。

一、看得见的生活

人物说的是本地人说的话，修表的手艺拍得清楚，观众能看懂一只表怎么停、怎么走。

二、可以改的地方

第七集以后为了留住观众，连续三集在结尾安排意外，与前面的节奏不合。推广素材剪用了第九集的争吵，看的人会以为全剧都是争吵。
"""
TEAM = """这部作品写一支县城女子排球队，拍摄有未成年演员参加（演示文本）。

一、难得的克制

比赛的输赢没有用夸张的旁白，训练的苦和队友的玩笑都在画面里。

二、可以改的地方

第三集的简介写了正片没有的情节。夜间训练的戏没有注明由成年演员替拍。
"""
DIGEST = """本期综述看了这段时间发布的作品阅评（演示文本）。

一、共性倾向

推广素材和简介与正片不一致，是这段时间最常见的问题。原因多在投放环节另行剪辑，成片的人没有看过。

二、个别问题

个别作品没有注明未成年演员的替拍安排。
"""
WAITING = """这部作品用动画讲二十四节气（演示文本，尚未写完）。
"""
REVIEWS = (
    ("submit", "expert1"),
    ("first_review", "editor2"),
    ("second_review", "reviewer"),
    ("legal_review", "legal"),
    ("third_review", "issuer"),
)
MATERIALS = (
    "推广素材剪用了正片没有的语气，观众会误解全剧。",
    "投放环节另行剪辑，成片的人没有看过。",
    "投放之前由制作方核对素材与正片是否一致。",
)
SYNOPSIS = (
    "第三集的简介写了正片没有的情节。",
    "简介在改稿之前写成，成片以后没有再核对。",
    "上线之前按成片再核对一遍简介。",
)


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    with scene(120, 2):
        for work, maker, topic in (
            ("晚风里的表匠样例", "晨曦样例影视有限公司", "家庭情感"),
            ("县城排球样例", "拾光样例影业有限公司", "青春校园"),
        ):
            actions.track(
                work=work,
                work_number="",
                maker=maker,
                topic=topic,
                note="本季度重点跟踪（演示）。",
                actor=who("experts"),
            )
    street = _essay(scene, who, 96, "一只表停了以后", "晚风里的表匠样例", "家庭情感", STREET, maker="aurora")
    _found(scene, who, street, 95, FindingKind.MERIT, ("本地人的说法和手艺拍得清楚可信。", "", ""), "")
    _found(scene, who, street, 95, FindingKind.COMMON, MATERIALS, "8")
    _reviewed(scene, who, street, 90)
    team = _essay(scene, who, 60, "输赢之外的汗水", "县城排球样例", "青春校园", TEAM)
    _found(scene, who, team, 59, FindingKind.MERIT, ("比赛的输赢没有用夸张的旁白。", "", ""), "")
    _found(scene, who, team, 59, FindingKind.SINGLE, SYNOPSIS, "")
    _reviewed(scene, who, team, 54)
    digest = _digest(scene, who, 30)
    _taken(scene, who, digest, 29)
    _reviewed(scene, who, digest, 25)
    _essay(scene, who, 4, "节气里的二十四笔", "二十四节气动画样例", "动画与人工智能", WAITING, due=10)


def _commentary(id_: int) -> Commentary:
    return session.get_one(Commentary, id_)


def _facts(title: str, topic: str, **more: object) -> dict[str, object]:
    return {
        "title": title, "topic": topic, "work": "", "work_number": "", "names_somebody": False, "period_from": None, "period_to": None,
        "publish_at": None,
    } | more  # fmt: skip


def _essay(
    scene: Scene, who: Who, day: int, title: str, work: str, topic: str, text: str, *, maker: str = "", due: int = 14
) -> int:  # fmt: skip
    with scene(day, 2):
        commentary = actions.begin(
            CommentaryKind.ESSAY, facts=_facts(title, topic, work=work), actor=who("experts"),
            maker_code=code(next(f.serial for f in FIRMS if f.word == maker)) if maker else "",
        )  # fmt: skip
        session.flush()
        writer = accounts.by_email(f"expert1@{DOMAIN}")
        if writer is None:
            raise LookupError("expert1")
        actions.commission(
            commentary, writer=writer, due_on=clock.today() + timedelta(days=due), actor=who("experts")
        )
        id_ = commentary.id
    with scene(day - 1, 2):
        drafting.save(_commentary(id_), text.strip(), base=0, actor=who("expert1"))
    return id_


def _digest(scene: Scene, who: Who, day: int) -> int:
    with scene(day, 2):
        digest = actions.begin(
            CommentaryKind.DIGEST, maker_code="", actor=who("editor"),
            facts=_facts(
                "三个月作品阅评综述", "综合", period_from=clock.today() - timedelta(days=90), period_to=clock.today() - timedelta(days=1)
            ),
        )  # fmt: skip
        session.flush()
        drafting.save(digest, DIGEST.strip(), base=0, actor=who("editor"))
        return digest.id


def _taken(scene: Scene, who: Who, id_: int, day: int) -> None:
    """Problems of the essays become the digest's."""
    with scene(day, 2):
        digest = _commentary(id_)
        if digest.period_from is None or digest.period_to is None:
            raise LookupError(id_)
        for essay in queries.essays_between(digest.period_from, digest.period_to):
            for finding in essay.findings:
                if finding.kind is not FindingKind.MERIT:
                    actions.take(digest, finding, kind=finding.kind, actor=who("editor"))


def _conduct() -> Edition | None:
    document = texts.by_title(normal(CONDUCT))
    return texts.in_force_on(document, clock.today()) if document else None


def _found(
    scene: Scene, who: Who, id_: int, day: int, kind: FindingKind, said: tuple[str, str, str], path: str
) -> None:  # fmt: skip
    fact, cause, proposal = said
    with scene(day, 3):
        edition = _conduct() if path else None
        actions.find(
            _commentary(id_), kind=kind, fact=fact, cause=cause, proposal=proposal, edition=edition, path=path if edition else "",
            actor=who("expert1"),
        )  # fmt: skip


def _reviewed(scene: Scene, who: Who, id_: int, day: int) -> None:
    writes = _commentary(id_).writer_id is not None
    for hours, (deed, person) in enumerate(REVIEWS):
        if deed == "legal_review" and not _commentary(id_).needs_legal:
            continue
        with scene(day, 2 + hours):
            COMMENTARY.take(
                deed, _commentary(id_), actor=who("editor" if deed == "submit" and not writes else person)
            )
