"""What changes after verification: facts by a difference staff accept, the code, the end."""

from datetime import date
from typing import Any

from sqlalchemy import select

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import effects, letters, queries, uscc
from association.organisations.actions.applying import FIELDS
from association.organisations.models import (
    ChangeState,
    FormerCode,
    Organisation,
    OrganisationChange,
    SuccessionKind,
)
from association.organisations.policy import P
from association.organisations.workflow import ORGANISATION


def check_changeable(organisation: Organisation) -> None:
    """Refuses unless it is verified and no change is being looked at."""
    if not organisation.is_verified:
        raise Refused(_("单位现在不是已核验状态，不能申请变更。"))
    if _open_change(organisation) is not None:
        raise Refused(_("上一次变更还在核对，请等有了结果或先撤回。"))


def ask_change(
    organisation: Organisation, *, facts: dict[str, Any], because: str, actor: Actor
) -> OrganisationChange:
    """Officers ask for a change of a verified organisation; only what differs is kept."""
    lock(organisation)
    require(actor, P.PREPARE, organisation)
    check_changeable(organisation)
    before = {field: effects.to_plain(field, getattr(organisation, field)) for field in FIELDS}
    wanted = {field: effects.to_plain(field, facts[field]) for field in FIELDS if field in facts}
    proposed = {field: value for field, value in wanted.items() if value != before[field]}
    if not proposed:
        raise Refused(_("没有任何改动。"))
    change = OrganisationChange(
        organisation_id=organisation.id, proposed=proposed, because=because,
        before={field: before[field] for field in proposed},
    )  # fmt: skip
    session.add(change)
    audit.record("ask_change", change, actor=actor, fields=sorted(proposed), organisation=organisation.id)
    letters.change_asked(change)
    return change


def _open_change(organisation: Organisation) -> OrganisationChange | None:
    return session.scalars(
        select(OrganisationChange).where(
            OrganisationChange.organisation_id == organisation.id,
            OrganisationChange.state == ChangeState.SUBMITTED,
        )
    ).first()


def change_code(organisation: Organisation, *, code: str, on: date, basis: str, actor: Actor) -> None:
    """Staff: the organisation got another code; the old one leads on."""
    lock(organisation)
    require(actor, P.CLOSE, organisation)
    code = uscc.tidy(code)
    if not uscc.is_valid(code):
        raise Refused(_("新代码的位数或校验位不对，请核对每一位。"), field="code")
    if code == organisation.uscc:
        raise Refused(_("新代码与现在的代码相同。"), field="code")
    if queries.living(code) is not None or queries.now_under(code) is not None:
        raise Refused(_("新代码已有登记。"), field="code")
    before = organisation.uscc
    session.add(FormerCode(organisation_id=organisation.id, uscc=before, until=on))
    organisation.uscc = code
    entry = audit.record(
        "change_code",
        organisation,
        actor=actor,
        reason=basis,
        changes=[("uscc", before, code)],
        on=on.isoformat(),
    )
    audit.publish_entry("change_code", organisation, content=effects.public_text(organisation), entry=entry)
    effects.publish(organisation)


def end(
    organisation: Organisation,
    *,
    on: date,
    reason: str,
    successor_code: str,
    kind: SuccessionKind,
    actor: Actor,
) -> None:
    """Staff: the organisation is no more; name its successor if it has one."""
    successor: Organisation | None = None
    if successor_code:
        successor = queries.living(uscc.tidy(successor_code))
        if successor is None or not successor.is_verified:
            raise Refused(_("承继单位须是已核验的单位，没有找到这个代码。"), field="successor_code")
        if successor.id == organisation.id:
            raise Refused(_("承继单位不能是它自己。"), field="successor_code")
    ORGANISATION.take("end", organisation, actor=actor, reason=reason, on=on, successor=successor, kind=kind)
