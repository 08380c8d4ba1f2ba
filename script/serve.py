"""Web and worker under one roof: starts both, says where the site is when it answers, stops both together."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
PORT = os.environ["PORT"]
ADDRESS = f"http://127.0.0.1:{PORT}"
COMMANDS = {
    "web": [
        str(BIN / "granian"), "--interface", "wsgi", "--factory", "app:create_app", "--host", "127.0.0.1", "--port", PORT,
        "--workers", "2", "--blocking-threads", "1", "--no-ws", "--log-level", "warning", "--respawn-failed-workers",
    ],
    "worker": [str(BIN / "flask"), "work"],
}  # fmt: skip
PATIENCE = 10.0
"""Seconds a process gets to finish what it has in hand."""

DEMO = """演示账户，密码都是 yuezhang-demo：
  协会  editor reviewer issuer legal registrar auditor admin admin2 …（@demo.example）
  单位  signer@aurora.example clerk@aurora.example signer@borealis.example signer@newcomer.example …
  专家与学员  expert1@demo.example trainee@demo.example
  其余见 README.md"""
LIVE = "第一位管理员：.venv/bin/flask users create --admin"


def start(name: str) -> subprocess.Popen[bytes]:
    """A process in a group of its own, so that nothing of it is left behind."""
    return subprocess.Popen(COMMANDS[name], cwd=ROOT, start_new_session=True)


def stop(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """End both, gently first; what is still there after a while is killed with everything it started."""
    for process in running.values():
        _signal(process, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    for process in running.values():
        try:
            process.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            print(f"pid {process.pid} did not end in {PATIENCE:.0f} s and is killed", file=sys.stderr)
        _signal(process, signal.SIGKILL)
        process.wait()


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        return


def answers(path: str) -> bool:
    try:
        with urllib.request.urlopen(ADDRESS + path, timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def say_where() -> None:
    mode = (Path(os.environ["YUEZHANG_DATA"]) / "mode").read_text().strip()
    print(f"\n约章 Yuezhang: {ADDRESS}\n{DEMO if mode == 'demo' else LIVE}\nCtrl-C 停止\n", flush=True)


def main() -> int:
    ending = threading.Event()
    # Both said outright: a shell starts what it puts into the background with SIGINT ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: ending.set())
    running = {name: start(name) for name in COMMANDS}
    told = False
    try:
        while not ending.wait(0.5 if told else 0.05):
            if not told and answers("/healthz"):
                say_where()
                told = True
            for name, process in running.items():
                if process.poll() is None:
                    continue
                if name == "web" and not told:
                    return process.returncode or 1  # it never answered: a port in use, a wrong setting
                # Killed, or given up by Granian, which ends when one of its processes dies twice within seconds. What either
                # had in hand is in rows, so it simply starts again, without what is left of its group.
                _signal(process, signal.SIGKILL)
                running[name] = start(name)
                ending.wait(1)
        return 0
    finally:
        stop(running)


if __name__ == "__main__":
    sys.exit(main())
