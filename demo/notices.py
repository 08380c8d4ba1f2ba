"""The demo's notices: two bulletins (one corrected), an announcement, a forwarded hint, one withdrawn, one in the second review."""

from collections.abc import Sequence
from datetime import date

from association import drafting
from association.kernel import clock
from association.kernel.db import session
from association.rules import queries as texts
from association.rules.reading.normal import normal
from bulletins.notices import actions
from bulletins.notices.models import Correction, Notice, NoticeKind
from bulletins.notices.workflow import CORRECTION, NOTICE
from demo.consulting import Scene, Who
from demo.standards import CONDUCT

MATERIALS = """今年以来，本会收到的投诉中，推广素材与正片不符的占三成以上（演示数据）。现将有关情况通报如下。

一、主要情况

（一）部分素材使用了正片没有的情节，观众付费后才发现。

（二）部分素材没有写明付费集数和总价。

（三）个别单位没有保存核对记录，投诉时无法说明。

二、有关要求

（一）各会员单位应当在素材首次投放前完成核对，并保存核对记录不少于六个月。

（二）投流方应当要求制作机构提供核对记录；没有记录的，不投放。

（三）对照自律规则逐条自查，于本通报发布之日起三十日内完成。

三、下一步安排

本会将在下一季度回访，回访情况另行通报。
"""
REFUNDS = """本会回访了十家小程序主体的退款答复情况（演示数据），现通报如下。

一、总体情况

十家单位都公布了退款的办法，其中八家在五个工作日内答复。

二、存在的问题

（一）两家单位的答复期限超过规则的要求。

（二）个别单位以“已经观看”为由一概不予退还，没有说明理由。

三、有关要求

各小程序主体应当在五个工作日内答复，不予退还的逐件说明理由。
"""
PLAN = """本会下一年度的标准制修订计划已经理事会同意，现予公告。

一、修订《小程序类网络微短剧自律规则（示例）》。

二、制定字幕、配音和未成年演员拍摄的团体标准。

会员单位可以通过本站提出建议。
"""
HINT = """示例省示例主管部门近日发布提示，要点如下（演示数据，原文以发布机构为准）。

一、片名和简介应当与内容一致。

二、使用人工智能生成的画面、声音应当注明。

三、平台应当核对首页推荐的作品。
"""
MISTAKEN = """本会拟于下月举办送审工作交流会，请各会员单位报名（演示数据）。
"""
WAITING = """近期部分作品的简介没有写明适龄提示，现就有关要求通报如下（演示数据）。

一、简介应当写明适合观看的年龄。

二、平台发现没有写明的，应当通知制作机构补充。
"""

FACTS = {
    "topic": "其他", "names_somebody": False, "audience": [], "source_issuer": "", "source_number": "", "source_url": "", "source_on": None,
    "publish_at": None,
}  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    first = _issued(
        scene, who, 130, NoticeKind.BULLETIN, "关于网络微短剧推广素材核对情况的通报", MATERIALS, topic="推广素材", cites=("8",),
    )  # fmt: skip
    _corrected(scene, who, first, 125)
    _issued(
        scene, who, 96, NoticeKind.FORWARDED, "转发关于规范网络微短剧片名和人工智能内容标注的提示", HINT, topic="片名与简介",
        source_issuer="示例省示例主管部门", source_number="示办发〔2026〕7号", source_url="https://authority.example/hints/7",
        source_on=_ago(98),
    )  # fmt: skip
    _issued(
        scene, who, 60, NoticeKind.BULLETIN, "关于小程序退款答复情况的通报", REFUNDS, topic="付费与退款", cites=("11",),
        audience=["miniapp", "platform"],
    )  # fmt: skip
    mistaken = _issued(
        scene, who, 40, NoticeKind.ANNOUNCEMENT, "关于举办送审工作交流会的公告", MISTAKEN, topic="其他"
    )
    with scene(39, 2):
        NOTICE.take("withdraw", _notice(mistaken), actor=who("issuer"), reason="会期有变，另行公告（演示）")
    _issued(scene, who, 12, NoticeKind.ANNOUNCEMENT, "关于下一年度标准制修订计划的公告", PLAN, topic="其他")
    waiting = _written(
        scene, who, 3, NoticeKind.BULLETIN, "关于简介适龄提示的通报", WAITING, topic="未成年人保护", names_somebody=True
    )  # fmt: skip
    _reviewed(scene, who, waiting, 2, through=("submit", "first_review"))


def _ago(days: int) -> date:
    return date.fromordinal(clock.today().toordinal() - days)


def _notice(id_: int) -> Notice:
    return session.get_one(Notice, id_)


def _written(
    scene: Scene, who: Who, day: int, kind: NoticeKind, title: str, text: str, *, cites: Sequence[str] = (), **facts: object
) -> int:  # fmt: skip
    with scene(day, 2):
        notice = actions.begin(
            kind, actor=who("editor"),
            facts=FACTS | {"title": title, "addressee": "" if kind is NoticeKind.ANNOUNCEMENT else "各会员单位："} | facts,
        )  # fmt: skip
        session.flush()
        drafting.save(notice, text.strip(), base=0, actor=who("editor"))
        document = texts.by_title(normal(CONDUCT))
        edition = texts.in_force_on(document, clock.today()) if document else None
        for path in cites:
            if edition is not None:
                actions.cite(notice, edition=edition, path=path, actor=who("editor"))
        return notice.id


REVIEWS = ("submit", "first_review", "second_review", "third_review")
BY = {"submit": "editor", "first_review": "editor2", "second_review": "reviewer", "third_review": "issuer"}


def _reviewed(scene: Scene, who: Who, id_: int, day: int, *, through: Sequence[str] = REVIEWS) -> None:
    for hours, deed in enumerate(through):
        with scene(day, 3 + hours):
            NOTICE.take(deed, _notice(id_), actor=who(BY[deed]))


def _issued(
    scene: Scene, who: Who, day: int, kind: NoticeKind, title: str, text: str, *, cites: Sequence[str] = (), **facts: object
) -> int:  # fmt: skip
    number = _written(scene, who, day, kind, title, text, cites=cites, **facts)
    _reviewed(scene, who, number, day)
    return number


def _corrected(scene: Scene, who: Who, id_: int, day: int) -> None:
    with scene(day, 2):
        correction = actions.propose_correction(
            _notice(id_), before="占三成以上", after="占近三成", because="统计口径有误（演示）。", actor=who("editor")
        )  # fmt: skip
        session.flush()
        number = correction.id
    with scene(day - 1, 2):
        CORRECTION.take("issue", session.get_one(Correction, number), actor=who("issuer"))
