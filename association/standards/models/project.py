"""A project: one edition of a standard on its way from a proposal to publication."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.lifecycles import HasPublishing
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from association.rules.models import Edition
from association.standards.models.standard import Standard, StandardKind


class ProjectState(State):
    """The ways of the trade (DOMAIN 2.2), then the publishing life; DRAFT is that life's word for what waits to be reviewed."""

    PROPOSED = "proposed", _l("待立项"), "ochre", "lightbulb"
    REFUSED = "refused", _l("不予立项"), "cinnabar", "x-circle"
    DRAFTING = "drafting", _l("起草中"), "indigo", "pencil"
    CONSULTING = "consulting", _l("征求意见"), "ochre", "chat-left-text"
    ANSWERING = "answering", _l("意见处理"), "indigo", "reply-all"
    BALLOT = "ballot", _l("审查中"), "ochre", "people"
    APPROVAL = "approval", _l("待批准"), "ochre", "patch-check"
    DRAFT = "approved", _l("已批准，待送审"), "indigo", "pencil-square"
    FIRST = "first", _l("待初审"), "ochre", "hourglass-split"
    SECOND = "second", _l("待复审"), "ochre", "hourglass-split"
    THIRD = "third", _l("待终审"), "ochre", "hourglass-split"
    SCHEDULED = "scheduled", _l("定时发布"), "ochre", "clock"
    PUBLISHED = "published", _l("已发布"), "jade", "check-circle-fill"
    WITHDRAWN = "withdrawn", _l("已撤回"), "cinnabar", "slash-circle"
    TERMINATED = "terminated", _l("已终止"), "cinnabar", "stop-circle"
    DROPPED = "dropped", _l("已撤回建议"), "soft", "x-circle"


BEFORE_APPROVAL = (
    ProjectState.PROPOSED,
    ProjectState.DRAFTING,
    ProjectState.CONSULTING,
    ProjectState.ANSWERING,
    ProjectState.BALLOT,
    ProjectState.APPROVAL,
)
UNDER_REVIEW = (ProjectState.FIRST, ProjectState.SECOND, ProjectState.THIRD, ProjectState.SCHEDULED)


class Project(HasPublishing, Model):
    """`standard` is there from 立项 on; `revises` is the edition a revision begins from.

    `number` is the standard's own number (empty for 自律规则), `project_number` that of 立项. `binds` are kinds of organisations.
    """

    __tablename__ = "standard_project"

    id: Mapped[Key]
    state: Mapped[ProjectState] = mapped_column(  # type: ignore[assignment]
        Stored(ProjectState), default=ProjectState.PROPOSED, index=True
    )
    kind: Mapped[StandardKind] = mapped_column(Stored(StandardKind))
    title: Mapped[Line]
    english_title: Mapped[Line] = mapped_column(default="")
    why: Mapped[Prose]
    scope: Mapped[Prose] = mapped_column(default="")
    basis: Mapped[Prose] = mapped_column(default="")
    standard_id: Mapped[int | None] = mapped_column(ForeignKey("standard.id"), index=True)
    revises_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    proposed_by: Mapped[Line] = mapped_column(default="")
    """Who proposed it, as printed."""
    proposed_at: Mapped[datetime] = mapped_column(default=clock.now)
    project_number: Mapped[Line] = mapped_column(default="")
    accepted_on: Mapped[date | None]

    in_charge: Mapped[Line] = mapped_column(default="")
    drafting_units: Mapped[Prose] = mapped_column(default="")
    drafters: Mapped[Prose] = mapped_column(default="")
    ccs: Mapped[Line] = mapped_column(default="")
    ics: Mapped[Line] = mapped_column(default="")
    explanation: Mapped[Prose] = mapped_column(default="")
    """编制说明: how the text came about and why it says what it says."""

    laid_out_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    failures: Mapped[int] = mapped_column(default=0)
    approved_by: Mapped[Line] = mapped_column(default="")
    approved_on: Mapped[date | None]
    effective_on: Mapped[date | None]
    number: Mapped[Line] = mapped_column(default="")
    binds: Mapped[list[Any]] = mapped_column(JSON, default=list)
    note: Mapped[Prose] = mapped_column(default="")
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"), unique=True)
    ended_on: Mapped[date | None]
    ended_because: Mapped[str | None]

    standard: Mapped[Standard | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    revises: Mapped[Edition | None] = relationship(foreign_keys=[revises_id])
    laid_out: Mapped[Edition | None] = relationship(foreign_keys=[laid_out_id])
    edition: Mapped[Edition | None] = relationship(foreign_keys=[edition_id])

    __table_args__ = (
        CheckConstraint("state != 'published' or edition_id is not null", name="published_has_edition"),
    )

    @property
    def is_revision(self) -> bool:
        return self.revises_id is not None

    @property
    def is_over(self) -> bool:
        return self.state in (
            ProjectState.REFUSED, ProjectState.PUBLISHED, ProjectState.WITHDRAWN, ProjectState.TERMINATED, ProjectState.DROPPED,
        )  # fmt: skip
