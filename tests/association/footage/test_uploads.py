"""Uploads that resume: what was answered is true, whatever breaks; what cannot be taken is said in words."""

import hashlib
import random
from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from association.footage.models import WorkFile
from association.kernel import clock, files, jobs, uploads
from association.kernel.db import session
from association.kernel.transactions import writing
from association.kernel.uploads import clearing
from association.kernel.uploads.models import Upload, UploadPiece, UploadState
from tests import cast
from tests.association.footage import reels
from tests.association.works import works

MB = 1024 * 1024


@pytest.fixture
def firm(app: Flask) -> cast.Firm:
    return cast.verified()


def test_64_megabytes_broken_off_three_times_arrive_intact(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm).id
    film = reels.WEBM + random.Random(64).randbytes(64 * MB - len(reels.WEBM))
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    begun = tus.begin(v, "第一集.webm", len(film))
    assert begun.status_code == 201, begun.text
    url, place, cuts = begun.location, 0, [10 * MB + 17, 25 * MB + 1, 50 * MB + 4095]
    for cut in [*cuts, len(film)]:
        while place < cut:
            # The line breaks inside a piece: what came through counts, and the server says how much that is.
            piece = film[place : min(place + 4 * MB, cut)]
            assert tus.piece(url, place, piece, checked=cut == len(film)).status_code == 204
            # Signed in anew, in another browser, on another day: HEAD says where to go on.
            told = tus.ask("HEAD", url)
            place = int(told.headers["Upload-Offset"])
            assert int(told.headers["Upload-Length"]) == len(film)
    assert session.query(WorkFile).count() == 0  # quarantined until somebody has looked at the bytes
    jobs.run_due()
    file = session.query(WorkFile).one()
    assert file.sha256 == hashlib.sha256(film).hexdigest()
    assert (file.size, file.name, file.episode) == (64 * MB, "第一集.webm", 1)
    assert session.query(UploadPiece).count() == 0
    assert session.query(Upload).one().state is UploadState.TAKEN


def test_of_a_line_that_breaks_what_came_through_is_kept(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm).id
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    url = tus.begin(v, "a.webm", len(reels.WEBM)).location
    half = reels.WEBM[:5000]
    answer = tus.piece(url, 0, half, Content_Length=str(len(reels.WEBM)))
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "5000")
    assert tus.piece(url, 5000, reels.WEBM[5000:]).headers["Upload-Offset"] == str(len(reels.WEBM))
    jobs.run_due()
    assert session.query(WorkFile).one().sha256 == hashlib.sha256(reels.WEBM).hexdigest()


def test_a_wrong_place_a_damaged_piece_and_too_many_bytes_change_nothing_and_say_so(
    app: Flask, firm: cast.Firm
) -> None:
    v = reels.version(firm).id
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    url = tus.begin(v, "a.webm", 100).location
    wrong = tus.piece(url, 50, b"x" * 50)
    assert (wrong.status_code, wrong.text) == (
        409,
        "应从第0字节接着传，收到的却从第50字节开始。请刷新后继续。",
    )
    damaged = tus.piece(url, 0, b"x" * 50, Upload_Checksum="sha256 AAAA")
    assert (damaged.status_code, damaged.text) == (460, "这一段在路上有损坏，没有收下，请重传这一段。")
    assert tus.piece(url, 0, b"x" * 50, Upload_Checksum="crc32 AAAA").text == "不支持这一种校验方法。"
    many = tus.piece(url, 0, b"x" * 101)
    assert (many.status_code, many.text) == (413, "收到的比开始时说的100字节多，没有收下。")
    assert tus.ask("PATCH", url, b"x", Upload_Offset="0", Content_Type="text/plain").status_code == 415
    assert tus.ask("PATCH", url, b"x", Upload_Offset="0", Tus_Resumable="0.2.2").status_code == 412
    assert tus.ask("HEAD", url).headers["Upload-Offset"] == "0"
    assert session.query(UploadPiece).count() == 0


