"""The code shown in the room: it proves that somebody is there now, and is worth nothing soon after.

It is a keyed hash of the session and the stretch of time, so that nothing is kept and nobody can work out the next one. The stretches before and after
count as well: whoever scanned as it changed, or whose server's clock was put right meanwhile, is not turned away.
"""

import hmac
from datetime import date

from association.kernel import clock, dated
from association.kernel.personal import keyed_hmac
from association.training.models import CourseSession

LENGTH = 24


def seconds() -> int:
    """How long one code is shown."""
    return 60 * int(dated.value("training.code_minutes"))


def code_now(row: CourseSession) -> str:
    return _code(row, _stretch())


def _stretch() -> int:
    return int(clock.now().timestamp()) // seconds()


def _code(row: CourseSession, stretch: int) -> str:
    return keyed_hmac(f"training presence:{row.id}:{stretch}")[:LENGTH]


def is_right(row: CourseSession, code: str) -> bool:
    """Shown just now, on a day on which the session is held."""
    near = [_code(row, _stretch() + apart) for apart in (0, -1, 1)]
    shown = any(hmac.compare_digest(one.encode(), code.encode()) for one in near)
    return shown and is_on(row, clock.today())


def is_on(row: CourseSession, day: date) -> bool:
    return day in row.days
