"""A site on two machines, as docs/operations.md says: PostgreSQL, Redis, files they share, nginx before them. What one of them does is true on the other
at once, and one of them may die."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import create_engine, make_url, text

from tests.journeys.server import ROOT, WORK_OFF, environment, flask, free_port, is_ready, until_ready
from tests.mail_server import MailServer
from tests.remote import Unanswered
from tests.robustness.load import Applicant

DEMANDED = bool(os.environ.get("YUEZHANG_DEMAND_ALL"))
SECRETS = {"YUEZHANG_SECRET_KEY": "5" * 64, "YUEZHANG_PERSONAL_KEY": "7" * 64, "YUEZHANG_MODE": "demo"}
PATIENCE = 60


@dataclass
class Machine:
    """A folder of its own, a web process, a worker."""

    data: Path
    port: int
    env: dict[str, str]
    web: subprocess.Popen[bytes] | None = None
    worker: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        bin_ = Path(sys.executable).parent
        self.web = self._runs(
            "web", str(bin_ / "granian"), "--interface", "wsgi", "--factory", "app:create_app", "--host", "127.0.0.1", "--port", str(self.port),
            "--workers", "1", "--blocking-threads", "1", "--no-ws", "--log-level", "warning",
        )  # fmt: skip
        self.worker = self._runs("worker", str(bin_ / "flask"), "work")

    def _runs(self, name: str, *command: str) -> subprocess.Popen[bytes]:
        with (self.data / f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                command, cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True
            )

    def dies(self) -> None:
        """kill -9, of everything on it."""
        for process in (self.web, self.worker):
            if process is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.web = self.worker = None

    def shows(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return str(answer.read().decode())


def program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        if DEMANDED:
            pytest.fail(f"{name} is demanded and not here")
        pytest.skip(f"no {name} here")
    return found


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    """A server of the test's own."""
    port = free_port()
    server = subprocess.Popen(
        [
            program("redis-server"),
            "--port",
            str(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            str(tmp_path),
        ],
        stdout=subprocess.DEVNULL,
    )
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    server.wait(10)


@pytest.fixture
def database(postgres_url: str) -> Iterator[str]:
    """An empty database on the tests' server."""
    server = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    name = f"many_{os.getpid()}"
    with server.connect() as connection:
        connection.execute(text(f"create database {name}"))
    yield make_url(postgres_url).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"drop database {name} with (force)"))
    server.dispose()


@pytest.fixture
def letters() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture
def machines(tmp_path: Path, database: str, redis: str, letters: MailServer) -> Iterator[list[Machine]]:
    """Two of them, with the demo in their database; the keys made on the first were brought to the second."""
    proxy = free_port()
    shared = SECRETS | {
        "YUEZHANG_DATABASE": database, "YUEZHANG_REDIS": redis, "YUEZHANG_FILES": str(tmp_path / "files"), "YUEZHANG_SMTP": letters.url,
        "YUEZHANG_BASE_URL": f"http://127.0.0.1:{proxy}", "YUEZHANG_PROXIES": "1",
    }  # fmt: skip
    made = []
    for name in ("first", "second"):
        data, port = tmp_path / name, free_port()
        data.mkdir()
        made.append(Machine(data, port, environment(data, port) | shared))
    first, second = made
    flask("site", "prepare", env=first.env)
    subprocess.run([sys.executable, "-c", WORK_OFF], cwd=ROOT, env=first.env, capture_output=True, check=True)
    shutil.copytree(first.data / "keys", second.data / "keys")
    letters.accepted.clear()
    for machine in made:
        machine.start()
    yield made
    for machine in made:
        machine.dies()


