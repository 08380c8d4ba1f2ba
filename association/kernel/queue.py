"""The bell between web and worker. Huey carries nothing but "look at your rows": a lost ring loses no work."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask
from huey import Huey, RedisHuey, SqliteHuey
from huey.serializer import SignedSerializer

from association.kernel import jobs
from association.kernel.settings import Settings

NAME = "yuezhang"
LOOK = "look"


@lru_cache(maxsize=4)
def _bell(data: Path, redis_url: str | None, secret: str) -> Huey:
    # What comes off the queue is unpickled, and others may reach a shared Redis.
    signed = SignedSerializer(secret=secret)
    if redis_url:
        # A Redis that does not answer must not hold up whoever has just committed.
        patience = ("&" if "?" in redis_url else "?") + "socket_connect_timeout=1&socket_timeout=3"
        return RedisHuey(NAME, url=redis_url + patience, results=False, read_timeout=1, serializer=signed)
    # A ring may be lost in a power cut without harm, so it need not wait for the disk.
    return SqliteHuey(
        NAME, filename=str(data / "huey.db"), results=False, fsync=False, timeout=1, serializer=signed
    )


def of(settings: Settings) -> Huey:
    """The queue of this site: SQLite beside the data, or Redis for many machines."""
    return _bell(settings.data, settings.redis_url, settings.secret_key)


def bell(settings: Settings) -> Callable[[], Any]:
    """What rings: one ring is enough however many commits wait."""
    huey = of(settings)
    look = _task(huey)

    def ring() -> None:
        if huey.pending_count() == 0:
            look()

    return ring


@lru_cache(maxsize=4)
def _task(huey: Huey) -> Callable[[], Any]:
    return huey.task(name=LOOK)(_look)  # type: ignore[no-any-return]


def _look() -> None:
    """The worker takes the ring itself; the task is only its name."""


def init_app(app: Flask) -> None:
    """Ring after every commit that promised work."""
    settings: Settings = app.extensions["settings"]
    if not settings.testing:
        jobs.wake_with(bell(settings))
