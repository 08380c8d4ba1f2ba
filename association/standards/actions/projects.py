"""From a proposal to approval."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from association.kernel import audit
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor, require
from association.kernel.words import _
from association.organisations.models import Kind, Organisation
from association.rules.models import Edition
from association.standards import letters, queries
from association.standards.models import Project, ProjectState, StandardKind
from association.standards.policy import KIND, P
from association.standards.workflow import PROJECT

BEFORE_REVIEWS = (
    ProjectState.DRAFTING, ProjectState.CONSULTING, ProjectState.ANSWERING, ProjectState.BALLOT, ProjectState.APPROVAL,
)  # fmt: skip
WRITTEN_IN = (ProjectState.DRAFTING, ProjectState.ANSWERING, ProjectState.APPROVAL)
"""While these last the text may be edited: not while it is commented on, voted on or reviewed."""


def propose(
    *,
    kind: StandardKind,
    title: str,
    why: str,
    scope: str,
    basis: str,
    actor: Actor,
    organisation: Organisation | None = None,
    proposed_by: str = "",
    english_title: str = "",
    revises: Edition | None = None,
) -> Project:
    """A proposal, of an organisation the actor acts for, or written down by staff for whoever made it."""
    require(actor, P.PROPOSE)
    if organisation is not None:
        if organisation.id not in actor.ids(KIND, "clerk", "signer"):
            raise Refused(_("你不是这家单位的经办人或签署人。"), field="organisation")
        if not organisation.is_verified:
            raise Refused(_("单位核验通过后才能提出建议。"), field="organisation")
    elif not proposed_by:
        raise Refused(_("请写明提出单位。"), field="proposed_by")
    if revises is not None:
        _check_revision(revises)
    project = Project(
        kind=kind, title=revises.document.title if revises else title, why=why, scope=scope, basis=basis, organisation=organisation,
        english_title=english_title,
        organisation_id=organisation.id if organisation else None, proposed_by=organisation.name if organisation else proposed_by,
        revises=revises, revises_id=revises.id if revises else None,
    )  # fmt: skip
    if revises is not None:
        project.standard = queries.of_document(revises.document_id)
        project.kind = project.standard.kind if project.standard else kind
    session.add(project)
    audit.record("propose", project, actor=actor, title=project.title)
    letters.proposed(project)
    return project


def _check_revision(edition: Edition) -> None:
    standard = queries.of_document(edition.document_id)
    if standard is None:
        raise Refused(_("只能修订本会发布的标准。"), field="revises")
    if (other := queries.open_project(standard)) is not None:
        raise Refused(
            _("这项标准已有正在进行的修订：%(what)s。", what=other.project_number or other.title),
            field="revises",
        )


def change_facts(project: Project, *, facts: Mapping[str, Any], actor: Actor) -> None:
    """What stands on the first pages of a standard; settled with the approval."""
    lock(project)
    require(actor, P.DRAFT, project)
    check_changeable(project)
    changes = [
        (name, getattr(project, name), value) for name, value in facts.items() if getattr(project, name) != value
    ]  # fmt: skip
    for name, _old, value in changes:
        setattr(project, name, value)
    if changes:
        audit.record("change_facts", project, actor=actor, changes=changes)


def check_changeable(project: Project) -> None:
    """Refused once the facts are settled, or before there is a project."""
    if project.state not in BEFORE_REVIEWS:
        raise Refused(_("立项以后、批准以前才能登记这些事实。"))


def check_writable(project: Project) -> None:
    """Refused unless its text may be edited now."""
    if project.state not in WRITTEN_IN:
        raise Refused(_("现在是“%(state)s”，正文不能改。", state=str(project.state.label)))


def lay_out(
    project: Project,
    *,
    title: str,
    closes_on: date,
    note: str,
    actor: Actor,
    opens_on: date | None = None,
) -> None:
    """Everybody may comment until that day."""
    PROJECT.take(
        "lay_out", project, actor=actor, title=title, closes_on=closes_on, note=note, opens_on=opens_on
    )


def send(project: Project, *, votes_due_on: date, actor: Actor) -> None:
    """To the experts, with all papers."""
    PROJECT.take("send", project, actor=actor, votes_due_on=votes_due_on)


def approve(
    project: Project,
    *,
    approved_by: str,
    approved_on: date,
    effective_on: date,
    binds: list[Kind],
    note: str,
    actor: Actor,
    publish_at: datetime | None = None,
) -> None:
    """Register the body's decision; the number is given here."""
    PROJECT.take(
        "approve", project, actor=actor, approved_by=approved_by, approved_on=approved_on, effective_on=effective_on,
        binds=binds, note=note, publish_at=publish_at,
    )  # fmt: skip
