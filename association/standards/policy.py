"""Who may do what with standards. From 立项 on everybody sees how far a project is; before, those who proposed it and staff."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, anyone, grant, has_role
from association.kernel.words import _l
from association.panels.policy import sits_clear
from association.standards.models import Project, ProjectState, Reviewer

KIND = "organisation"
STAFF = ("editor", "reviewer", "issuer", "legal", "experts", "auditor")


class P(Permission):
    READ = _l("查看标准")
    SEE_PROJECT = _l("查看制修订项目的进展")
    PROPOSE = _l("提出制定或修订标准的建议")
    FOLLOW = _l("查看自己单位的标准建议")
    TAKE_BACK = _l("撤回自己的标准建议")
    READ_FILE = _l("查看标准项目的全部材料")
    DECIDE = _l("决定立项、不予立项和终止")
    DRAFT = _l("起草标准、登记事实、送征求意见和送审")
    BALLOT = _l("组织标准审查：名单、收票、纪要")
    SEE_PAPERS = _l("查看标准审查的材料和自己的票")
    VOTE = _l("对标准投票")
    APPROVE = _l("登记批准、编号")
    FIRST = _l("标准三审之初审")
    SECOND = _l("标准三审之复审")
    THIRD = _l("标准三审之终审签发")
    WITHDRAW = _l("撤回已发布的标准")
    EXAMINE = _l("提出标准复审结论")
    DECIDE_EXAMINATION = _l("审定标准复审结论")
    SEE_ACT = _l("查看修改单和勘误的办理")
    WRITE_ACT = _l("起草修改单和勘误")
    CHECK_ACT = _l("审核修改单和勘误")
    ISSUE_ACT = _l("签发修改单和勘误")


def is_accepted(_actor: Actor, subject: Any) -> bool:
    """The project is on the association's plan (or was, and its end is told)."""
    return isinstance(subject, Project) and subject.accepted_on is not None


def proposed_it(actor: Actor, subject: Any) -> bool:
    """Clerk or signer of the organisation that proposed it."""
    return (
        isinstance(subject, Project)
        and subject.organisation_id is not None
        and subject.organisation_id in actor.ids(KIND, "clerk", "signer")
    )


def acts_for_somebody(actor: Actor, _subject: Any) -> bool:
    """Clerk or signer of any organisation."""
    return bool(actor.ids(KIND, "clerk", "signer"))


def own_proposal_waits(actor: Actor, subject: Any) -> bool:
    """Of the proposing organisation, or the editor who wrote it down, while nobody has decided."""
    if not isinstance(subject, Project) or subject.state is not ProjectState.PROPOSED:
        return False
    return proposed_it(actor, subject) or (subject.organisation_id is None and "editor" in actor.roles)


def takes_part(actor: Actor, subject: Any) -> bool:
    """The reviewer themselves, once they have declared that they have no tie."""
    return isinstance(subject, Reviewer) and sits_clear(actor, subject.seat)


# A standard is everybody's matter, not that of the organisation that proposed it.
walls.concerns(Project)
grant(P.READ, anyone)
grant(P.SEE_PROJECT, is_accepted, proposed_it, has_role(*STAFF))
grant(P.PROPOSE, acts_for_somebody, has_role("editor"))
grant(P.FOLLOW, proposed_it, has_role(*STAFF))
grant(P.TAKE_BACK, own_proposal_waits)
grant(P.READ_FILE, has_role(*STAFF))
grant(P.DECIDE, has_role("issuer"))
grant(P.DRAFT, has_role("editor"))
grant(P.BALLOT, has_role("experts"))
grant(P.SEE_PAPERS, takes_part, has_role("experts", "editor", "reviewer", "issuer", "auditor"))
grant(P.VOTE, takes_part)
grant(P.APPROVE, has_role("issuer"))
grant(P.FIRST, has_role("editor"))
grant(P.SECOND, has_role("reviewer"))
grant(P.THIRD, has_role("issuer"))
grant(P.WITHDRAW, has_role("issuer"))
grant(P.EXAMINE, has_role("editor"))
grant(P.DECIDE_EXAMINATION, has_role("issuer"))
grant(P.SEE_ACT, has_role("editor", "reviewer", "issuer", "legal", "auditor"))
grant(P.WRITE_ACT, has_role("editor"))
grant(P.CHECK_ACT, has_role("reviewer"))
grant(P.ISSUE_ACT, has_role("issuer"))
