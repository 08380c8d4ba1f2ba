"""The index on disk: order, damage, and processes that die."""

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
from datetime import date, timedelta
from pathlib import Path

import pytest

from association.kernel.search.analysis import ask
from association.kernel.search.engine import RANKED, Damaged, Document
from association.kernel.search.whoosh_engine import WhooshEngine

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 1, 1)


def document(key: str, title: str = "", body: str = "", *, day: int = 0) -> Document:
    return Document(
        key=key,
        version=1,
        kind="rule",
        audience="public",
        dated_on=DAY + timedelta(day),
        title=title,
        body=body,
    )


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def engine(folder):
    return WhooshEngine(folder)


def in_another_process(script: str, folder: Path, *, flags: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """A process of its own with the engine at hand; it says what it does on its output."""
    start = f"""
        import sys, time, datetime
        from pathlib import Path
        from association.kernel.search.engine import Document
        from association.kernel.search.whoosh_engine import WhooshEngine
        engine = WhooshEngine(Path({str(folder)!r}))
        def document(key, title):
            return Document(key=key, version=1, kind="rule", audience="public", dated_on=datetime.date(2026, 1, 1),
                            title=title, body="样例" * 100)
        def say(word):
            print(word, flush=True)
    """
    code = textwrap.dedent(start) + textwrap.dedent(script)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, *flags, "-c", code]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)


def opened_in(folder: Path) -> list[str]:
    """The files of the folder this process holds open."""
    held = []
    for handle in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # the handle of this look itself
            held.append(str(handle.readlink()))
    return sorted(name for name in held if name.startswith(str(folder)))


def kill_after(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == word:
            break
    else:
        pytest.fail(f"the process ended without saying {word}")
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def test_a_rebuild_killed_in_the_middle_leaves_the_old_index_and_no_lock(engine, folder):
    engine.apply(put=[document("a", "晨曦")])
    script = """
        def endless():
            for n in range(10**9):
                yield document(f"n{n}", "北辰")
                if n == 300:
                    say("half")
        engine.rebuild(endless())
    """
    kill_after(in_another_process(script, folder), "half")
    assert WhooshEngine(folder).contents() == {"a": 1}
    assert engine.find(ask("晨曦"), limit=9).keys == ("a",)
    engine.apply(put=[document("b", "晨曦")])
    engine.rebuild([document("c", "晨曦")])
    assert engine.contents() == {"c": 1}
    assert len(list(folder.glob("g*"))) == 2  # the one that serves and the one before; the torso is gone


def test_a_writer_killed_at_any_moment_leaves_every_finished_change(engine, folder):
    engine.apply(put=[document("a", "晨曦")])
    script = """
        for n in range(10**9):
            engine.apply(put=[document(f"n{n}", "北辰")])
            say(f"done {n}")
    """
    for last in (2, 5):
        kill_after(in_another_process(script, folder), f"done {last}")
        held = WhooshEngine(folder, patience=5.0)
        assert {f"n{n}" for n in range(last + 1)} | {"a"} <= set(held.contents())
        held.apply(put=[document("after", "南辰")])
        assert held.find(ask("南辰"), limit=9).keys == ("after",)


def test_an_index_that_cannot_be_read_is_called_damaged_and_can_be_rebuilt(engine, folder):
    engine.apply(put=[document(f"k{n}", "晨曦") for n in range(5)])
    for file in next(folder.glob("g*")).iterdir():
        file.write_bytes(file.read_bytes()[:10])
    fresh = WhooshEngine(folder)
    with pytest.raises(Damaged):
        fresh.contents()
    with pytest.raises(Damaged):
        fresh.find(ask("晨曦"), limit=5)
    with pytest.raises(Damaged):
        fresh.apply(put=[document("x", "晨曦")])
    fresh.rebuild([document("x", "晨曦")])
    assert fresh.contents() == {"x": 1}


@pytest.mark.parametrize("gone", ["*.trm", "*.pst", "*.toc"])
def test_a_file_that_goes_while_the_index_is_opened_leaves_no_other_open(engine, folder, gone):
    engine.apply(put=[document("a", "晨曦")])
    next(next(folder.glob("g*")).glob(gone)).unlink()
    before = opened_in(folder)
    with pytest.raises(Damaged):
        WhooshEngine(folder).contents()
    assert opened_in(folder) == before


def test_an_index_thrown_away_while_it_is_open_begins_anew(engine, folder):
    import shutil

    engine.apply(put=[document("a", "晨曦")])
    shutil.rmtree(folder)
    engine.apply(put=[document("b", "晨曦")])
    assert engine.contents() == {"b": 1}
    assert engine.find(ask("晨曦"), limit=9).keys == ("b",)


def test_few_hits_are_ranked_title_before_text_and_often_before_once(engine):
    filler = "其他事项" * 20
    engine.apply(
        put=[
            document("once", "公告", "提到晨曦一次" + filler, day=3),
            document("often", "公告", "晨曦、晨曦、晨曦" + filler, day=2),
            document("title", "晨曦样例影视", filler, day=1),
            *(document(f"other{n}", "公告", filler) for n in range(20)),
        ]
    )
    hits = engine.find(ask("晨曦"), limit=9)
    assert hits.keys == ("title", "often", "once")
    assert hits.ranked


def test_very_many_hits_come_newest_first_and_say_so(engine):
    count = RANKED + 1
    engine.rebuild(document(f"k{n}", "晨曦" if n else "晨曦晨曦", day=n) for n in range(count))
    hits = engine.find(ask("晨曦"), limit=3)
    assert hits.keys == (f"k{count - 1}", f"k{count - 2}", f"k{count - 3}")
    assert hits.more
    assert not hits.ranked


def test_whoosh_is_imported_and_used_under_warnings_as_errors(folder, tmp_path):
    script = """
        for n in range(6):
            engine.apply(put=[document(f"k{n}", "晨曦")])
        from association.kernel.search.analysis import ask
        assert len(engine.find(ask("晨曦"), limit=9).keys) == 6
        say("fine")
    """
    # A cache of its own, so that everything of Whoosh is compiled and warns as on a first start.
    flags = ("-X", f"pycache_prefix={tmp_path / 'compiled'}", "-W", "error")
    process = in_another_process(script, folder, flags=flags)
    said, _ = process.communicate(timeout=120)
    assert said.split() == ["fine"]
