"""Read by every Python process of a journey's site, web workers and worker alike: lets it live so many days later than it is.

All processes must agree to a fraction of a millisecond: a cookie signed by one that is ahead is from the future, and refused, where another reads it.
`travel` begins to count when time is first asked for, so that the distance is measured afterwards and put right.
"""

import datetime as dt
import os

AGREED = 200_000
"""Nanoseconds within which both clocks must have been read for the distance to count."""

if days := os.environ.get("JOURNEY_DAYS_LATER"):
    import time

    import time_machine

    distance = int(days) * 86_400 * 10**9
    traveller = time_machine.travel(dt.timedelta(days=int(days)), tick=True).start()
    really = time_machine.escape_hatch.time.time_ns
    while True:
        before, here, after = really(), time.time_ns(), really()
        if after - before < AGREED:
            break
    traveller.shift((before + distance - here) / 10**9)
