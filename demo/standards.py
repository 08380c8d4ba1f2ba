"""The demo's standards: the conduct rule for micro-dramas spread by mini-programmes, in two editions with a third laid out for comments; a
group standard on titles with an erratum; one in the ballot; one proposed. Every step by the person whose turn it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from association import drafting
from association.accounts.models import Account
from association.consultations import actions as consultations
from association.consultations import queries as consulted
from association.consultations.models import Comment
from association.kernel import clock, working_days
from association.kernel.db import session
from association.organisations import queries as organisations
from association.organisations.models import Kind
from association.rules import actions as rules
from association.rules import queries as texts
from association.rules.reading.normal import normal
from association.standards import actions, queries
from association.standards.models import (
    Act,
    ActKind,
    Examination,
    Finding,
    Project,
    Standard,
    StandardKind,
    Vote,
)
from association.standards.workflow import ACT, PROJECT
from demo import consulting
from demo.consulting import Said, Scene, Who
from demo.rules import TEXTS

CONDUCT = "小程序类网络微短剧自律规则（示例）"
TITLES = "网络微短剧片名与简介编写规范（示例）"
MINORS = "网络微短剧未成年演员拍摄规范（示例）"
EXPERTS = ("expert1", "expert2", "expert3", "expert4", "expert5")
TRADE = [Kind.STUDIO, Kind.MINIAPP, Kind.PLATFORM, Kind.DISTRIBUTOR, Kind.PROMOTER]
NOTES = {
    "8": "素材核对从投放后提前到首次投放之前，记录至少保存六个月；投流方和制作机构都受影响。",
    "11": "答复退款的期限由七个工作日缩短为五个工作日；影响小程序主体。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A project from 立项 to publication, in days before today."""

    accepted: int
    text: str
    wording: Mapping[str, str]
    """What the draft laid out for comments said → what the final text says."""
    title: str
    said: Sequence[Said]
    note: str
    binds: Sequence[Kind]
    effective_after: int


