"""A person."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Line, Model
from association.kernel.personal import Encrypted, mask_name


class Person(Model):
    """A natural person. The name is for those who work with them; in public it is masked (CAUTIONS, People)."""

    __tablename__ = "person"

    id: Mapped[Key]
    name: Mapped[Line]
    phone: Mapped[str | None] = mapped_column(Encrypted)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    forgotten_at: Mapped[datetime | None]

    @property
    def masked_name(self) -> str:
        return mask_name(self.name)
