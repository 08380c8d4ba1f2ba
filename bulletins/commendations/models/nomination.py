"""A good work or a good practice of one organisation, put forward in a round with grounds."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models import Organisation
from bulletins.commendations.models.round import Round, RoundState


class Subject(State):
    WORK = "work", _l("视听作品")
    PRACTICE = "practice", _l("做法")


class NominationState(State):
    ASKED = "asked", _l("待本单位同意"), "ochre", "hourglass-split"
    SUBMITTED = "submitted", _l("待核对条件"), "ochre", "hourglass-split"
    ADMITTED = "admitted", _l("待审议"), "ochre", "hourglass-split"
    PROPOSED = "proposed", _l("拟推荐"), "indigo", "eye"
    LISTED = "listed", _l("已推荐"), "jade", "check-circle-fill"
    DECLINED = "declined", _l("本单位不同意"), "soft", "x-circle"
    NOT_ADMITTED = "not_admitted", _l("不符合条件"), "soft", "x-circle"
    PASSED_OVER = "passed_over", _l("未列入"), "soft", "dash-circle"
    REMOVED = "removed", _l("已移出"), "soft", "slash-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "box-arrow-left"
    REVOKED = "revoked", _l("推荐已撤销"), "cinnabar", "slash-circle"


S = NominationState
UNDER_WAY = (S.ASKED, S.SUBMITTED, S.ADMITTED, S.PROPOSED)
_LIVING = text("state not in ('declined', 'not_admitted', 'passed_over', 'removed', 'withdrawn', 'revoked')")


class Nomination(Model):
    """`called` names the work or practice; `grounds` say what is good about it, and are public with the publicity. `by_organisation_id` is who
    nominates; without it the secretariat does. There is no mark, no weight and no place: it is listed or it is not."""

    __tablename__ = "nomination"

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("commendation_round.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    by_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[NominationState] = mapped_column(
        Stored(NominationState), default=NominationState.SUBMITTED, index=True
    )
    subject: Mapped[Subject] = mapped_column(Stored(Subject))
    called: Mapped[Line]
    grounds: Mapped[Prose]
    suggested_by: Mapped[int | None] = mapped_column(ForeignKey("standing.id"))
    """The row of standing that suggested it, where another part of the house did."""
    nominated_at: Mapped[datetime] = mapped_column(default=clock.now)
    listed_on: Mapped[date | None]
    closed_because: Mapped[Prose] = mapped_column(default="")

    round: Mapped[Round] = relationship(lazy="joined")
    organisation: Mapped[Organisation] = relationship(foreign_keys=[organisation_id], lazy="joined")
    by_organisation: Mapped[Organisation | None] = relationship(
        foreign_keys=[by_organisation_id], lazy="joined"
    )

    __table_args__ = (
        Index(
            "uq_nomination_living", "round_id", "organisation_id", "called", unique=True, sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        CheckConstraint("state not in ('listed', 'revoked') or listed_on is not null", name="listed_says_when"),
    )  # fmt: skip

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it: while it is proposed in public, and once it was listed. `queries.in_public` says the same in SQL."""
        if not self.organisation.has_public_record:
            return False
        if self.state is S.PROPOSED:
            return self.round.state in (RoundState.PUBLICITY, RoundState.CLOSED)
        return self.state in (S.LISTED, S.REVOKED)

    @property
    def title(self) -> str:
        return f"{self.organisation.name}《{self.called}》"