def tell(scene: Scene, who: Who) -> None:
    """All that was before the organisations registered; the rest comes with `tell_more`."""
    with scene(710, 2):
        first = _propose(
            who, CONDUCT, StandardKind.RULE, "Conduct in mini-programme micro-dramas", by="秘书处"
        )
    _to_publication(
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
    _to_publication(
        scene, who, second,
        Plan(accepted=312, text="conduct-2.md", wording={"七个工作日": "五个工作日", "的书面同意报送本会": "的书面同意存于制作机构备查"}, title=CONDUCT, said=consulting.SECOND, binds=TRADE,
             note="经营和推广付费内容的单位，请留意第八条至第十一条。", effective_after=45),
    )  # fmt: skip
    with scene(250, 2):
        titles = _propose(
            who, TITLES, StandardKind.GROUP, "Titles and synopses of micro-dramas", by="内容委员会"
        )
    _to_publication(
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


def _project(id_: int) -> Project:
    return session.get_one(Project, id_)


def _drafted(scene: Scene, who: Who, id_: int, *, accepted: int, text: str) -> None:
    with scene(accepted, 3):
        PROJECT.take("accept", _project(id_), actor=who("issuer"), reason="列入本年度计划（演示）")
    with scene(accepted - 10, 3):
        project, editor = _project(id_), who("editor")
        _write(who, project, text)
        actions.change_facts(
            project, actor=editor,
            facts={
                "in_charge": "示例省视听行业协会内容委员会（演示）", "drafting_units": "晨曦样例影视有限公司\n白鹭样例短剧平台有限公司",
                "drafters": "林样例\n甘样例", "ccs": "A16", "ics": "03.200", "scope": project.scope,
                "explanation": "由会员提出，走访制作机构、平台和小程序主体后起草；与现行法规核对，没有抵触（演示）。",
            },
        )  # fmt: skip


def _write(who: Who, project: Project, text: str) -> None:
    now = drafting.latest(project)
    drafting.save(project, text, base=now.number if now else 0, actor=who("editor"))


def _lay_out(scene: Scene, who: Who, id_: int, *, day: int, days: int, note: str) -> int:
    with scene(day, 2):
        project = _project(id_)
        actions.lay_out(
            project, title=f"《{project.title}》公开征求意见", closes_on=clock.today() + timedelta(days=days), note=note, actor=who("editor"),
        )  # fmt: skip
        return consulted.of(project)[0].id


def _to_publication(scene: Scene, who: Who, id_: int, plan: Plan) -> None:
    """Thirty days of comments, answers, the ballot, approval, three reviews."""
    final = (TEXTS / plan.text).read_text()
    draft = final
    for before, after in plan.wording.items():
        draft = draft.replace(after, before)
    _drafted(scene, who, id_, accepted=plan.accepted, text=draft)
    day = plan.accepted - 12
    about = _lay_out(scene, who, id_, day=day, days=30, note="欢迎任何人逐条提出意见（演示）。")
    comments = consulting.say(scene, who, about, days_ago=day - 5, said=plan.said)
    consulting.look(scene, who, comments, days_ago=day - 14)
    with scene(day - 31, 1):
        consultations.close_due()
    consulting.answer(scene, who, comments, plan.said, days_ago=day - 33)
    with scene(day - 33, 6):
        _write(who, _project(id_), final)
    with scene(day - 34, 2):
        consultations.finish(consulted.of(_project(id_))[0], actor=who("reviewer"))
    _ballot(
        scene,
        who,
        id_,
        day=day - 36,
        votes={0: Vote.FOR, 1: Vote.FOR, 2: Vote.FOR, 3: Vote.FOR, 4: Vote.ABSTAIN},
    )
    with scene(day - 60, 2):
        secretary = who("experts")
        review = queries.review_of(_project(id_))
        if review is None:
            raise LookupError(id_)
        actions.close_ballot(
            review, held_on=clock.today(), minutes="逐条讨论，建议增加核对表（演示）。", actor=secretary
        )
        PROJECT.take("pass", _project(id_), actor=secretary)
    with scene(day - 68, 2):
        actions.approve(
            _project(id_), approved_by="理事会", approved_on=clock.today(), binds=list(plan.binds), note=plan.note, actor=who("issuer"),
            effective_on=clock.today() + timedelta(days=plan.effective_after),
        )  # fmt: skip
    _confirm_descent(scene, who, id_, day=day - 69)
    for hours, (deed, by) in enumerate(
        (("submit", "editor"), ("first_review", "editor2"), ("second_review", "reviewer"), ("third_review", "issuer"))
    ):  # fmt: skip
        with scene(day - 70, 2 + hours):
            PROJECT.take(deed, _project(id_), actor=who(by))
    _link(scene, who, id_, comments, plan.said, day=day - 71)


def _ballot(scene: Scene, who: Who, id_: int, *, day: int, votes: Mapping[int, Vote]) -> None:
    """Sent, the experts invited, and those named by their place have voted."""
    with scene(day, 2):
        actions.send(_project(id_), votes_due_on=working_days.add(clock.today(), 15).on, actor=who("editor"))
    with scene(day - 1, 2):
        review = queries.review_of(_project(id_))
        for number, expert in enumerate(EXPERTS):
            actor = who(expert)
            if review is None or actor.account_id is None:
                raise LookupError(expert)
            actions.add_reviewer(
                review, name=actor.name, unit=f"示例大学第{number + 1}学院（演示）", post="教授", is_senior=True,
                account=_account(actor.account_id), actor=who("experts"),
            )  # fmt: skip
    for number, vote in votes.items():
        with scene(day - 4 - number, 2):
            review = queries.review_of(_project(id_))
            if review is None:
                raise LookupError(id_)
            opinion = "" if vote is Vote.FOR else "本人参与过前期走访，弃权（演示）。"
            actions.vote(review.reviewers[number], vote=vote, opinion=opinion, actor=who(EXPERTS[number]))


def _account(id_: int) -> Account:
    return session.get_one(Account, id_)


def _confirm_descent(scene: Scene, who: Who, id_: int, *, day: int) -> None:
    """Every line from the edition before, with plain words where the change matters."""
    with scene(day, 2):
        edition = _project(id_).edition
        before = texts.before(edition) if edition is not None else None
        if edition is None or before is None:
            return
        for line in texts.mappings(before, edition):
            rules.confirm(
                line, actor=who("editor"), note=next((NOTES[p] for p in line.new if p in NOTES), "")
            )


def _link(
    scene: Scene, who: Who, id_: int, comments: Sequence[int], said: Sequence[Said], *, day: int
) -> None:
    """The final clause shows which comments changed it."""
    with scene(day, 2):
        project = _project(id_)
        if project.edition is None or project.edition_id == project.laid_out_id:
            return
        for comment, words in zip(comments, said, strict=True):
            if words.changed:
                consultations.link_change(
                    session.get_one(Comment, comment), edition=project.edition, path=words.changed, actor=who("editor2")
                )  # fmt: skip


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
    _drafted(scene, who, id_, accepted=60, text=(TEXTS / "conduct-3.md").read_text())
    about = _lay_out(
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
    _drafted(scene, who, minors, accepted=90, text=(TEXTS / "minors-1.md").read_text())
    _lay_out(scene, who, minors, day=50, days=30, note="欢迎任何人逐条提出意见（演示）。")
    with scene(19, 1):
        consultations.close_due()
    with scene(18, 2):
        consultations.finish(consulted.of(_project(minors))[0], actor=who("reviewer"))
    _ballot(scene, who, minors, day=12, votes={3: Vote.FOR, 4: Vote.FOR})
