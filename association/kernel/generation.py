"""The generation of what visitors see: a word that becomes another one after every commit that may have changed a page.

Who keeps finished pages (kernel.pagecache) keeps them under this word, and so never shows one from before a commit to anybody who can
know of the commit. On one machine it is a small file beside the data, on many a value in Redis. A process that starts writes a
new one, so that a writer killed between its commit and the word leaves nothing old behind, nor does new code.
"""

import os
import secrets
import time
from pathlib import Path
from typing import Any, Protocol

import structlog
from flask import Flask, current_app

from association.kernel import transactions
from association.kernel.settings import Settings

log = structlog.get_logger(__name__)

LONGEST_STALE = 60
"""Seconds a page may be old on other machines when Redis could not be told of a commit."""


class Generation(Protocol):
    """Where the word is kept."""

    def read(self) -> str | None:
        """The word now; None when it cannot be known, and then nothing kept may be shown."""

    def renew(self) -> None:
        """Make it another word."""


class FileGeneration:
    """One machine: a file that is replaced whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str | None:
        try:
            return self._path.read_text()
        except OSError:
            return None

    def renew(self) -> None:
        aside = self._path.with_name(f".{self._path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        try:
            aside.write_text(secrets.token_hex(8))
            aside.replace(self._path)
        except OSError:
            # A full disk must not keep an old page alive: without the file nothing kept is shown.
            aside.unlink(missing_ok=True)
            self._path.unlink(missing_ok=True)
            raise


class RedisGeneration:
    """Many machines. The word also holds the minute: a machine cut off from Redis cannot tell the others of its commits."""

    def __init__(self, url: str) -> None:
        # Only many machines need the client (the extra `many`).
        from redis import Redis  # noqa: PLC0415

        self._redis: Any = Redis.from_url(url, socket_timeout=0.5, socket_connect_timeout=0.5)

    def read(self) -> str | None:
        try:
            word = self._redis.get("yuezhang:generation")
        except Exception:  # noqa: BLE001 - whatever keeps Redis from answering, nothing kept may be shown
            return None
        return f"{word.decode()}.{int(time.time() // LONGEST_STALE)}" if word else None

    def renew(self) -> None:
        self._redis.set("yuezhang:generation", secrets.token_hex(8))


def init_app(app: Flask, settings: Settings) -> Generation:
    """The generation of this site, renewed because a process starts."""
    kept: Generation = (
        RedisGeneration(settings.redis_url)
        if settings.redis_url
        else FileGeneration(settings.data / "generation")
    )
    app.extensions["generation"] = kept
    try:
        kept.renew()
    except Exception:
        log.exception("generation_not_renewed")
    return kept


@transactions.after_commit
def _renew() -> None:
    if transactions.shows():
        current_app.extensions["generation"].renew()
