"""Who acts for an organisation: clerks prepare, authorised signers sign, training contacts sign people up."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models.organisation import Organisation
from association.people.models import Person


class Post(State):
    """What an officer may do for the organisation."""

    CLERK = "clerk", _l("经办人")
    SIGNER = "signer", _l("授权签署人")
    TRAINING = "training", _l("培训联系人")


class OfficerState(State):
    INVITED = "invited", _l("已邀请，待本人接受"), "indigo", "envelope"
    PROPOSED = "proposed", _l("待核对授权"), "ochre", "hourglass-split"
    ACTIVE = "active", _l("在任"), "jade", "check-circle-fill"
    ENDED = "ended", _l("已离任"), "soft", "box-arrow-right"
    REFUSED = "refused", _l("授权未获认可"), "cinnabar", "x-circle"


class Officer(Model):
    """One person in one post of one organisation, for the time their authority document says.

    A signer acts only with a document and only until its last day; that day passing needs nobody's deed.
    """

    __tablename__ = "officer"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Empty while an invitation waits for somebody to accept it."""
    post: Mapped[Post] = mapped_column(Stored(Post))
    state: Mapped[OfficerState] = mapped_column(Stored(OfficerState), default=OfficerState.PROPOSED)
    invited_email: Mapped[Line] = mapped_column(default="")
    invited_name: Mapped[Line] = mapped_column(default="")
    invitation: Mapped[str | None] = mapped_column(String(64), unique=True)
    """Hash of the link's token."""
    starts_on: Mapped[date] = mapped_column(default=clock.today)
    ends_on: Mapped[date | None]
    ended_because: Mapped[str | None]
    reminded_on: Mapped[date | None]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    organisation: Mapped[Organisation] = relationship()
    person: Mapped[Person | None] = relationship()

    __table_args__ = (
        Index("ix_officer_person_state", "person_id", "state"),
        CheckConstraint("state = 'invited' or state = 'ended' or person_id is not null", name="somebody"),
        CheckConstraint(
            "post != 'signer' or state != 'active' or ends_on is not null", name="authority_ends"
        ),
    )

    def acts_on(self, day: date) -> bool:
        """In force on a day. `queries.acting` says the same in SQL."""
        return (
            self.state is OfficerState.ACTIVE
            and self.starts_on <= day
            and (self.ends_on is None or day <= self.ends_on)
        )

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.invited_name
