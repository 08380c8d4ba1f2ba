"""Files people hand in: kept by their content, known by their bytes, limited beforehand, and served only
through the policy of what they belong to."""

from association.kernel.attachments.fields import AttachmentField
from association.kernel.attachments.limits import EVIDENCE, PAPERS, SCANS, WORKBOOKS, FileLimits, size_words
from association.kernel.attachments.models import (
    Attachment,
    Named,
    Upload,
    attachments_of,
    of_many,
    remove,
    store,
)
from association.kernel.attachments.owners import owned_by, readable, who_may
from association.kernel.attachments.views import bp, serve

__all__ = [
    "EVIDENCE",
    "PAPERS",
    "SCANS",
    "WORKBOOKS",
    "Attachment",
    "AttachmentField",
    "FileLimits",
    "Named",
    "Upload",
    "attachments_of",
    "bp",
    "of_many",
    "owned_by",
    "readable",
    "remove",
    "serve",
    "size_words",
    "store",
    "who_may",
]
