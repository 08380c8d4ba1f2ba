"""Web and worker under one roof: starts both, says where the site is when it answers, stops both together."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
PORT = os.environ["PORT"]
ADDRESS = f"http://127.0.0.1:{PORT}"


def start() -> dict[str, subprocess.Popen[bytes]]:
    """The two processes, each in a group of its own so that nothing of it is left behind."""
    web = [
        str(BIN / "granian"), "--interface", "wsgi", "--factory", "app:create_app", "--host", "127.0.0.1", "--port", PORT,
        "--workers", "2", "--blocking-threads", "1", "--no-ws", "--log-level", "warning", "--respawn-failed-workers",
    ]  # fmt: skip
    worker = [str(BIN / "flask"), "work"]
    return {
        name: subprocess.Popen(command, cwd=ROOT, start_new_session=True)
        for name, command in (("web", web), ("worker", worker))
    }


def stop(running: dict[str, subprocess.Popen[bytes]]) -> None:
    for process in running.values():
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
    deadline = time.monotonic() + 10
    for process in running.values():
        try:
            process.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def answers(path: str) -> bool:
    try:
        with urllib.request.urlopen(ADDRESS + path, timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def say_where() -> None:
    mode = (Path(os.environ["YUEZHANG_DATA"]) / "mode").read_text().strip()
    print(f"\n约章 Yuezhang: {ADDRESS}")
    if mode == "demo":
        print(
            "演示账户（密码 yuezhang-demo）: editor reviewer issuer legal registrar admin admin2 auditor @demo.example,"
        )
        print(
            "signer@aurora.example clerk@aurora.example signer@borealis.example signer@newcomer.example expert1@demo.example trainee@demo.example"
        )
    else:
        print("第一位管理员: .venv/bin/flask users create --admin")
    print("Ctrl-C 停止\n", flush=True)


def main() -> int:
    running = start()

    def leave(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, leave)
    told = False
    try:
        while True:
            if not told and answers("/healthz"):
                say_where()
                told = True
            if running["web"].poll() is not None:
                return running["web"].returncode or 1
            if running["worker"].poll() is not None:
                # It recycles itself now and then, and may have been killed: its work is in rows, so it simply starts again.
                running["worker"] = subprocess.Popen(
                    [str(BIN / "flask"), "work"], cwd=ROOT, start_new_session=True
                )
            time.sleep(0.1 if not told else 0.5)
    except KeyboardInterrupt:
        return 0
    finally:
        stop(running)


if __name__ == "__main__":
    sys.exit(main())
