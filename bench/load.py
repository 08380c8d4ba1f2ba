"""A server in processes of its own, and somebody who asks it one question after another."""

import http.client
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.server import PATIENCE, ROOT, environment, free_port


@contextmanager
def served(target: str, data: Path, **more: str) -> Iterator[int]:
    """`target` (module:factory) under the site's own server with the site's own settings; gives the port."""
    port = free_port()
    command = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--factory", target, "--host", "127.0.0.1",
        "--port", str(port), "--workers", "2", "--blocking-threads", "1", "--no-ws", "--log-level", "error",
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env=environment(data, port, **more), start_new_session=True)
    try:
        _wait(port)
        yield port
    finally:
        os.killpg(server.pid, 15)
        server.wait(PATIENCE)


def _wait(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            ask(port, "/", 1)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server does not answer")


def ask(port: int, path: str, times: int) -> float:
    """Seconds of the median answer of so many over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        taken.append(time.perf_counter() - began)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
    connection.close()
    return statistics.median(taken)


def side_by_side(*questions: tuple[int, str], rounds: int = 9, times: int = 60) -> list[float]:
    """The median second of each (port, path), asked in turns so that a slow moment of the machine slows all of them."""
    for port, path in questions:
        ask(port, path, 20)
    found: list[list[float]] = [[] for _ in questions]
    for _ in range(rounds):
        for n, (port, path) in enumerate(questions):
            found[n].append(ask(port, path, times))
    return [statistics.median(times_) for times_ in found]
