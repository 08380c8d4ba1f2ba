"""Projects on their way through the real actions, each step by somebody who may take it. All wording is ours."""

from datetime import date, timedelta

import time_machine

from association import drafting
from association.accounts import queries as accounts
from association.accounts.models import Account
from association.consultations import actions as consultations
from association.consultations import queries as consulted
from association.kernel import clock, dated, working_days
from association.kernel.db import session
from association.kernel.policy import SYSTEM, Actor
from association.kernel.transactions import writing
from association.organisations.models import Kind
from association.panels import actions as panels
from association.rules import actions as rules
from association.rules import queries as texts
from association.standards import actions, queries
from association.standards.models import Project, Review, StandardKind, Vote
from association.standards.workflow import PROJECT
from tests import cast, stages

TITLE = "样例短剧片名规范"
TEXT = """第一条　为使片名与内容一致，制定本规范。

第二条　片名不得使用与剧情无关的夸张词语。

第三条　制作机构应当在备案前核对片名，并保存核对记录六个月。

第四条　本规范自发布之日起施行。
"""
FACTS = {
    "english_title": "Titles of sample dramas", "scope": "会员单位制作的样例短剧。", "basis": "", "in_charge": "示例协会",
    "drafting_units": "晨曦样例影视有限公司", "drafters": "甘样例", "ccs": "A16", "ics": "03.200",
    "explanation": "由会员建议，走访五家单位后起草。",
}  # fmt: skip


def staff(role: str) -> Actor:
    """The colleague of this role: always the same person."""
    return cast.actor(cast.somebody(role, email=f"{role}@staff.example"))


def project() -> Project:
    """The newest."""
    return session.query(Project).order_by(Project.id.desc()).first() or _none()


def _none() -> Project:
    raise LookupError("no project")


def proposed(kind: StandardKind = StandardKind.GROUP, title: str = TITLE) -> Project:
    editor = staff("editor")
    with writing():
        dated_code()
        actions.propose(
            kind=kind, title=title, why="片名夸张误导观众。", scope="短剧片名。", basis="", proposed_by="内容委员会", actor=editor
        )  # fmt: skip
    return project()


def dated_code() -> None:
    """The association has its code, as a 团体标准 wants."""
    if not dated.value("site.society_code"):
        dated.change(
            "site.society_code", value="T/DEMO", basis="样例", in_force_from=date(2020, 1, 1), checked_by="样例",
            checked_on=None, actor=SYSTEM,
        )  # fmt: skip


def step(deed: str, role: str, reason: str = "") -> None:
    who = staff(role)
    with writing():
        PROJECT.take(deed, project(), actor=who, reason=reason)


def accepted(**chosen: object) -> Project:
    proposed(**chosen)  # type: ignore[arg-type]
    step("accept", "issuer")
    return project()


def written(text: str = TEXT) -> None:
    """The text and the facts, by the editor."""
    editor = staff("editor")
    with writing():
        now = drafting.latest(project())
        drafting.save(project(), text, base=now.number if now else 0, actor=editor)
        if project().state in actions.BEFORE_REVIEWS:
            actions.change_facts(project(), facts=FACTS, actor=editor)


def laid_out(text: str = TEXT, **chosen: object) -> Project:
    accepted(**chosen)
    written(text)
    lay_out()
    return project()


def lay_out() -> None:
    editor = staff("editor")
    with writing():
        actions.lay_out(
            project(), title=f"《{project().title}》征求意见", closes_on=clock.today() + timedelta(days=30), note="请看第三条。", actor=editor
        )  # fmt: skip


def heard() -> None:
    """The last day is over and there is nothing to answer: the answers are published."""
    with time_machine.travel(clock.now() + timedelta(days=31)):
        with writing():
            consultations.close_due()
        editor = staff("editor")
        with writing():
            consultations.finish(consulted.of(project())[0], actor=editor)


def later(days: int) -> time_machine.travel:
    return time_machine.travel(clock.now() + timedelta(days=days))


