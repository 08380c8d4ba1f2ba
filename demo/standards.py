"""The demo's standards: the conduct rule for micro-dramas spread by mini-programmes, in two editions with a third laid out for comments; a
group standard on titles with an erratum; one in the ballot; one proposed. Every step by the person whose turn it is.
"""

from association.consultations import actions as consultations
from association.consultations import queries as consulted
from association.kernel import clock
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Kind
from association.rules import queries as texts
from association.rules.reading.normal import normal
from association.standards import actions, queries
from association.standards.models import (
    Act,
    ActKind,
    Examination,
    Finding,
    Standard,
    StandardKind,
    Vote,
)
from association.standards.workflow import ACT
from demo import consulting
from demo.consulting import Scene, Who
from demo.procedure import Plan, ballot, drafted, lay_out, the_project, to_publication
from demo.rules import TEXTS

CONDUCT = "小程序类网络微短剧自律规则（示例）"
TITLES = "网络微短剧片名与简介编写规范（示例）"
MINORS = "网络微短剧未成年演员拍摄规范（示例）"
TRADE = [Kind.STUDIO, Kind.MINIAPP, Kind.PLATFORM, Kind.DISTRIBUTOR, Kind.PROMOTER]


def tell(scene: Scene, who: Who) -> None:
    """All that was before the organisations registered; the rest comes with `tell_more`."""
    with scene(710, 2):
        first = _propose(
            who, CONDUCT, StandardKind.RULE, "Conduct in mini-programme micro-dramas", by="自律与法务部"
        )
    to_publication(
        scene, who, first,
        Plan(accepted=700, text="conduct-1.md", wording={"诱导点击": "以谐音、夸张的方式诱导点击"}, title=CONDUCT, said=consulting.FIRST, binds=TRADE,
             note="经营和推广付费内容的单位，请留意第七条至第九条。", effective_after=45),
    )  # fmt: skip


def tell_more(scene: Scene, who: Who) -> None:
    """Once there are organisations that propose and comment."""
    with scene(320, 2):
        second = _propose_revision(
            who, CONDUCT, by="aurora", why="实施一年来，素材投放前核对和退款答复的问题最集中。"
        )
    to_publication(
        scene, who, second,
        Plan(accepted=312, text="conduct-2.md", wording={"七个工作日": "五个工作日", "的书面同意报送本会": "的书面同意存于制作机构备查"}, title=CONDUCT, said=consulting.SECOND, binds=TRADE,
             note="经营和推广付费内容的单位，请留意第八条至第十一条。", effective_after=45),
    )  # fmt: skip
    with scene(250, 2):
        titles = _propose(
            who, TITLES, StandardKind.GROUP, "Titles and synopses of micro-dramas", by="内容委员会"
        )
    to_publication(
        scene, who, titles,
        Plan(accepted=240, text="titles-1.md", wording={"，不超过十五": "，一般不超过十五"}, title=TITLES, said=consulting.TITLES,
             binds=[Kind.STUDIO, Kind.PLATFORM], note="报送备案前请用附件1逐项核对。", effective_after=30),
    )  # fmt: skip
    _erratum(scene, who)
    _examination(scene, who)
    _in_the_ballot(scene, who)
    with scene(70, 2):
        third = _propose_revision(who, CONDUCT, by="platform", why="退款答复和推广账号的问题仍然突出。")
    _open_consultation(scene, who, third)
    with scene(5, 2):
        aurora = who("clerk@borealis.example")
        actions.propose(
            kind=StandardKind.GROUP, title="网络微短剧字幕与配音规范（示例）", why="错字和音画不同步的投诉较多，制作机构希望有共同的要求。",
            scope="会员单位制作的网络微短剧的字幕和配音。", basis="有关语言文字的规定。", english_title="Subtitles and dubbing",
            organisation=next(o for o in organisations.mine(aurora) if o.is_verified), actor=aurora,
        )  # fmt: skip


