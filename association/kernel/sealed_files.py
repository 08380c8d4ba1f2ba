"""Files whose bytes lie in the store encrypted under a key of their purpose: neither the store nor a backup of it can be read alone.

The store names a file by the SHA-256 of what lies in it; that of the file itself is the caller's to keep. Equal files are not
told to be equal.
"""

import io
from typing import IO

from association.kernel import files
from association.kernel.files import Kept
from association.kernel.personal import seal, unseal


def keep(stream: IO[bytes], *, purpose: str) -> Kept:
    """As `files.keep`: speaks of the sealed bytes in this transaction."""
    return files.keep(_sealed(stream, purpose))


def park(stream: IO[bytes], *, purpose: str) -> Kept:
    """As `files.park_whole`: nothing speaks of the sealed bytes yet."""
    return files.park_whole(_sealed(stream, purpose))


def read(sha256: str, *, purpose: str) -> bytes:
    """The file itself; FileNotFoundError when the store has lost it, Unreadable under another key."""
    return unseal(files.read(sha256), purpose=purpose)


def _sealed(stream: IO[bytes], purpose: str) -> IO[bytes]:
    stream.seek(0)
    return io.BytesIO(seal(stream.read(), purpose=purpose))
