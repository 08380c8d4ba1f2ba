"""Who may do what with organisations."""

from typing import Any

from association.kernel import walls
from association.kernel.policy import Actor, Permission, grant, has_role, signed_in
from association.kernel.words import _l
from association.organisations.models import Organisation, OrganisationState

KIND = "organisation"
OPEN = (OrganisationState.PREPARED, OrganisationState.SUBMITTED, OrganisationState.RETURNED)


class P(Permission):
    """Permissions of this feature."""

    APPLY = _l("为单位提交登记申请")
    SEE = _l("查看单位的公开记录")
    READ_FILE = _l("查看单位的全部资料和办理记录")
    PREPARE = _l("填报和修改单位资料")
    SIGN = _l("以授权签署人身份确认并提交")
    MANAGE_OFFICERS = _l("邀请和终止本单位的经办人")
    VERIFY = _l("核验单位申请、授权和变更")
    LIST_ALL = _l("查看全部单位，包括未公开的")
    IMPORT = _l("成批导入单位")
    CLOSE = _l("登记单位终止、承继和代码变更")


def _id(subject: Any) -> int:
    """Of the organisation itself, or of something that belongs to one (officer, change, permit)."""
    return int(subject.id if isinstance(subject, Organisation) else subject.organisation_id)


def acts_for(actor: Actor, subject: Any) -> bool:
    """An officer in force of this organisation, in whatever post."""
    return subject is not None and _id(subject) in actor.ids(KIND, "clerk", "signer")


def signs_for(actor: Actor, subject: Any) -> bool:
    """An authorised signer in force of this organisation."""
    return subject is not None and actor.is_to("signer", KIND, _id(subject))


def prepares_application(actor: Actor, subject: Any) -> bool:
    """Whoever applies for an organisation that is not verified yet, in either post."""
    return _is_open(subject) and (
        actor.is_to("proposed_clerk", KIND, _id(subject))
        or actor.is_to("proposed_signer", KIND, _id(subject))
    )


def signs_application(actor: Actor, subject: Any) -> bool:
    """The signer named in an application that is not verified yet; staff check the authority with it."""
    return _is_open(subject) and actor.is_to("proposed_signer", KIND, _id(subject))


def _is_open(subject: Any) -> bool:
    return isinstance(subject, Organisation) and subject.state in OPEN


def is_officer_of(actor: Actor, subject: Any) -> bool:
    """In any post, the training contact included."""
    return subject is not None and _id(subject) in actor.ids(KIND)


def is_in_public(_actor: Actor, subject: Any) -> bool:
    """Verified, or ended; a natural person in business only with a recorded basis."""
    return isinstance(subject, Organisation) and subject.has_public_record


walls.concerns(Organisation, of=lambda o: [(KIND, o.id)], among=walls.by_column(KIND, Organisation.id))
grant(P.APPLY, signed_in)
grant(P.SEE, is_in_public, is_officer_of, has_role("registrar", "auditor", "admin"))
grant(P.READ_FILE, is_officer_of, has_role("registrar", "auditor"))
grant(P.PREPARE, acts_for, prepares_application)
grant(P.SIGN, signs_for, signs_application)
grant(P.MANAGE_OFFICERS, signs_for, signs_application)
grant(P.VERIFY, has_role("registrar"))
grant(P.LIST_ALL, has_role("registrar", "auditor"))
grant(P.IMPORT, has_role("registrar"))
grant(P.CLOSE, has_role("registrar"))
