"""Who beside its maker may watch and read a version: nobody, unless a feature above says so.

A feature registers `opens(actor, version)` in its `init_app`. Whoever stands behind a wall from the work or its maker is never let in,
whatever it answers.
"""

from collections.abc import Callable

from association.footage.models import WorkVersion
from association.kernel.policy import Actor
from association.kernel.walls import is_behind

Opens = Callable[[Actor, WorkVersion], bool]
_opened: list[Opens] = []


def opened_by(opens: Opens) -> Opens:
    """Register one."""
    if opens not in _opened:
        _opened.append(opens)
    return opens


def is_opened_to(actor: Actor, version: WorkVersion) -> bool:
    if actor.is_visitor or is_behind(actor.walls, version):
        return False
    return any(opens(actor, version) for opens in _opened)
