"""A calendar as iCalendar (RFC 5545): what it is, when, where."""

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from association.kernel import clock
from association.training.models import CourseSession, SessionState


def calendar(rows: Iterable[CourseSession], *, name: str, base_url: str) -> str:
    """Every session as an event. A cancelled one stays and says so, so that calendars strike it out."""
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yuezhang//Training//ZH", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}",
    ]  # fmt: skip
    for row in rows:
        lines += _event(row, base_url)
    return "\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR"]) + "\r\n"


def _event(row: CourseSession, base_url: str) -> list[str]:
    url = f"{base_url}/training/{row.course.slug}/"
    host = urlsplit(base_url).hostname
    return [
        "BEGIN:VEVENT", f"UID:training-{row.id}@{host}", f"DTSTAMP:{_moment(clock.now())}", f"DTSTART:{_moment(row.starts_at)}",
        f"DTEND:{_moment(row.ends_at)}", f"SUMMARY:{_text(row.called)}", f"LOCATION:{_text(row.place)}", f"URL:{url}",
        f"STATUS:{'CANCELLED' if row.state is SessionState.CANCELLED else 'CONFIRMED'}", "END:VEVENT",
    ]  # fmt: skip


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    plain = " ".join(text.splitlines())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """At most 75 octets a line, never in the middle of a character."""
    parts, part = [], ""
    for character in line:
        if len((part + character).encode()) > 74:
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join([*parts, part])
