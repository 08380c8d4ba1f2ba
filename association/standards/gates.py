"""What is missing before a project can go on, and who holds it. The same sentences stop the step and stand on the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from association import drafting
from association.accounts.models import Role
from association.consultations import queries as consultations
from association.consultations.models import ConsultationState
from association.kernel import clock, dated
from association.kernel.day_words import day_words
from association.kernel.errors import Refused
from association.kernel.words import _
from association.standards import queries
from association.standards.labels import LABELS
from association.standards.models import Project, ProjectState, Review, StandardKind, Vote
from association.standards.settings import how_many

S = ProjectState
FACTS = ("scope", "in_charge", "explanation")
FACTS_OF_GROUP = (*FACTS, "drafting_units", "drafters")


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence, and whose turn it is."""

    what: str
    holder: str


def missing(project: Project) -> list[Missing]:
    """Everything that keeps the project where it is."""
    return list(_BY_STATE.get(project.state, _nothing)(project))


def first(project: Project) -> str | None:
    """The sentence that stops the step out of here, if any."""
    return next((found.what for found in missing(project)), None)


def _nothing(_project: Project) -> Iterator[Missing]:
    return iter(())


def _of(role: Role) -> str:
    return str(role.label)


def _text(project: Project) -> Iterator[Missing]:
    draft = drafting.latest(project)
    if draft is None or not draft.text.strip():
        yield Missing(_("还没有正文。"), _of(Role.EDITOR))
        return
    try:
        read = drafting.read(draft.text, title=project.title)
    except Refused as refusal:
        yield Missing(str(refusal.sentence), _of(Role.EDITOR))
        return
    if not any(node.path for node in read.tree):
        yield Missing(_("正文里没有条款。"), _of(Role.EDITOR))


def _facts(project: Project) -> Iterator[Missing]:
    wanted = FACTS_OF_GROUP if project.kind is StandardKind.GROUP else FACTS
    for name in wanted:
        if not getattr(project, name):
            yield Missing(_("还没有登记“%(what)s”。", what=str(LABELS[name])), _of(Role.EDITOR))


def before_consultation(project: Project) -> Iterator[Missing]:
    """A text and what belongs to it."""
    yield from _text(project)
    yield from _facts(project)


def while_consulted(project: Project) -> Iterator[Missing]:
    """The days of the consultation."""
    consultation = next(iter(consultations.of(project)), None)
    if consultation is None:
        return
    if consultation.state in (ConsultationState.COMING, ConsultationState.OPEN):
        yield Missing(
            _("征求意见到%(day)s截止。", day=day_words(consultation.closes_on)), _("社会公众和会员单位")
        )


def before_ballot(project: Project) -> Iterator[Missing]:
    """Every comment is answered, and the answers are public."""
    consultation = next(iter(consultations.of(project)), None)
    if consultation is not None and not consultation.is_finished:
        waiting = consultations.unanswered(consultation)
        if waiting:
            yield Missing(_("还有%(n)d条意见没有答复。", n=waiting), _of(Role.EDITOR))
        else:
            yield Missing(_("答复都写好了，还没有公布。"), _of(Role.EDITOR))
    yield from _text(project)


def while_balloted(project: Project) -> Iterator[Missing]:
    """Reviewers, their votes, the minutes."""
    review = queries.review_of(project)
    if review is None or not review.is_open:
        return
    yield from _panel(review)
    waiting = len(review.reviewers) - review.voted
    if waiting:
        yield Missing(_("还有%(n)d位专家没有投票。", n=waiting), _("参加审查的专家"))
    yield Missing(_("还没有登记审查纪要、结束投票。"), _of(Role.EXPERTS))


def _panel(review: Review) -> Iterator[Missing]:
    least, senior = how_many("least_experts"), how_many("least_senior")
    if len(review.reviewers) < least:
        yield Missing(
            _("参加审查的专家不少于%(n)d人，现在有%(now)d人。", n=least, now=len(review.reviewers)), _of(Role.EXPERTS)
        )  # fmt: skip
    elif (now := sum(reviewer.is_senior for reviewer in review.reviewers)) < senior:
        yield Missing(
            _("其中高级职称的不少于%(n)d人，现在有%(now)d人。", n=senior, now=now), _of(Role.EXPERTS)
        )


def too_few(review: Review) -> str | None:
    """Why the ballot cannot be closed with these people."""
    return next((found.what for found in _panel(review)), None)


def has_passed(votes: Mapping[Vote, int]) -> bool:
    """For at least the set part of those who took part in the vote."""
    cast = sum(votes.values())
    return cast > 0 and votes[Vote.FOR] * 100 >= how_many("pass_mark") * cast


def before_approval(project: Project) -> Iterator[Missing]:
    """The body's decision; a 团体标准 wants the association's code."""
    yield from _text(project)
    if project.kind is StandardKind.GROUP and not dated.value("site.society_code"):
        yield Missing(_("还没有设置本会的社会团体代号，不能编号。"), _of(Role.ADMIN))


def before_reviews(project: Project) -> Iterator[Missing]:
    """What became of each clause of the edition before."""
    waiting = queries.unconfirmed(project)
    if waiting:
        yield Missing(_("还有%(n)d处条款的对应没有确认。", n=waiting), _of(Role.EDITOR))


def before_issue(project: Project) -> Iterator[Missing]:
    """It is not in force before it is published."""
    day: date | None = project.effective_on
    issued = max(clock.today(), clock.day_of(project.publish_at)) if project.publish_at else clock.today()
    if day is not None and day < issued:
        yield Missing(
            _("实施日期%(day)s早于发布的日子，请撤回批准后重新登记。", day=day_words(day)), _of(Role.ISSUER)
        )


_BY_STATE = {
    S.DRAFTING: before_consultation,
    S.CONSULTING: while_consulted,
    S.ANSWERING: before_ballot,
    S.BALLOT: while_balloted,
    S.APPROVAL: before_approval,
    S.DRAFT: before_reviews,
    S.THIRD: before_issue,
    S.SCHEDULED: before_issue,
}

HOLDERS: dict[ProjectState, Role] = {
    S.PROPOSED: Role.ISSUER, S.DRAFTING: Role.EDITOR, S.ANSWERING: Role.EDITOR, S.BALLOT: Role.EXPERTS, S.APPROVAL: Role.ISSUER,
    S.DRAFT: Role.EDITOR, S.FIRST: Role.EDITOR, S.SECOND: Role.REVIEWER, S.THIRD: Role.ISSUER,
}  # fmt: skip
"""Who takes the next step when nothing is missing."""
