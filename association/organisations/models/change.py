"""A change a verified organisation asks for: kept as a difference, applied when staff accept it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Model, Prose
from association.kernel.personal import EncryptedFacts
from association.kernel.state import State, Stored
from association.kernel.words import _l
from association.organisations.models.organisation import Organisation


class ChangeState(State):
    SUBMITTED = "submitted", _l("待核对"), "ochre", "hourglass-split"
    APPROVED = "approved", _l("已采用"), "jade", "check-circle-fill"
    REFUSED = "refused", _l("未采用"), "cinnabar", "x-circle"
    WITHDRAWN = "withdrawn", _l("已撤回"), "soft", "slash-circle"


class OrganisationChange(Model):
    """`proposed` and `before` hold the differing fields only, as JSON keeps them (kinds as codes, days as ISO)."""

    __tablename__ = "organisation_change"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[ChangeState] = mapped_column(Stored(ChangeState), default=ChangeState.SUBMITTED)
    proposed: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    before: Mapped[dict[str, Any]] = mapped_column(EncryptedFacts, default=dict)
    because: Mapped[Prose]
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    decided_at: Mapped[datetime | None]
    decided_because: Mapped[str | None]

    organisation: Mapped[Organisation] = relationship()
