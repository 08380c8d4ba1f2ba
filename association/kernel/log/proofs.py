"""Proofs: what somebody keeps beside a paper, so that it can be checked against the log when the site is gone.

A proof is plain JSON. `entry` is the text of the log's entry (its UTF-8 bytes are hashed), `path` leads from it to the root that
`checkpoint` signs, `key` is who signed. examples/verify.py checks it with nothing but Python.
"""

import base64
from typing import Any

from association.kernel.audit import LogEntry
from association.kernel.log import merkle, reading, tiles
from association.kernel.log.models import Checkpoint

FORMAT = "yuezhang-proof/1"


def proof_of(entry: LogEntry, checkpoint: Checkpoint) -> dict[str, Any]:
    """That this entry stands in the log a checkpoint over it has signed. ValueError when the checkpoint is older."""
    index = (entry.seq or 0) - 1
    path = merkle.inclusion_proof(tiles.subtrees_of(reading.TilesRead()), index, checkpoint.size)
    return {
        "format": FORMAT,
        "entry": reading.bodies([entry])[0].decode(),
        "index": index,
        "path": [base64.b64encode(step).decode() for step in path],
        "checkpoint": checkpoint.note,
        "key": checkpoint.key,
    }
