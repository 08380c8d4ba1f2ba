"""Three lives: of an organisation, of an officer, of a change it asks for."""

from typing import Any

from association.kernel import clock
from association.kernel.lifecycles import ApplicationPermissions, application, with_rows
from association.kernel.policy import Actor
from association.kernel.words import _, _l
from association.kernel.workflow import Step, Workflow
from association.organisations import effects
from association.organisations.models import ChangeState, OfficerState, Organisation, OrganisationState
from association.organisations.policy import P

O = OrganisationState  # noqa: E741 - the table reads by it


def _needs_a_signer(organisation: Organisation) -> object | None:
    return None if effects.has_signer(organisation) else _("还没有授权签署人接受邀请。")


def _not_alone(organisation: Organisation) -> object | None:
    """A natural person in business is one person; an organisation is two."""
    return None if organisation.is_natural_person else _("经办人与签署人须为两人。")


def _signed(organisation: Organisation, *, actor: Actor, reason: str) -> None:  # noqa: ARG001
    organisation.submitted_at, organisation.asked = clock.now(), []


ORGANISATION = Workflow(
    name="organisation",
    title=_l("单位登记"),
    states=OrganisationState,
    initial=O.PREPARED,
    public_text=effects.public_text,
    steps=[
        Step(
            deed="sign", label=_l("确认无误，提交核验"), from_=(O.PREPARED,), to=O.SUBMITTED, needs=P.SIGN,
            apart_from=frozenset({"prepare", "amend"}), is_primary=True, then=_signed, blocked=_needs_a_signer,
            consequence=_l("你代表单位确认所填内容真实、完整。提交后由秘书处核验，核验结果以信函告知。"),
        ),
        Step(
            deed="sign_alone", label=_l("本人确认，提交核验"), from_=(O.PREPARED,), to=O.SUBMITTED, needs=P.SIGN,
            is_primary=True, then=_signed, blocked=_not_alone,
            consequence=_l("你确认所填内容真实、完整。个人经营者由本人填报并确认。"),
        ),
        *with_rows(
            application(
                ApplicationPermissions(apply=P.PREPARE, decide=P.VERIFY), states=O, public=True,
                approve=effects.verified, refuse=effects.closed,
                applicant=frozenset({"prepare", "amend", "sign", "sign_alone"}),
            ),
            resubmit={"deed": "amend", "label": _l("改好再请签署人确认"), "to": O.PREPARED, "then": None},
            withdraw={"from_": (O.PREPARED, O.SUBMITTED, O.RETURNED), "then": effects.closed},
        ),
        Step(
            deed="end", label=_l("登记终止"), from_=(O.APPROVED,), to=O.ENDED, needs=P.CLOSE, own_page=True,
            reason=_l("终止的依据"), is_dangerous=True, is_public_act=True, then=effects.ended,
            consequence=_l("公开记录保留并注明已终止；有承继单位的，旧代码的地址指向承继单位。"),
        ),
    ],
)  # fmt: skip

OFFICER = Workflow(
    name="officer",
    title=_l("单位的经办人与授权签署人"),
    states=OfficerState,
    initial=OfficerState.PROPOSED,
    steps=[
        Step(
            deed="approve", label=_l("授权无误"), from_=(OfficerState.PROPOSED,), to=OfficerState.ACTIVE, needs=P.VERIFY,
            is_primary=True, then=effects.officer_approved, blocked=effects.not_to_be_approved,
        ),
        Step(
            deed="refuse", label=_l("授权不予认可"), from_=(OfficerState.PROPOSED,), to=OfficerState.REFUSED,
            needs=P.VERIFY, reason=_l("不予认可的理由（对方会看到）"), blocked=effects.part_of_an_application,
        ),
        Step(
            deed="end", label=_l("登记离任"), from_=(OfficerState.ACTIVE, OfficerState.PROPOSED, OfficerState.INVITED),
            to=OfficerState.ENDED, needs=P.MANAGE_OFFICERS, reason=_l("离任的原因"), is_dangerous=True,
            then=effects.officer_ended, blocked=effects.last_signer,
            consequence=_l("此人从现在起不能再代表单位办理；已经办成的事不受影响。"),
        ),
        Step(
            deed="hand_over", label=_l("因交接登记离任"), from_=(OfficerState.ACTIVE,), to=OfficerState.ENDED,
            needs=P.VERIFY, reason=_l("交接的依据"), is_dangerous=True, then=effects.officer_ended,
            consequence=_l("单位唯一的签署人离任时由秘书处登记，单位和本人都会收到信函。"),
        ),
    ],
)  # fmt: skip


def _needs_change_open(change: Any) -> object | None:
    return None if change.organisation.is_verified else _("单位现在不是已核验状态，变更不能采用。")


CHANGE = Workflow(
    name="organisation_change",
    title=_l("单位资料变更"),
    states=ChangeState,
    initial=ChangeState.SUBMITTED,
    public_text=effects.change_text,
    steps=[
        Step(
            deed="approve", label=_l("采用变更"), from_=(ChangeState.SUBMITTED,), to=ChangeState.APPROVED, needs=P.VERIFY,
            apart_from=frozenset({"ask_change"}), is_primary=True, is_public_act=True, then=effects.change_applied,
            blocked=_needs_change_open,
        ),
        Step(
            deed="refuse", label=_l("不予采用"), from_=(ChangeState.SUBMITTED,), to=ChangeState.REFUSED, needs=P.VERIFY,
            reason=_l("不予采用的理由（对方会看到）"), then=effects.change_closed,
        ),
        Step(
            deed="withdraw", label=_l("撤回变更"), from_=(ChangeState.SUBMITTED,), to=ChangeState.WITHDRAWN,
            needs=P.PREPARE, then=effects.change_closed,
        ),
    ],
)  # fmt: skip