@pytest.fixture
def door(tmp_path: Path, machines: list[Machine]) -> Iterator[str]:
    """nginx with the file we hand out, at these ports."""
    address = machines[0].env["YUEZHANG_BASE_URL"]
    words = (ROOT / "examples/nginx.conf").read_text()
    for there, here in (
        ("127.0.0.1:8001", machines[0].address), ("127.0.0.1:8002", machines[1].address), ("127.0.0.1:8000", address),
    ):  # fmt: skip
        assert there in words
        words = words.replace(there, here.removeprefix("http://"))
    folder = tmp_path / "nginx"
    folder.mkdir()
    (folder / "nginx.conf").write_text(words)
    command = [program("nginx"), "-p", str(folder), "-c", "nginx.conf", "-g", "daemon off;", "-e", "stderr"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
    for machine in machines:
        until_ready(machine.address, told_by=machine.data / "web.log")
    until_ready(address, told_by=folder / "log")
    yield address
    server.terminate()
    server.wait(10)


@pytest.mark.slow
@pytest.mark.postgresql
@pytest.mark.timeout(900)
def test_what_one_machine_does_is_true_on_the_other_and_one_may_die(
    machines: list[Machine], door: str, letters: MailServer
) -> None:
    first, second = machines

    # Somebody signs in and applies: each request comes to whichever machine is next.
    clerk = Applicant(door, "clerk@aurora.example")
    clerk.sign_in()
    promised = [clerk.apply(serial) for serial in (801, 802, 803)]
    _until(lambda: sum("signer80" in str(m["To"]) for m in letters.messages) == 3)

    # What a visitor reads is kept finished on both; what is withdrawn is gone from both, in list, search, programs' answers and at its address.
    title, path = _newest(first)
    for machine in machines:
        assert title in machine.shows("/bulletins/")
        assert _is_found(machine, title, path)
    issuer = Applicant(door, "issuer@demo.example")
    issuer.sign_in()
    desk = re.search(
        r'href="/desk/notices/(\d+)/"[^>]*>\s*(?:<[^>]*>)*' + re.escape(title), issuer.reads("/desk/notices/")
    )
    assert desk is not None
    assert issuer.sends(f"/desk/notices/notice/{desk[1]}/withdraw/", reason="演示撤回").status == 303
    for machine in machines:
        assert title not in machine.shows("/bulletins/")
        assert title not in json.dumps(json.loads(machine.shows("/api/v1/bulletins")), ensure_ascii=False)
        assert "撤回" in machine.shows(path)
    _until(lambda: not any(_is_found(machine, title, path) for machine in machines))

    # A file written by one is read by the other.
    paper = re.search(r'href="(/bulletins/[^"]+/document\.pdf)"', second.shows(_newest(second)[1]))
    assert paper is not None
    papers = [urllib.request.urlopen(machine.address + paper[1], timeout=20).read() for machine in machines]
    assert papers[0].startswith(b"%PDF")
    assert papers[0] == papers[1]

    # One machine dies with all that ran on it: people go on, and what was promised is kept by the other.
    first.dies()
    promised += [_insists(clerk, serial) for serial in (804, 805)]
    _until(lambda: sum("signer80" in str(m["To"]) for m in letters.messages) == 5)
    assert set(letters.times_by_id.values()) == {1}
    assert len(set(promised)) == 5
    said = flask("log", "verify", env=second.env)
    assert said.returncode == 0

    # It comes back, with what was done meanwhile.
    first.start()
    until_ready(first.address, told_by=first.data / "web.log")
    assert is_ready(door)
    assert title not in first.shows("/bulletins/")


def _newest(machine: Machine) -> tuple[str, str]:
    """Title and address of the newest bulletin."""
    found = json.loads(machine.shows("/api/v1/bulletins"))["items"][0]
    return found["title"], "/" + found["url"].split("/", 3)[3]


def _is_found(machine: Machine, words: str, path: str) -> bool:
    return f'href="{path}' in machine.shows(f"/search?q={quote(words)}")


def _insists(clerk: Applicant, serial: int) -> str:
    """A request that was on its way to the dead machine is not answered; the person presses again."""
    for _ in range(5):
        with contextlib.suppress(Unanswered):
            return clerk.apply(serial)
        time.sleep(0.5)
    raise AssertionError(f"{serial} was never answered")


def _until(holds: object) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.2)