def sent() -> Review:
    editor = staff("editor")
    with writing():
        actions.send(project(), votes_due_on=working_days.add(clock.today(), 10).on, actor=editor)
    return review()


def review() -> Review:
    found = queries.review_of(project())
    assert found is not None
    return found


def panel(n: int = 5, *, on_paper: int = 0, clear: bool = True) -> list[Account]:
    """So many experts, all senior, who have declared that they have no tie; the last `on_paper` have no account."""
    secretary, people = staff("experts"), []
    for number in range(n):
        account = cast.somebody("expert") if number < n - on_paper else None
        with writing():
            actions.add_reviewer(
                review(), name=account.name if account else f"书面样例{number}", unit=f"样例大学{number}", post="教授", is_senior=True,
                account=account, actor=secretary,
            )  # fmt: skip
        if account is not None:
            people.append(account)
            if clear:
                declared(account)
    return people


def declared(account: Account) -> None:
    by = cast.actor(account)
    with writing():
        seat = review().panel.seat_of(account.person_id)
        assert seat is not None
        panels.declare_clear(seat, actor=by)


def votes(*cast_votes: Vote) -> None:
    """Each reviewer in order, as they may."""
    for place, vote in enumerate(cast_votes):
        person = review().reviewers[place].seat.person_id
        account = next(iter(accounts.accounts_of([person])), None) if person else None
        who = cast.actor(account) if account else staff("experts")
        with writing():
            reviewer = review().reviewers[place]
            opinion = "" if vote is Vote.FOR else "第三条太严。"
            (actions.vote if account else actions.record_vote)(
                reviewer, vote=vote, opinion=opinion, actor=who
            )


def close() -> Review:
    secretary = staff("experts")
    with writing():
        actions.close_ballot(review(), held_on=clock.today(), minutes="讨论了第三条。", actor=secretary)
    return review()


def passed(**chosen: object) -> Project:
    """Through the ballot, unanimously."""
    laid_out(**chosen)
    heard()
    sent()
    panel()
    votes(*[Vote.FOR] * 5)
    close()
    step("pass", "experts")
    return project()


def approve(**chosen: object) -> None:
    issuer = staff("issuer")
    with writing():
        actions.approve(
            project(), **({
                "approved_by": "理事会", "approved_on": clock.today(), "effective_on": clock.today() + timedelta(days=30),
                "binds": [Kind.STUDIO], "note": "制作机构请留意第三条。",
            } | chosen), actor=issuer,  # type: ignore[arg-type]
        )  # fmt: skip


def reviewed() -> None:
    step("submit", "editor")
    step("first_review", "editor")
    step("second_review", "reviewer")
    step("third_review", "issuer")


def published(*, effective_in: int = 30, **chosen: object) -> Project:
    """In public, in force from a later day."""
    passed(**chosen)
    approve(effective_on=clock.today() + timedelta(days=effective_in))
    reviewed()
    return project()


def revised(text: str) -> Project:
    """A second edition of what is in force, published with its mapping confirmed; it holds from the day of its publication."""
    edition = project().edition
    editor = staff("editor")
    with writing():
        actions.propose(
            kind=StandardKind.GROUP, title="", why="记录保存太短。", scope="", basis="", proposed_by="内容委员会", revises=edition,
            actor=editor,
        )  # fmt: skip
    step("accept", "issuer")
    written(text)
    lay_out()
    heard()
    sent()
    panel()
    votes(*[Vote.FOR] * 5)
    close()
    step("pass", "experts")
    approve(effective_on=clock.today())
    confirm_mapping(note="记录保存由六个月延长为一年。")
    reviewed()
    return project()


def confirm_mapping(note: str = "") -> None:
    editor = staff("editor")
    with writing():
        edition = project().edition
        assert edition is not None
        before = texts.before(edition)
        assert before is not None
        for line in texts.mappings(before, edition):
            rules.confirm(line, actor=editor, note=note if line.fate.value == "reworded" else "")


stages.remember(__name__)
