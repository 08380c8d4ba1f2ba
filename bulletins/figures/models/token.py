"""A token with which a program of an organisation reports: kept as a hash, for its own organisation only, until a day."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from association.kernel import clock
from association.kernel.db import Key, Line, Model
from association.organisations.models import Organisation

WRITE, READ = "figures:write", "figures:read"
SCOPES = (WRITE, READ)


class Token(Model):
    """`last_used_at` is when it last wrote; reading writes nothing. `warned_on` is the day on which its end was last told of."""

    __tablename__ = "figure_token"

    id: Mapped[Key]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[Line]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    scopes: Mapped[list[Any]] = mapped_column(default=list)
    made_by: Mapped[Line]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    warned_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)

    @property
    def ends_on(self) -> date:
        """The day in China on which it ends."""
        return clock.day_of(self.expires_at)

    @property
    def is_living(self) -> bool:
        return self.revoked_at is None and self.expires_at > clock.now() and self.organisation.is_verified
