"""The search of one running site: its engine, what was answered lately, and the pace of its commits."""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from flask import Flask, current_app

from association.kernel.search.engine import SearchEngine
from association.kernel.search.postgres_engine import PostgresEngine
from association.kernel.search.whoosh_engine import WhooshEngine
from association.kernel.settings import Settings

REMEMBERED = 256
"""Answers kept."""
FRESH = 10.0
"""Seconds an answer may be used again; a change of rows or index ends it earlier."""


@dataclass(slots=True)
class Answers:
    """What was found lately, by question, filters and the state of rows and index. Threads may share it."""

    _kept: OrderedDict[Any, tuple[float, Any]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Any) -> Any | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or not 0 <= time.monotonic() - kept[0] < FRESH:
                return None
            self._kept.move_to_end(key)
            return kept[1]

    def keep(self, key: Any, answer: Any) -> None:
        with self._lock:
            self._kept[key] = (time.monotonic(), answer)
            self._kept.move_to_end(key)
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)


@dataclass(slots=True, kw_only=True)
class Search:
    engine: SearchEngine
    pause: float
    """Seconds between two commits of the index by the worker."""
    answers: Answers = field(default_factory=Answers)
    committed_at: float = float("-inf")

    def wait_for_the_second(self) -> None:
        time.sleep(min(max(0.0, self.committed_at + self.pause - time.monotonic()), self.pause))


def init_app(app: Flask, settings: Settings) -> None:
    engine: SearchEngine
    engine = PostgresEngine() if settings.search_engine == "postgresql" else WhooshEngine(folder_of(settings))
    app.extensions["search"] = Search(engine=engine, pause=0.0 if settings.testing else 1.0)


def folder_of(settings: Settings) -> Path:
    """Where the index on disk is; whoever can write there can make the site run code (Whoosh unpickles)."""
    return settings.data / "index"


def search() -> Search:
    """The search of the site at work."""
    return current_app.extensions["search"]  # type: ignore[no-any-return]
