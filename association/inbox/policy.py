"""Whose letters one may read."""

from typing import Any

from association.kernel.policy import Actor, Permission, grant, signed_in
from association.kernel.words import _l


class P(Permission):
    OPEN = _l("打开自己的信函")
    READ = _l("阅读写给自己的信函")


def _is_theirs(actor: Actor, letter: Any) -> bool:
    """Whoever it was written to."""
    return letter is not None and actor.account_id is not None and letter.account_id == actor.account_id


grant(P.OPEN, signed_in)
grant(P.READ, _is_theirs)
