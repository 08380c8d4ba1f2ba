"""Keys the site makes for itself: files of the data folder, made whole or not at all, and once."""

import os
from pathlib import Path


def write_once(path: Path, content: bytes) -> None:
    """Whole, mode 600, and never over what another process has made meanwhile."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
