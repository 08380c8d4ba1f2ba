"""Attachments: limits said and kept, the same bytes once, served only through their owner's policy."""

import dataclasses
import io
import os
import re
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from association.kernel import clock, dated, files
from association.kernel.attachments import (
    SCANS,
    AttachmentField,
    Named,
    attachments_of,
    owners,
    remove,
    store,
)
from association.kernel.attachments.limits import displayed_name, size_words
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.file_types import FileType
from association.kernel.forms import Form
from association.kernel.policy import SYSTEM
from association.kernel.transactions import commit, writing
from tests.kernel.test_file_types import XLSX

PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"


def scan(content: bytes = PDF, name: str = "许可证.pdf") -> Named:
    return Named(name, io.BytesIO(content))


@pytest.fixture
def thing(app):
    """Something files can belong to; any row will do."""
    shutil.rmtree(app.extensions["settings"].files_url, ignore_errors=True)
    with writing():
        yield session.scalars(select(dated.DatedSetting).limit(1)).one()


@pytest.fixture
def thing_id(app) -> int:
    """The same, with no transaction of the test's open."""
    shutil.rmtree(app.extensions["settings"].files_url, ignore_errors=True)
    return session.scalars(select(dated.DatedSetting.id).limit(1)).one()


def on_disk(app) -> list[Path]:
    root = Path(app.extensions["settings"].files_url)
    return [path for path in root.rglob("*") if path.is_file()]


