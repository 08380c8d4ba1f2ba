"""Who may see, ask and lift a course that is required."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, has_role
from association.kernel.words import _l
from association.organisations.policy import KIND
from association.remedies.models import GuidanceNote, NoteState
from association.remedies.policy import READS
from association.requirements.models import CourseRequirement, RequirementState
from association.training.policy import POSTS


class P(Permission):
    SEE = _l("查看一项须修课程")
    LIST_ALL = _l("查看全部须修课程")
    REQUIRE = _l("在指导意见草稿中要求修课程")
    REMOVE = _l("从指导意见草稿中去掉须修课程")
    LIFT = _l("不再要求修课程")


def asks_them(actor: Actor, subject: Any) -> bool:
    """An officer in office of the organisation it asks, the training contact included, once it is issued."""
    known = isinstance(subject, CourseRequirement) and subject.from_on is not None
    return known and subject.organisation_id in actor.ids(KIND, *POSTS)


def drafts_the_note(actor: Actor, subject: Any) -> bool:
    """editor, registrar, legal, while the note is a draft"""
    note = subject.note if isinstance(subject, CourseRequirement) else subject
    if isinstance(subject, CourseRequirement) and subject.state is not RequirementState.PLANNED:
        return False
    if isinstance(note, GuidanceNote) and note.state is not NoteState.DRAFT:
        return False
    return not actor.roles.isdisjoint({"editor", "registrar", "legal"})


grant(P.SEE, asks_them, has_role(*READS, "courses"))
grant(P.LIST_ALL, has_role(*READS, "courses"))
grant(P.REQUIRE, drafts_the_note)
grant(P.REMOVE, drafts_the_note)
grant(P.LIFT, has_role("legal", "reviewer"))
