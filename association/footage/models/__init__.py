"""Facts of footage: versions of a work, their files, the pages of a script, and who has watched what."""

from association.footage.models.file import ANY_KIND, FileKind, Reading, ScriptPage, WorkFile
from association.footage.models.version import WorkVersion
from association.footage.models.viewing import Viewing

__all__ = ["ANY_KIND", "FileKind", "Reading", "ScriptPage", "Viewing", "WorkFile", "WorkVersion"]
