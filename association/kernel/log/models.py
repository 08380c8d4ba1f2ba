"""The tree as it is kept: a row per tile, and every checkpoint that was ever signed."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock
from association.kernel.db import Key, Line, Model, Prose


class LogTile(Model):
    """One tile (kernel.log.tiles), full or not: `hashes` only ever grows at its end, up to 256 of 32 bytes."""

    __tablename__ = "log_tile"
    unseen: ClassVar[bool] = True

    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hashes: Mapped[bytes] = mapped_column(LargeBinary, default=b"")


class Checkpoint(Model):
    """What was signed: so many entries, with this root. Kept for ever, since none may contradict an earlier one."""

    __tablename__ = "log_checkpoint"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    size: Mapped[int] = mapped_column(unique=True)
    root: Mapped[str] = mapped_column(String(64))
    """Hex."""
    note: Mapped[Prose]
    """The signed note, as it is handed out."""
    key: Mapped[Line]
    """The verifier key of who signed."""
    at: Mapped[datetime] = mapped_column(default=clock.now)
