"""The bell between web and worker. Huey carries nothing but "look at your rows": a lost ring loses no work."""

from functools import lru_cache
from pathlib import Path

from flask import Flask
from huey import Huey, RedisHuey, SqliteHuey

from association.kernel import jobs
from association.kernel.settings import Settings

NAME = "yuezhang"


@lru_cache(maxsize=4)
def bell(data: Path, redis_url: str | None) -> Huey:
    """The queue of this site: SQLite beside the data, or Redis for many machines."""
    if redis_url:
        return RedisHuey(NAME, url=redis_url, results=False)
    # A ring may be lost in a power cut without harm, so it need not wait for the disk.
    return SqliteHuey(NAME, filename=str(data / "huey.db"), results=False, fsync=False, timeout=2)


def of(settings: Settings) -> Huey:
    return bell(settings.data, settings.redis_url)


LOOK = "look"


def init_app(app: Flask) -> None:
    """Ring after every commit that promised work."""
    settings: Settings = app.extensions["settings"]
    if settings.testing:
        return
    huey = of(settings)
    look = huey.task(name=LOOK)(_look)
    jobs.wake_with(lambda: _ring(huey, look))


def _ring(huey: Huey, look: object) -> None:
    # One ring is enough however many are waiting.
    if huey.pending_count() == 0:
        look()  # type: ignore[operator]


def _look() -> None:
    """Replaced by the worker's own work; the web only names the task."""
