"""Uploads nobody goes on with are cleared away."""

from datetime import timedelta

from sqlalchemy import select

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.regular import every
from association.kernel.uploads.models import Upload, UploadState
from association.kernel.uploads.receiving import end


def kept_until(upload: Upload) -> object:
    """When it goes, unless something comes."""
    return upload.touched_at + timedelta(hours=int(dated.value("uploads.kept_hours")))


@every(timedelta(hours=1), "uploads.clear")
def clear() -> int:
    """What has not been touched for the set time, and is not just being looked at; returns how many."""
    before = clock.now() - timedelta(hours=int(dated.value("uploads.kept_hours")))
    old = select(Upload).where(Upload.touched_at < before, Upload.state != UploadState.WHOLE)
    found = list(session.scalars(old.order_by(Upload.id).limit(500)))
    for upload in found:
        end(upload)
    return len(found)
