"""The public log as a Merkle log that anybody can hold to its word: C2SP tlog-tiles with signed checkpoints.

An entry of the log (kernel.audit) is a leaf, its bytes what the chain hashes. The worker brings new entries into the tree and signs a
checkpoint (`growing`); addresses under /log/ (front.log) hand out both. merkle, tiles and notes are arithmetic on bytes · key who
signs · papers files the log speaks of, exports those of public lists · reading what is handed out · checking whether history still is what was signed.
"""

from flask import Flask

from association.kernel import events, planting
from association.kernel.documents import DocumentMade
from association.kernel.log import commands, exports, growing, papers
from association.kernel.log.checking import Fault, first_fault
from association.kernel.log.models import Checkpoint
from association.kernel.log.reading import newest

__all__ = ["Checkpoint", "Fault", "first_fault", "newest"]

# Imported for the work it handles.
_PRESENT = (exports, growing)


def init_app(app: Flask) -> None:
    events.subscribe(DocumentMade, papers.hear)
    planting.also(papers.enter_earlier)
    app.cli.add_command(commands.log)
