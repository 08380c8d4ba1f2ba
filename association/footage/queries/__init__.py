"""Named reads of versions, files and viewings."""

from association.footage.queries.files import (
    file_count,
    files_of,
    files_of_many,
    latest,
    next_number,
    page_of_script,
    same_file,
    subtitles_for,
    versions_of,
)
from association.footage.queries.viewings import Seen, seen, seen_by_many, viewings_of_work, views_counted

__all__ = [
    "Seen",
    "file_count",
    "files_of",
    "files_of_many",
    "latest",
    "next_number",
    "page_of_script",
    "same_file",
    "seen",
    "seen_by_many",
    "subtitles_for",
    "versions_of",
    "viewings_of_work",
    "views_counted",
]
