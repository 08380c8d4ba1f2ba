"""What has changed, for those who keep a copy: one line for each item, numbered anew whenever the item changes; what is gone leaves a
tombstone. The worker looks at every list as a visitor does, so that a copy follows whatever the pages show, for whatever reason.

The log's entries are not among them: they are never changed, and have a follower of their own (examples/follow_log.py).
"""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from flask import current_app, g, json
from sqlalchemy import String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from association.kernel import clock, jobs, transactions, visitor
from association.kernel.db import Key, Model, Prose, Word, session
from association.kernel.regular import every
from association.kernel.words import spoken_in
from front.api import answers
from front.api.resources import RESOURCES, Resource, list_of

LOOK = "api_changes"
LEFT_OUT = "log_entries"
AT_ONCE = 200
REST = 9.0
"""A look is followed by a rest so many times as long: of a large register it takes no more than a tenth of the worker's time."""
EVERY = timedelta(minutes=1)
RESTS_UNTIL = "api_changes_rest"
CREATED, CHANGED, CORRECTED, WITHDRAWN, MASKED = "created", "changed", "corrected", "withdrawn", "masked"
GONE = (WITHDRAWN, MASKED)


class ItemChange(Model):
    """The newest change of one item: `change` says which, `number` grows over all items together. No content is kept, only its hash."""

    __tablename__ = "api_change"
    unseen: ClassVar[bool] = True

    id: Mapped[Key]
    number: Mapped[int] = mapped_column(unique=True)
    resource: Mapped[Word]
    item: Mapped[str] = mapped_column(String(500), unique=True)
    """Its path in the API."""
    page: Mapped[Prose]
    """The path of the page for people."""
    sha256: Mapped[str] = mapped_column(String(64))
    corrections: Mapped[int] = mapped_column(default=0)
    change: Mapped[Word]
    at: Mapped[datetime] = mapped_column(default=clock.now)


@dataclass(frozen=True, slots=True)
class Seen:
    resource: str
    page: str
    sha256: str
    corrections: int


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that is public now, and the change of what was and is not any more: by path."""

    seen: dict[str, Seen]
    gone: dict[str, str]


def after(number: int, limit: int) -> list[ItemChange]:
    rows = select(ItemChange).where(ItemChange.number > number).order_by(ItemChange.number)
    return list(session.scalars(rows.limit(limit)))


def _known(_payload: dict[str, Any]) -> dict[str, str]:
    """Items that were there at the last look, with their pages."""
    rows = select(ItemChange.item, ItemChange.page).where(ItemChange.change.not_in(GONE))
    return {row.item: row.page for row in session.execute(rows)}


def _look(known: dict[str, str]) -> Look:
    began = time.thread_time()
    try:
        with current_app.test_request_context("/api/v1/changes"), spoken_in("zh_Hans"):
            seen = dict(_everything())
    finally:
        g.pop("actor", None)
        transactions.rollback()
    gone = {
        item: WITHDRAWN if visitor.asks(page.partition("#")[0]).status_code == 200 else MASKED
        for item, page in known.items()
        if item not in seen
    }
    rest = (time.thread_time() - began) * REST
    if rest > EVERY.total_seconds():
        current_app.extensions[RESTS_UNTIL] = time.monotonic() + rest
    return Look(seen, gone)


def _everything() -> Iterator[tuple[str, Seen]]:
    waiting: list[tuple[Resource, dict[str, Any]]] = [
        (r, {}) for r in RESOURCES if not r.blanks and r.name != LEFT_OUT
    ]
    while waiting:
        resource, blanks = waiting.pop()
        listing, key = list_of(resource, **blanks), None
        while rows := listing.after(key, AT_ONCE):
            for said in answers.items_of(resource, listing, rows, blanks):
                page = said["url"].removeprefix(answers.base())
                waiting += answers.beneath(resource, page)
                words = json.dumps({**said, "lists": None}, sort_keys=True)
                digest = hashlib.sha256(words.encode()).hexdigest()
                yield (
                    said["self"].removeprefix(answers.base()),
                    Seen(resource.name, page, digest, len(said["corrections"])),
                )
            key = listing.key_of(rows[-1])


def _note(_payload: dict[str, Any], look: Look) -> None:
    """Number what differs from the last look. Of what is as it was only a line is read, however large the register."""
    kept = {row.item: row for row in session.execute(select(*_LINE))}
    found = {item: _change(kept.get(item), seen) for item, seen in look.seen.items()}
    changed = {item: change for item, change in found.items() if change} | look.gone
    number = session.scalar(select(func.max(ItemChange.number))) or 0
    items = list(changed)
    for start in range(0, len(items), AT_ONCE):
        some = items[start : start + AT_ONCE]
        rows = {row.item: row for row in session.scalars(select(ItemChange).where(ItemChange.item.in_(some)))}
        for item in some:
            number += 1
            row = rows.get(item) or ItemChange(item=item)
            session.add(row)
            row.number, row.change, row.at = number, changed[item], clock.now()
            if seen := look.seen.get(item):
                row.resource, row.page = seen.resource, seen.page
                row.sha256, row.corrections = seen.sha256, seen.corrections
            else:
                row.sha256 = ""
        session.flush()


_LINE = (ItemChange.item, ItemChange.change, ItemChange.sha256, ItemChange.corrections)


def _change(row: Any, seen: Seen) -> str | None:
    if row is None or row.change in GONE:
        return CREATED
    if row.sha256 == seen.sha256:
        return None
    return CORRECTED if seen.corrections > row.corrections else CHANGED


jobs.handles_slowly(LOOK, prepare=_known, work=_look, finish=_note, unseen=True)


@every(EVERY, "api.changes")
def look_again() -> None:
    """Where something was committed, or a day has begun, since the last look; not while the worker rests from a long one."""
    if time.monotonic() < current_app.extensions.get(RESTS_UNTIL, 0):
        return
    word = f"{current_app.extensions['generation'].read()} {clock.today()}"
    if current_app.extensions.get(LOOK) != word:
        current_app.extensions[LOOK] = word
        jobs.later(LOOK, key=LOOK)
