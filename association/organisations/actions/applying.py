"""Applying for an organisation: a clerk prepares, a signer signs, staff decide."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from association.kernel import audit, clock
from association.kernel.attachments import Upload
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations import effects, pinyin, queries, uscc
from association.organisations.actions import officers
from association.organisations.models import Kind, Officer, Organisation, OrganisationState, Post
from association.organisations.policy import P
from association.organisations.workflow import ORGANISATION

FIELDS = (
    "name", "short_name", "kinds", "province", "founded_on", "legal_representative", "address", "website", "scope",
    "contact_phone",
)  # fmt: skip
"""What an organisation says of itself and may change later; its code changes only by `change_code`."""
PERSONAL = frozenset({"legal_representative", "contact_phone"})


def prepare(
    *,
    code: str,
    facts: dict[str, Any],
    signer_name: str,
    signer_email: str,
    authority: Upload | None,
    authority_ends_on: date | None,
    signs_alone: bool = False,
    actor: Actor,
) -> Organisation:
    """A clerk fills the application in and names who signs. `facts` maps FIELDS to values.

    Refused when the code is not one, or belongs to a living entry; the sentence says where to go instead.
    """
    code = uscc.tidy(code)
    _check_code(code)
    organisation = Organisation(uscc=code, name="", province="")
    _set_facts(organisation, facts)
    session.add(organisation)
    session.flush()
    clerk = Officer(organisation_id=organisation.id, person_id=actor.person_id, post=Post.CLERK)
    session.add(clerk)
    audit.record("prepare", organisation, actor=actor)
    if signs_alone:
        if not organisation.is_natural_person:
            raise Refused(
                _("只有个人经营者可以由本人填报并签署；单位请另请一位授权签署人。"), field="signer_email"
            )
        officers.propose_signer(organisation, actor=actor, authority=authority, ends_on=authority_ends_on)
    else:
        officers.invite_to(
            organisation, name=signer_name, email=signer_email, post=Post.SIGNER,
            authority=authority, ends_on=authority_ends_on, actor=actor,
        )  # fmt: skip
    return organisation


def _check_code(code: str) -> None:
    if not uscc.is_well_formed(code):
        raise Refused(
            _("统一社会信用代码应为18位数字或大写字母（不含I、O、S、V、Z），现在是%(n)d位。", n=len(code)),
            field="code",
        )
    if not uscc.is_valid(code):
        raise Refused(_("这个代码的校验位不对，请对照营业执照核对每一位。"), field="code")
    known = queries.living(code) or queries.now_under(code)
    if known is not None:
        raise Refused(
            _("这个代码已有登记：%(name)s。如果你在该单位任职，请用“加入已登记的单位”。", name=known.name)
            if known.has_public_record
            else _("这个代码已有登记或正在申请。如果你在该单位任职，请用“加入已登记的单位”，或联系秘书处。"),
            field="code",
        )


def _set_facts(organisation: Organisation, facts: dict[str, Any]) -> None:
    for field in FIELDS:
        if field in facts:
            value = facts[field]
            setattr(organisation, field, [Kind(k) for k in value] if field == "kinds" else value)
    organisation.name_key = pinyin.key(organisation.name)


def check_amendable(organisation: Organisation) -> None:
    """Refuses while the application is with staff, or decided."""
    if organisation.state not in (OrganisationState.PREPARED, OrganisationState.RETURNED):
        raise Refused(_("申请已提交核验，现在不能修改；需要修改请先撤回或等待核验意见。"))


def amend(organisation: Organisation, *, facts: dict[str, Any], actor: Actor) -> None:
    """Change what was asked (or, before signing, anything) and put it before the signer again."""
    lock(organisation)
    require(actor, P.PREPARE, organisation)
    check_amendable(organisation)
    before = {field: effects.to_plain(field, getattr(organisation, field)) for field in FIELDS}
    _set_facts(organisation, facts)
    changes = [
        (field, before[field], now)
        for field in FIELDS
        if (now := effects.to_plain(field, getattr(organisation, field))) != before[field]
    ]
    unanswered = [
        a for a in organisation.asked if a["field"] in FIELDS and a["field"] not in {c[0] for c in changes}
    ]
    if organisation.state is OrganisationState.RETURNED:
        if unanswered:
            raise Refused(
                _("这一项还没有按要求修改：%(because)s", because=unanswered[0]["because"]),
                field=unanswered[0]["field"],
            )
        ORGANISATION.take("amend", organisation, actor=actor)
    open_changes, personal = _apart(changes)
    # A person in business alone writes about themselves; a clerk writes about others.
    about = actor.person_id if organisation.is_natural_person else None
    audit.record("edit", organisation, actor=actor, changes=open_changes, personal=personal, person_id=about)


def _apart(changes: Sequence[audit.Change]) -> tuple[list[audit.Change], dict[str, str]]:
    """Changes the trail may keep in words, and personal ones it keeps as commitments."""
    return (
        [change for change in changes if change[0] not in PERSONAL],
        {field: f"{old} → {new}" for field, old, new in changes if field in PERSONAL},
    )


def ask(organisation: Organisation, *, asked: Sequence[tuple[str, str]], reason: str, actor: Actor) -> None:
    """Staff: please change these fields, because. Pairs of field name and reason; at least one."""
    if not asked:
        raise Refused(_("请至少勾选一项并写明原因。"))
    ORGANISATION.take(
        "ask", organisation, actor=actor, reason=reason,
        asked=[{"field": field, "because": because} for field, because in asked],
    )  # fmt: skip


def give_public_basis(organisation: Organisation, *, basis: str, actor: Actor) -> None:
    """Record why a natural person in business is shown in public, or (empty) that it no longer is."""
    lock(organisation)
    require(actor, P.VERIFY, organisation)
    organisation.public_basis = basis
    audit.record("give_public_basis", organisation, actor=actor, reason=basis, shown=bool(basis))
    effects.publish(organisation)


def imported(*, code: str, facts: dict[str, Any], actor: Actor) -> Organisation:
    """One row of a workbook, already checked: a verified organisation that nobody acts for yet."""
    organisation = Organisation(uscc=code, name="", province="", state=OrganisationState.APPROVED)
    organisation.submitted_at = organisation.decided_at = clock.now()
    _set_facts(organisation, facts)
    session.add(organisation)
    session.flush()
    entry = audit.record("import", organisation, actor=actor, to_state=organisation.state.value)
    audit.publish_entry("import", organisation, content=effects.public_text(organisation), entry=entry)
    effects.publish(organisation)
    return organisation
