"""Read by every Python process of a journey's site, web workers and worker alike: lets it live so many days later than it is."""

import datetime as dt
import os

if days := os.environ.get("JOURNEY_DAYS_LATER"):
    import time_machine

    moment = dt.datetime.now(dt.UTC) + dt.timedelta(days=int(days))
    time_machine.travel(moment, tick=True).start()
