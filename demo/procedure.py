"""How the demo takes a standard through its procedure: every step by the person whose turn it is."""

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
from association.organisations.models import Kind
from association.panels import actions as panels
from association.rules import actions as rules
from association.rules import queries as texts
from association.standards import actions, queries
from association.standards.models import Project, Vote
from association.standards.workflow import PROJECT
from demo import consulting
from demo.consulting import Said, Scene, Who
from demo.rules import TEXTS

EXPERTS = ("expert1", "expert2", "expert3", "expert4", "expert5")
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


def the_project(id_: int) -> Project:
    return session.get_one(Project, id_)


def drafted(scene: Scene, who: Who, id_: int, *, accepted: int, text: str) -> None:
    with scene(accepted, 3):
        PROJECT.take("accept", the_project(id_), actor=who("issuer"), reason="列入本年度计划（演示）")
    with scene(accepted - 10, 3):
        project, editor = the_project(id_), who("editor")
        write(who, project, text)
        actions.change_facts(
            project, actor=editor,
            facts={
                "in_charge": "示例省视听行业协会内容委员会（演示）", "drafting_units": "晨曦样例影视有限公司\n白鹭样例短剧平台有限公司",
                "drafters": "林样例\n甘样例", "ccs": "A16", "ics": "03.200", "scope": project.scope,
                "explanation": "由会员提出，走访制作机构、平台和小程序主体后起草；与现行法规核对，没有抵触（演示）。",
            },
        )  # fmt: skip


def write(who: Who, project: Project, text: str) -> None:
    now = drafting.latest(project)
    drafting.save(project, text, base=now.number if now else 0, actor=who("editor"))


def lay_out(scene: Scene, who: Who, id_: int, *, day: int, days: int, note: str) -> int:
    with scene(day, 2):
        project = the_project(id_)
        actions.lay_out(
            project, title=f"《{project.title}》公开征求意见", closes_on=clock.today() + timedelta(days=days), note=note, actor=who("editor"),
        )  # fmt: skip
        return consulted.of(project)[0].id


def to_publication(scene: Scene, who: Who, id_: int, plan: Plan) -> None:
    """Thirty days of comments, answers, the ballot, approval, three reviews."""
    final = (TEXTS / plan.text).read_text()
    draft = final
    for before, after in plan.wording.items():
        draft = draft.replace(after, before)
    drafted(scene, who, id_, accepted=plan.accepted, text=draft)
    day = plan.accepted - 12
    about = lay_out(scene, who, id_, day=day, days=30, note="欢迎任何人逐条提出意见（演示）。")
    comments = consulting.say(scene, who, about, days_ago=day - 5, said=plan.said)
    consulting.look(scene, who, comments, days_ago=day - 14)
    with scene(day - 31, 1):
        consultations.close_due()
    consulting.answer(scene, who, comments, plan.said, days_ago=day - 33)
    with scene(day - 33, 6):
        write(who, the_project(id_), final)
    with scene(day - 34, 2):
        consultations.finish(consulted.of(the_project(id_))[0], actor=who("reviewer"))
    ballot(
        scene,
        who,
        id_,
        day=day - 36,
        votes={0: Vote.FOR, 1: Vote.FOR, 2: Vote.FOR, 3: Vote.FOR, 4: Vote.ABSTAIN},
    )
    with scene(day - 60, 2):
        secretary = who("experts")
        review = queries.review_of(the_project(id_))
        if review is None:
            raise LookupError(id_)
        actions.close_ballot(
            review, held_on=clock.today(), minutes="逐条讨论，建议增加核对表（演示）。", actor=secretary
        )
        PROJECT.take("pass", the_project(id_), actor=secretary)
    with scene(day - 68, 2):
        actions.approve(
            the_project(id_), approved_by="理事会", approved_on=clock.today(), binds=list(plan.binds), note=plan.note, actor=who("issuer"),
            effective_on=clock.today() + timedelta(days=plan.effective_after),
        )  # fmt: skip
    _confirm_descent(scene, who, id_, day=day - 69)
    for hours, (deed, by) in enumerate(
        (("submit", "editor"), ("first_review", "editor2"), ("second_review", "reviewer"), ("third_review", "issuer"))
    ):  # fmt: skip
        with scene(day - 70, 2 + hours):
            PROJECT.take(deed, the_project(id_), actor=who(by))
    _link(scene, who, id_, comments, plan.said, day=day - 71)


def ballot(scene: Scene, who: Who, id_: int, *, day: int, votes: Mapping[int, Vote]) -> None:
    """Sent, the experts invited, and those named by their place have voted."""
    with scene(day, 2):
        actions.send(
            the_project(id_), votes_due_on=working_days.add(clock.today(), 15).on, actor=who("editor")
        )
    with scene(day - 1, 2):
        review = queries.review_of(the_project(id_))
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
            review = queries.review_of(the_project(id_))
            if review is None:
                raise LookupError(id_)
            panels.declare_clear(review.reviewers[number].seat, actor=who(EXPERTS[number]))
            opinion = "" if vote is Vote.FOR else "本人参与过前期走访，弃权（演示）。"
            actions.vote(review.reviewers[number], vote=vote, opinion=opinion, actor=who(EXPERTS[number]))


def _account(id_: int) -> Account:
    return session.get_one(Account, id_)


def _confirm_descent(scene: Scene, who: Who, id_: int, *, day: int) -> None:
    """Every line from the edition before, with plain words where the change matters."""
    with scene(day, 2):
        edition = the_project(id_).edition
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
        project = the_project(id_)
        if project.edition is None or project.edition_id == project.laid_out_id:
            return
        for comment, words in zip(comments, said, strict=True):
            if words.changed:
                consultations.link_change(
                    session.get_one(Comment, comment), edition=project.edition, path=words.changed, actor=who("editor2")
                )  # fmt: skip
