"""How often one machine may ask for what is dear or could be guessed: counted in memory, per process, and forgotten after a minute.

Addresses are kept as a keyed hash. Behind several processes the bound is that many times as high; what must hold exactly is
counted in the database (accounts.limits).
"""

import time
from collections import OrderedDict, deque
from threading import Lock

from flask import request
from werkzeug.exceptions import TooManyRequests

from association.kernel.personal import keyed_hmac

MINUTE = 60.0
MOST_MACHINES = 10_000
"""Kept at once, the longest silent one leaving first."""

_lock = Lock()
_asked: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()


def count(what: str, *, per_minute: int) -> None:
    """Count this request; TooManyRequests (429) when this machine has asked for `what` more often within a minute."""
    key, now = (what, keyed_hmac(request.remote_addr or "")), time.monotonic()
    with _lock:
        times = _asked.pop(key, None) or deque()
        while times and now - times[0] > MINUTE:
            times.popleft()
        if len(times) < per_minute:
            times.append(now)
            refused = False
        else:
            refused = True
        _asked[key] = times
        while len(_asked) > MOST_MACHINES:
            _asked.popitem(last=False)
    if refused:
        raise TooManyRequests


def forget() -> None:
    """Nobody has asked for anything."""
    with _lock:
        _asked.clear()