def test_somebody_else_and_a_page_that_is_not_ours_get_nowhere(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm).id
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    url = tus.begin(v, "a.webm", 100).location
    assert (
        tus.ask(
            "PATCH",
            url,
            b"x" * 100,
            Upload_Offset="0",
            Content_Type="application/offset+octet-stream",
            X_CSRFToken="",
        ).status_code
        == 400
    )
    signer = reels.Tus(cast.signed_in(app, firm.signer_account.email), f"/my/works/versions/{v}/add/")
    for answer in (signer.piece(url, 0, b"x"), signer.ask("DELETE", url)):
        assert (answer.status_code, answer.text) == (
            404,
            "没有这个上传，或者它不是你开始的，或者放得太久已经清除。请重新上传。",
        )
    other = cast.verified(102, name="流萤样例影视有限公司")
    theirs = reels.version(other).id
    stranger = reels.Tus(works.clerk(app, other), f"/my/works/versions/{theirs}/add/")
    assert stranger.begin(v, "a.webm", 100).status_code == 403
    assert tus.begin(99999, "a.webm", 100).text == "没有可以上传到的地方。"
    assert session.query(Upload).count() == 1
    assert session.query(Upload).one().received == 0


def test_too_large_nothing_at_all_and_no_episode_are_refused_before_a_byte_has_come(
    app: Flask, firm: cast.Firm
) -> None:
    v = reels.version(firm).id
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    large = tus.begin(v, "a.webm", 2001 * MB)
    assert (large.status_code, large.text) == (413, "“a.webm”有2001 MB，超过了2000 MB的上限。请压缩后再选。")
    assert tus.begin(v, "a.webm", 0).text == "文件是空的（0字节），请检查后重新选择。"
    assert tus.begin(v, "a.webm", 10, episode="").text == "请填是第几集。"
    assert tus.begin(v, "a.webm", 10, kind="program").text == "请选这是什么文件。"


def test_a_wrong_type_is_said_on_the_page_and_nothing_is_taken(app: Flask, firm: cast.Firm) -> None:
    version = reels.version(firm)
    page = works.clerk(app, firm)
    tus = reels.Tus(page, f"/my/works/versions/{version.id}/add/")
    program = b"MZ" + bytes(300)
    url = tus.begin(version.id, "第一集.webm", len(program)).location
    tus.piece(url, 0, program)
    assert "已传完，正在核对" in page.get(f"/my/works/{version.work_id}/files/").text
    jobs.run_due()
    page.get(f"/my/works/{version.work_id}/files/")
    assert "这是一个程序文件，不能接收，也请不要打开它。" in page.text
    assert session.query(WorkFile).count() == 0
    page.submit("知道了")
    assert session.query(Upload).count() == 0


def test_whoever_lost_the_right_while_the_file_was_on_its_way_has_it_refused(
    app: Flask, firm: cast.Firm
) -> None:
    version = reels.version(firm)
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{version.id}/add/")
    url = tus.begin(version.id, "a.webm", len(reels.WEBM)).location
    tus.piece(url, 0, reels.WEBM)
    reels.closed(version, firm)
    jobs.run_due()
    upload = session.query(Upload).one()
    assert upload.state is UploadState.REFUSED
    assert upload.fault == "这一版已经送出或者作品已经移出，不能再改。请另开一版。"
    assert session.query(WorkFile).count() == 0


def test_what_nobody_goes_on_with_is_cleared_and_its_bytes_are_swept(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm).id
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    url = tus.begin(v, "a.webm", 9000).location
    tus.piece(url, 0, reels.WEBM[:4000])
    held = session.query(UploadPiece).one().sha256
    assert files.exists(held)
    with time_machine.travel(clock.now() + timedelta(hours=47), tick=False), writing():
        assert clearing.clear() == 0
    with time_machine.travel(clock.now() + timedelta(hours=49), tick=False):
        with writing():
            assert clearing.clear() == 1
        with writing():
            files.sweep()
    assert not files.exists(held)
    gone = tus.piece(url, 4000, b"x")
    assert (gone.status_code, "已经清除" in gone.text) == (404, True)


def test_an_upload_is_ended_by_who_began_it(app: Flask, firm: cast.Firm) -> None:
    v = reels.version(firm).id
    tus = reels.Tus(works.clerk(app, firm), f"/my/works/versions/{v}/add/")
    url = tus.begin(v, "a.webm", 9000).location
    tus.piece(url, 0, b"x" * 10)
    assert tus.ask("DELETE", url).status_code == 204
    assert session.query(Upload).count() == session.query(UploadPiece).count() == 0


def test_the_server_says_what_it_can(app: Flask) -> None:
    answer = app.test_client().options("/uploads/")
    assert answer.headers["Tus-Version"] == answer.headers["Tus-Resumable"] == "1.0.0"
    assert answer.headers["Tus-Extension"] == "creation,checksum,termination,expiration"
    assert uploads.bp.name == "uploads"