def _propose(who: Who, title: str, kind: StandardKind, english: str, *, by: str) -> int:
    project = actions.propose(
        kind=kind, title=title, english_title=english, why="会员反映做法不一，观众投诉集中（演示）。", scope="会员单位，以及自愿采用的其他单位。",
        basis="本会章程（演示）。", proposed_by=by, actor=who("editor"),
    )  # fmt: skip
    return project.id


def _propose_revision(who: Who, title: str, *, by: str, why: str) -> int:
    signer = who(f"signer@{by}.example")
    edition = texts.in_force_on(_standard(title).document, clock.today())
    project = actions.propose(
        kind=StandardKind.RULE, title=title, why=why, scope="会员单位，以及自愿采用的其他单位。", basis="本会章程（演示）。", revises=edition,
        organisation=next(o for o in organisations.mine(signer) if o.is_verified), actor=signer,
    )  # fmt: skip
    return project.id


def _standard(title: str) -> Standard:
    found = texts.by_title(normal(title))
    standard = queries.of_document(found.id) if found else None
    if standard is None:
        raise LookupError(title)
    return standard


def _erratum(scene: Scene, who: Who) -> None:
    with scene(100, 2):
        edition = texts.newest_of(_standard(TITLES).document)
        if edition is None:
            raise LookupError(TITLES)
        act = actions.write_act(
            edition, kind=ActKind.ERRATUM, path="7.1", before="适合观看的年龄提示", after="适龄提示", because="与附件1的用语一致。",
            effective_on=None, actor=who("editor"),
        )  # fmt: skip
        session.flush()
        number = act.id
    for hours, (deed, by) in enumerate((("check", "reviewer"), ("issue", "issuer"))):
        with scene(99, 2 + hours):
            ACT.take(deed, session.get_one(Act, number), actor=who(by))


def _examination(scene: Scene, who: Who) -> None:
    """Begun early, for a law has changed; the finding waits to be decided."""
    with scene(9, 2):
        examination = actions.begin_examination(_standard(TITLES), actor=who("editor"))
        session.flush()
        number = examination.id
    with scene(7, 2):
        actions.find(
            session.get_one(Examination, number), finding=Finding.GOES_ON, because="与新近的管理提示核对，没有抵触（演示）。", ends_on=None,
            replaced_by="", actor=who("editor"),
        )  # fmt: skip


def _open_consultation(scene: Scene, who: Who, id_: int) -> None:
    """Laid out three weeks ago; two comments have been looked at, one of them answered, the last waits for staff."""
    drafted(scene, who, id_, accepted=60, text=(TEXTS / "conduct-3.md").read_text())
    about = lay_out(
        scene, who, id_, day=21, days=45, note="本会拟修订这份规则，主要改动是退款答复的期限和投流方的义务。欢迎任何人逐条提出意见。"
    )  # fmt: skip
    comments = consulting.say(scene, who, about, days_ago=14, said=consulting.THIRD)
    consulting.look(scene, who, comments[:2], days_ago=4)
    consulting.answer(scene, who, comments, consulting.THIRD, days_ago=3)


def _in_the_ballot(scene: Scene, who: Who) -> None:
    """Two have voted; expert1 has not."""
    with scene(95, 2):
        minors = _propose(
            who, MINORS, StandardKind.GROUP, "Minors on the sets of micro-dramas", by="内容委员会"
        )
    drafted(scene, who, minors, accepted=90, text=(TEXTS / "minors-1.md").read_text())
    lay_out(scene, who, minors, day=50, days=30, note="欢迎任何人逐条提出意见（演示）。")
    with scene(19, 1):
        consultations.close_due()
    with scene(18, 2):
        consultations.finish(consulted.of(the_project(minors))[0], actor=who("reviewer"))
    ballot(scene, who, minors, day=12, votes={3: Vote.FOR, 4: Vote.FOR})
