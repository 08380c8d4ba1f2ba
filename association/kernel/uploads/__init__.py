"""Uploads that resume after a cut: tus 1.0 (core, creation, checksum, termination, expiration) over the site's own files.

What is received lies in the store piece by piece, each spoken of by a row, so that whatever was answered survives a cut line, a killed
server and another machine. Whole, it waits in quarantine: the worker puts the pieces together, looks at the bytes, and only then hands it to
what it was meant for. A feature says once what may be uploaded to its subjects::

    uploads.taken_by("work_version", uploads.Taker(limits=…, check=…, take=…))
"""

from association.kernel.uploads import clearing, putting_together
from association.kernel.uploads.models import Upload, UploadState, uploads_to
from association.kernel.uploads.receiving import begin, end, receive, resumed
from association.kernel.uploads.takers import Taker, Whole, taken_by
from association.kernel.uploads.views import bp

# Imported for their work.
_PRESENT = (clearing, putting_together)

__all__ = [
    "Taker",
    "Upload",
    "UploadState",
    "Whole",
    "begin",
    "bp",
    "end",
    "receive",
    "resumed",
    "taken_by",
    "uploads_to",
]
