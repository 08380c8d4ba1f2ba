"""Who may do what with case articles. What is issued everybody reads; the file of one is the staff's alone, and behind the walls of its case."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from bulletins.articles.models import (
    ArticleClause,
    ArticleCorrection,
    ArticlePass,
    ArticleRequest,
    ArticleState,
    CaseArticle,
)


class P(Permission):
    READ = _l("查看典型案例")
    READ_FILE = _l("查看典型案例的全部办理材料")
    DRAFT = _l("把案件写成典型案例，处理扫描出的个人信息，约请专家")
    TEACH = _l("为一件典型案例写以案说法")
    FIRST = _l("典型案例三审之初审")
    SECOND = _l("典型案例三审之复审")
    THIRD = _l("典型案例三审之终审签发")
    WITHDRAW = _l("撤回已发布的典型案例")
    CORRECT = _l("提出典型案例的更正，补记案件的后续")
    ISSUE_CORRECTION = _l("签发典型案例的更正")
    ANSWER = _l("答复更正典型案例的请求")


STAFF = ("editor", "investigator", "reviewer", "issuer", "legal", "auditor")
SHOWN = (ArticleState.PUBLISHED, ArticleState.WITHDRAWN, ArticleState.ANNULLED)
"""Whose address answers, if only with why the text is gone."""

walls.concerns_with(CaseArticle.case)
for _model in (ArticleClause, ArticlePass, ArticleCorrection, ArticleRequest):
    walls.concerns_with(_model.article)


def is_public(_actor: Actor, subject: Any) -> bool:
    """Issued, or gone after it was."""
    return isinstance(subject, CaseArticle) and subject.state in SHOWN


def was_asked(actor: Actor, subject: Any) -> bool:
    """The expert who was asked for the lesson, while holding that role and without a tie to the case."""
    return (
        isinstance(subject, CaseArticle)
        and subject.teacher_id is not None
        and subject.teacher_id == actor.account_id
        and "expert" in actor.roles
    )


grant(P.READ, is_public, has_role(*STAFF))
grant(P.READ_FILE, has_role(*STAFF))
grant(P.DRAFT, has_role("editor", "investigator"))
grant(P.TEACH, was_asked)
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.THIRD, has_role("issuer"))
grant(P.WITHDRAW, has_role("issuer"))
grant(P.CORRECT, has_role("editor", "investigator"))
grant(P.ISSUE_CORRECTION, has_role("issuer"))
grant(P.ANSWER, has_role("editor", "legal"))