def test_the_same_bytes_lie_on_the_disk_once_and_belong_to_both(app, thing):
    first = store(scan(), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    second = store(scan(name="副本.pdf"), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    assert first.sha256 == second.sha256
    assert [a.name for a in attachments_of(thing, "scan")] == ["许可证.pdf", "副本.pdf"]
    assert len([path for path in on_disk(app) if path.name == first.sha256]) == 1


def test_a_scan_of_thirty_megabytes_is_refused_with_its_size_and_the_limit(thing):
    with pytest.raises(Refused) as caught:
        store(scan(b"%PDF-" + b"0" * 30_000_000), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    assert "28.6 MB" in str(caught.value.sentence)
    assert "20 MB" in str(caught.value.sentence)


def test_a_raised_limit_counts_from_its_day(thing):
    dated.change(
        "attachments.max_megabytes", value=40, basis="样例决定", in_force_from=clock.today(), checked_by="",
        checked_on=None, actor=SYSTEM,
    )  # fmt: skip
    assert SCANS.max_bytes == 40 * 1024 * 1024
    assert "40 MB" in SCANS.sentence()


def test_a_program_called_pdf_is_refused_and_leaves_nothing(app, thing):
    with pytest.raises(Refused) as caught:
        store(scan(b"MZ" + b"\0" * 50), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    assert "许可证.pdf" in str(caught.value.sentence)
    assert attachments_of(thing) == []


def test_a_sheet_where_a_scan_is_wanted_is_told_what_is_taken(thing):
    with pytest.raises(Refused) as caught:
        store(scan(XLSX, "名单.xlsx"), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    assert "Excel" in str(caught.value.sentence)
    assert "PDF" in str(caught.value.sentence)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\扫描\\许可证.pdf", "许可证.pdf"),
        ("报告\u202efdp.exe", "报告fdp.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
        (".pdf", "pdf.pdf"),
        ("", "文件.pdf"),
        ("𠮷" * 300 + ".pdf", "𠮷" * 100 + ".pdf"),
        ("扫描件.PDF", "扫描件.PDF"),
    ],
)
def test_a_name_is_shown_without_folders_tricks_or_a_false_extension(app, typed, shown):
    assert displayed_name(typed, FileType.PDF) == shown


@pytest.mark.parametrize(("size", "words"), [(0, "0 B"), (1536, "1.5 KB"), (20 * 1024 * 1024, "20 MB")])
def test_sizes_read_as_people_count_them(size, words):
    assert size_words(size) == words


def test_a_file_nobody_holds_any_more_goes_after_a_day_and_a_held_one_stays(app, thing):
    held = store(scan(), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    dropped = store(scan(PDF + b"\n%%EOF"), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    remove(dropped)
    session.flush()
    assert files.sweep() == 0
    assert files.sweep(now=clock.now() + timedelta(days=2)) == 1
    assert files.exists(held.sha256)
    assert not files.exists(dropped.sha256)


def test_a_file_of_a_transaction_that_was_undone_is_swept_too(app):
    with writing():
        sha256 = files.park(io.BytesIO(b"left behind"))
    # The disk dates its files by the machine's own clock, which the tests' fixed moment does not move.
    written = app.extensions["settings"].data / "files" / sha256[:2] / sha256[2:4] / sha256
    os.utime(written, (clock.now().timestamp(),) * 2)
    with writing():
        files.sweep(now=clock.now() + timedelta(days=2))
    assert not files.exists(sha256)


def test_a_store_elsewhere_than_in_a_folder_keeps_and_gives_back(app, monkeypatch):
    elsewhere = dataclasses.replace(app.extensions["settings"], files_url="memory://bucket/files")
    monkeypatch.setitem(app.extensions, "settings", elsewhere)
    with writing():
        kept = files.keep(io.BytesIO(b"far away"))
        assert files.read(kept.sha256) == b"far away"
        assert kept.size == 8


def served(visitor, thing, monkeypatch, *, may_read: bool) -> tuple[TestResponse, TestResponse]:
    """The answers for a file that is there and for one that is not."""
    monkeypatch.setitem(owners._owners, "dated_setting", lambda *_who: may_read)
    number = store(scan(), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS).id
    commit()
    there = visitor.get(f"/files/{number}/许可证.pdf", follow=False).answer
    return there, visitor.get(f"/files/{number + 999}/许可证.pdf", follow=False).answer


def test_a_file_is_handed_out_as_a_download_that_no_browser_runs(visitor, thing, monkeypatch):
    answer, _missing = served(visitor, thing, monkeypatch, may_read=True)
    assert answer.status_code == 200
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "filename*=UTF-8''%E8%AE%B8" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "no-store" in answer.headers["Cache-Control"]


def test_to_a_visitor_a_closed_file_and_no_file_look_the_same(visitor, thing, monkeypatch):
    closed, missing = served(visitor, thing, monkeypatch, may_read=False)
    assert closed.status_code == missing.status_code == 302
    assert "/account/login" in closed.location


def test_to_somebody_signed_in_a_closed_file_does_not_exist(as_, thing_id, monkeypatch):
    trainee = as_("trainee")
    with writing():
        thing = session.get_one(dated.DatedSetting, thing_id)
        closed, missing = served(trainee, thing, monkeypatch, may_read=False)
    assert closed.status_code == missing.status_code == 404


def test_a_file_whose_owner_has_not_said_who_may_read_it_is_read_by_nobody(thing):
    attachment = store(scan(), subject=thing, kind="scan", actor=SYSTEM, limits=SCANS)
    assert not owners.readable(attachment, SYSTEM)


def test_what_was_chosen_rightly_need_not_be_chosen_again_when_something_else_was_wrong(app, visitor):
    """Through the field itself: a first post with a good and a bad file, a second with the good one's word
    alone."""
    with app.test_request_context(
        "/x", method="POST", data={"papers": [_posted(PDF, "许可证.pdf"), _posted(b"MZ", "b.pdf")]}
    ):
        first = _Papers(meta={"csrf": False})
        assert not first.validate()
        drawn = str(first.papers())
    words = re.findall(r'name="papers-kept" value="([^"]+)"', drawn)
    assert len(words) == 1
    assert "许可证.pdf" in drawn
    with app.test_request_context("/x", method="POST", data={"papers-kept": words}):
        second = _Papers(meta={"csrf": False})
        assert second.validate()
        assert [(f.filename, f.stream.read()) for f in second.papers.data] == [("许可证.pdf", PDF)]
    with app.test_request_context("/x", method="POST", data={"papers-kept": [words[0] + "x", "nonsense"]}):
        assert _Papers(meta={"csrf": False}).papers.data == []


def test_more_files_than_allowed_are_counted_in_the_sentence(app):
    files_ = [_posted(PDF, f"{n}.pdf") for n in range(6)]
    with app.test_request_context("/x", method="POST", data={"papers": files_}):
        form = _Papers(meta={"csrf": False})
        assert not form.validate()
        assert form.papers.errors == ["选了6个文件，最多5个。"]


class _Papers(Form):
    papers = AttachmentField("材料", multiple=True)


def _posted(content: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


def test_the_same_scan_handed_in_twice_at_once_while_the_store_is_swept_is_kept_for_both(app, thing_id):
    old = clock.now() - timedelta(days=3)
    with writing():
        sha256 = files.keep(io.BytesIO(PDF)).sha256
        session.get_one(files.StoredFile, sha256).seen_at = old
    together = threading.Barrier(3)

    def hand_in() -> None:
        with app.app_context():
            together.wait()
            with writing():
                row = session.get_one(dated.DatedSetting, thing_id)
                store(scan(), subject=row, kind="scan", actor=SYSTEM, limits=SCANS)

    def sweep() -> None:
        with app.app_context():
            together.wait()
            with writing():
                files.sweep()

    threads = [threading.Thread(target=work) for work in (hand_in, hand_in, sweep)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    session.rollback()
    assert len(attachments_of(session.get_one(dated.DatedSetting, thing_id))) == 2
    assert files.read(sha256) == PDF
