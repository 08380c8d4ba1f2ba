"""The folder of the index on disk: which of its generations serves, how a new one takes over, and who may
write.

::

    index/current      the name of the generation that serves; replaced in one step
    index/lock         held by whoever writes
    index/g7-1f0c2a8b/ one generation, a whole Whoosh index
"""

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from association.kernel.search.engine import Busy

PATIENCE = 20.0
"""Seconds to wait for another writer."""
_LOOK_AGAIN = 0.05


class IndexFolder:
    """Generations of an index in one folder. Nothing is made before somebody writes."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path
        self.patience = patience
        self._in_process = RLock()
        self._depth = 0

    @property
    def serving(self) -> Path | None:
        """The generation to read; None while there is none."""
        try:
            name = (self.path / "current").read_text().strip()
        except FileNotFoundError:
            return None
        return self.path / name

    def begin(self) -> Path:
        """A new, empty folder for a generation that does not serve yet; no name comes twice, even when the
        folder was emptied meanwhile. Clears what earlier attempts left: readers of the generation before
        the serving one have long moved on.
        """
        serving = self.serving
        numbers = [0]
        for old in self.path.glob("g*"):
            numbers.append(int(old.name[1:].partition("-")[0]))
            if old != serving:
                shutil.rmtree(old)
        new = self.path / f"g{max(numbers) + 1}-{secrets.token_hex(4)}"
        new.mkdir()
        return new

    def take_over(self, new: Path) -> None:
        """From now on `new` serves. The one before stays until the next `begin`, for whoever still reads
        it."""
        draft = self.path / "current.new"
        with draft.open("w") as file:
            file.write(new.name)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path / "current")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """The only writer among all processes. The lock is the kernel's and ends with the process that holds
        it."""
        if not self._in_process.acquire(timeout=self.patience):
            raise Busy
        try:
            if self._depth:
                yield
                return
            self.path.mkdir(parents=True, exist_ok=True)
            with (self.path / "lock").open("a") as lock:
                self._wait_for(lock.fileno())
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
        finally:
            self._in_process.release()

    def _wait_for(self, file: int) -> None:
        until = time.monotonic() + self.patience
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    raise Busy from None
                time.sleep(_LOOK_AGAIN)
            else:
                return
