"""A question asked, answered by two people and made public, through the real actions. All wording is ours."""

from association.accounts.actors import actor_of
from association.guidance import actions
from association.guidance.models import PublicAnswer, Question
from association.guidance.workflow import PUBLIC_ANSWER, QUESTION
from association.kernel import clock
from association.kernel.db import session
from association.kernel.policy import Actor
from association.kernel.transactions import writing
from association.rules.models import Edition
from tests import cast, stages

REVIEWS = (
    ("submit", "editor"),
    ("first_review", "editor"),
    ("second_review", "reviewer"),
    ("third_review", "issuer"),
)
LATER = "2027-01-10T10:00:00+08:00"


def question(id_: int) -> Question:
    return session.get_one(Question, id_)


def asked(firm: cast.Firm | None = None, *, actor: Actor | None = None, **changes: object) -> int:
    """By the firm's clerk; without a firm by somebody for themselves."""
    facts = {
        "topic": "推广与投流", "title": "改剪的预告算不算与正片一致", "text": "预告把第三集的镜头放到了开头。", "works": ["《长夜样例》"],
        "accounts": ["样例追剧号"],
    } | changes  # fmt: skip
    who = actor or (firm.clerk if firm else actor_of(cast.somebody()))
    with writing():
        found = actions.ask(organisation_id=firm.id if firm else None, actor=who, **facts)  # type: ignore[arg-type]
        return int(found.id)


def answered(
    id_: int,
    *,
    edition: Edition | None = None,
    text: str = "可以，但要与正片的意思一致。",
    by: Actor | None = None,
) -> None:
    """Drafted by an editor with a clause, approved by the legal office."""
    editor, legal = by or cast.staff("editor"), cast.staff("legal")
    with writing():
        actions.write(
            question(id_),
            text=text,
            basis_on=clock.today(),
            basis_note="" if edition else "协会自律规则",
            actor=editor,
        )
    if edition is not None:
        with writing():
            actions.add_clause(question(id_), edition=session.merge(edition), path="3", actor=editor)
    with writing():
        QUESTION.take("propose", question(id_), actor=editor)
    with writing():
        QUESTION.take("approve", question(id_), actor=legal)


def published(id_: int | None = None, *, edition: Edition | None = None, **changes: object) -> int:
    """A public answer through three reviews, of a question that was answered or of none."""
    facts = {
        "topic": "推广与投流", "title": "预告片改剪镜头顺序可以吗", "asks": "预告把后面的镜头放到开头。", "answers": "可以，意思须与正片一致。",
        "basis_on": clock.today(), "basis_note": "" if edition else "协会自律规则",
    } | changes  # fmt: skip
    editor = cast.staff("editor")
    with writing():
        answer = actions.draft(question=question(id_) if id_ else None, actor=editor, **facts)
        if edition is not None and not answer.clauses:
            actions.add_public_clause(answer, edition=session.merge(edition), path="3", actor=editor)
        new = int(answer.id)
    reviewed(new)
    return new


def reviewed(id_: int) -> None:
    for deed, role in REVIEWS:
        person = cast.somebody(role)
        with writing():
            PUBLIC_ANSWER.take(deed, public(id_), actor=actor_of(person))


def public(id_: int) -> PublicAnswer:
    return session.get_one(PublicAnswer, id_)


def doubts_of(id_: int) -> list[str]:
    session.expire_all()
    return [doubt["what"] for doubt in public(id_).doubts]


stages.remember(__name__)
