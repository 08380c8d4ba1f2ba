"""The site as a newcomer starts it: script/serve.py on a folder of its own, web and worker as processes."""

import fcntl
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0
"""Seconds until a site must be ready, or a letter there."""


@dataclass(frozen=True, slots=True)
class LiveSite:
    """A running site: where it answers, and the folder that holds all of it."""

    address: str
    data: Path

    def letter_to(self, address: str, *, about: str) -> str:
        """The text of the newest letter to this address whose subject has these words; waits for it."""
        return _until(lambda: self._newest(address, about), f"letter “{about}” to {address}")

    def link_in_letter_to(self, address: str, *, about: str) -> str:
        """The path of the first link of that letter."""
        found = re.search(r"https?://[^/\s]+(/\S*)", self.letter_to(address, about=about))
        if found is None:
            raise LookupError(f"no link in “{about}”")
        return found[1]

    def _newest(self, address: str, about: str) -> str | None:
        letters = [
            _read(path)
            for path in sorted((self.data / "mail").glob("*.eml"), key=lambda p: p.stat().st_mtime)
        ]
        texts = [m.get_content() for m in letters if address in str(m["To"]) and about in str(m["Subject"])]
        return texts[-1] if texts else None


def _read(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)  # type: ignore[return-value]


def _until(look: Callable[[], Any], what: str) -> Any:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if (found := look()) is not None:
            return found
        time.sleep(0.05)
    raise TimeoutError(what)


def environment(data: Path, port: int, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("YUEZHANG_")}
    return (
        kept
        | {"YUEZHANG_DATA": str(data), "PORT": str(port), "YUEZHANG_BASE_URL": f"http://127.0.0.1:{port}"}
        | more
    )


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def flask(*words: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """One of the site's own commands."""
    command = [sys.executable, "-m", "flask", *words]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600, check=True)


def is_ready(address: str) -> bool | None:
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=2) as answer:
            return True if answer.status == 200 else None
    except (urllib.error.URLError, OSError):
        return None


def until_ready(address: str, *, told_by: Path | None = None) -> None:
    """Wait until the site answers as ready; a TimeoutError says what its log said last."""
    try:
        _until(lambda: is_ready(address), "readiness")
    except TimeoutError as late:
        raise TimeoutError(told_by.read_text()[-2000:] if told_by else address) from late


WORK_OFF = """
from app import create_app
from association.kernel import worker
with create_app().app_context():
    while worker.look():
        pass
"""


def prepare(data: Path, *, mode: str) -> None:
    """An empty folder becomes a site that can be served; the demo's letters and papers are all there."""
    data.mkdir(parents=True)
    (data / "mode").write_text(f"{mode}\n")
    env = environment(data, free_port())
    flask("site", "prepare", env=env)
    if mode == "demo":
        subprocess.run([sys.executable, "-c", WORK_OFF], cwd=ROOT, env=env, capture_output=True, check=True)


def copied_demo(data: Path, shared: Path) -> Path:
    """The demo in this folder: told by whichever process of the run comes first, copied from there by the others."""
    with (shared / "told.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "told").exists():
            prepare(shared / "telling", mode="demo")
            (shared / "telling").rename(shared / "told")
    return Path(shutil.copytree(shared / "told", data))


def processes_of(site: LiveSite) -> dict[int, str]:
    """Every process of this site with what it was started with; not the one that minds them."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            environ = (entry / "environ").read_bytes()
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if f"YUEZHANG_DATA={site.data}\0".encode() in environ and b"serve.py" not in command:
            found[int(entry.name)] = command.replace(b"\0", b" ").decode()
    return found


@contextmanager
def running(data: Path, *, days_later: int = 0) -> Iterator[LiveSite]:
    """Started, ready; stopped at the end, with nothing left behind. `days_later`: as if it were so many days on."""
    port = free_port()
    env = environment(data, port)
    if days_later:
        env |= {"JOURNEY_DAYS_LATER": str(days_later), "PYTHONPATH": str(ROOT / "tests/journeys/later")}
    with (data / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "script/serve.py"], cwd=ROOT, env=env, stdout=log, stderr=log
        )
    site = LiveSite(f"http://127.0.0.1:{port}", data)
    try:
        until_ready(site.address, told_by=data / "server.log")
        _until(lambda: site.address in (data / "server.log").read_text() or None, "the word where it is")
        yield site
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
