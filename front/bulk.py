"""/data/: everything public as files, made every night and whenever something in them is no longer so, with their checksums.

A set of files lies in a folder of its own, and one small file says which set serves: whoever is stopped half-way has changed nothing. Nothing is handed out
that the pages do not say at this moment: after every commit a file is held against its list again before it is served, and withheld when a line
of it is no longer said so (corrected, withdrawn, masked), until the worker has made the set anew.
"""

import csv
import hashlib
import io
import secrets
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, current_app, g, json, render_template, request
from flask.typing import ResponseReturnValue

from association.kernel import clock, jobs, transactions
from association.kernel.errors import Unknown
from association.kernel.pagecache import uncached
from association.kernel.regular import every
from association.kernel.settings import Settings
from association.kernel.web import public
from association.kernel.words import spoken_in
from front.api import answers
from front.api.licence import licence
from front.api.resources import RESOURCES, Resource, list_of

bp = Blueprint("bulk", __name__, url_prefix="/data")
MAKE = "bulk_files"
SUMS = "SHA256SUMS"
AT_ONCE = 500
FILES = tuple(r for r in RESOURCES if not r.blanks and r.name != "log_entries")
"""The log has files of its own (/log/)."""


def folder() -> Path:
    settings: Settings = current_app.extensions["settings"]
    return settings.data / "bulk"


def serving() -> Path | None:
    """The set that serves."""
    try:
        return folder() / (folder() / "serving").read_text().strip()
    except FileNotFoundError:
        return None


def _lines(resource: Resource) -> Iterator[dict[str, Any]]:
    """Its rows as the API says them to everybody, in Chinese."""
    listing, key = list_of(resource), None
    while rows := listing.after(key, AT_ONCE):
        yield from answers.items_of(resource, listing, rows, {})
        key = listing.key_of(rows[-1])


def _said(resource: Resource) -> list[str]:
    try:
        with current_app.test_request_context("/data/"), spoken_in("zh_Hans"):
            return [json.dumps(line, ensure_ascii=False, sort_keys=False) for line in _lines(resource)]
    finally:
        g.pop("actor", None)


def make() -> None:
    """A new set beside the one that serves; then it serves."""
    made = folder() / f"{clock.today().isoformat()}-{secrets.token_hex(4)}"
    made.mkdir(parents=True)
    sums = []
    for resource in FILES:
        said = _said(resource)
        for ending, words in (("jsonl", "".join(f"{line}\n" for line in said)), ("csv", _table(said))):
            content = words.encode()
            (made / f"{resource.name}.{ending}").write_bytes(content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {resource.name}.{ending}\n")
    (made / SUMS).write_text("".join(sums))
    pointer = folder() / f".{made.name}"
    pointer.write_text(made.name)
    pointer.replace(folder() / "serving")
    for old in folder().iterdir():
        if old.is_dir() and old != made:
            shutil.rmtree(old, ignore_errors=True)


def _table(said: list[str]) -> str:
    rows = [json.loads(line) for line in said]
    names = list(dict.fromkeys(name for row in rows for name in row if name not in ("corrections", "lists")))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return "\ufeff" + text.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    words = "" if value is None else str(value)
    # A table programme must not take words for a formula.
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t", "\r") else words


def is_true(resource: Resource, made: Path) -> bool:
    """Whether everything in its file is said of it still; asked again after every commit."""
    now = f"{current_app.extensions['generation'].read()} {clock.today()} {made.name}"
    known: dict[str, tuple[str, bool]] = current_app.extensions.setdefault(MAKE, {})
    before = known.get(resource.name)
    if before is None or before[0] != now:
        kept = (made / f"{resource.name}.jsonl").read_text().splitlines()
        before = known[resource.name] = (now, set(kept) <= set(_said(resource)))
    return before[1]


@bp.get("/")
@public
@uncached
def index() -> ResponseReturnValue:
    """What there is, how it is checked and under which terms."""
    made = serving()
    lines = (made / SUMS).read_text().splitlines() if made else []
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    sizes = {name: (made / name).stat().st_size for name in sums} if made else {}
    return render_template(
        "front/bulk.html", files=FILES, sums=sums, sizes=sizes, made=made.name[:10] if made else "", licence=licence(), base=answers.base()
    )  # fmt: skip


@bp.get(f"/{SUMS}")
@public
@uncached
def sums() -> ResponseReturnValue:
    """SHA-256 of each file, as sha256sum checks them."""
    made = serving()
    if made is None:
        raise Unknown
    return _answer((made / SUMS).read_bytes(), "text/plain")


@bp.get("/<name>.<any(jsonl, csv):ending>")
@public
@uncached
def file(name: str, ending: str) -> ResponseReturnValue:
    """One list as a file; for a minute or two not there after something in it was withdrawn, masked or corrected."""
    made, resource = serving(), next((r for r in FILES if r.name == name), None)
    if made is None or resource is None:
        raise Unknown
    if not is_true(resource, made):
        answer = Response(
            "The file is being made anew, because something in it has changed.\n", 503, mimetype="text/plain"
        )
        answer.headers["Retry-After"] = "120"
        return answer
    return _answer(
        (made / f"{name}.{ending}").read_bytes(), "application/x-ndjson" if ending == "jsonl" else "text/csv"
    )


def _answer(content: bytes, mimetype: str) -> Response:
    answer = Response(content, mimetype=mimetype)
    answer.headers |= {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}
    answer.set_etag(hashlib.sha256(content).hexdigest()[:32])
    answer.make_conditional(request)
    return answer


def _nothing(_payload: dict[str, Any]) -> None:
    """What is public is read while it is written down."""


def _work(_subject: None) -> None:
    try:
        make()
    finally:
        transactions.rollback()


def _done(_payload: dict[str, Any], _made: None) -> None:
    """The files are there."""


jobs.handles_slowly(MAKE, prepare=_nothing, work=_work, finish=_done, unseen=True)


@every(timedelta(minutes=1), "bulk.files")
def make_again() -> None:
    """At the first look of a day, and where something in the files is no longer so."""
    made = serving()
    if made is None or not made.name.startswith(clock.today().isoformat()):
        jobs.later(MAKE, key=MAKE)
        return
    now = f"{current_app.extensions['generation'].read()} {made.name}"
    if current_app.extensions.get("bulk_looked") != now:
        current_app.extensions["bulk_looked"] = now
        if not all(is_true(resource, made) for resource in FILES):
            jobs.later(MAKE, key=MAKE)
