"""Beginning an upload, receiving bytes, ending it. Each answer is true of what is on the disk and in the database."""

import base64
import hashlib
from collections.abc import Mapping
from typing import IO

import flask_babel
from sqlalchemy import delete, select

from association.kernel import clock, dated, files, jobs
from association.kernel.attachments.limits import displayed_name
from association.kernel.db import lock, session
from association.kernel.errors import Refused
from association.kernel.policy import Actor
from association.kernel.uploads.models import Upload, UploadPiece, UploadState
from association.kernel.uploads.takers import taker_of
from association.kernel.words import _, _l

dated.define(
    "uploads.kept_hours", label=_l("没有传完的上传保留多久"), kind="number", initial=48, unit=_l("小时"), basis=dated.OWN,
    help=_l("自最后收到内容时起算；过后清除，要重新上传。"),
)  # fmt: skip
CHECKSUMS = {"sha1", "sha256"}


class TooLarge(Refused):
    """More than the site takes (413)."""

    status = 413


class NotYours(Refused):
    """No such upload, or none of this person (404)."""

    status = 404


class Damaged(Refused):
    """What came is not what was sent (460, as tus says)."""

    status = 460


def begin(*, subject: str, said: Mapping[str, str], name: str, length: int, actor: Actor) -> Upload:
    """`subject` is `work_version:12`. Refused before a byte has come: wrong purpose, too large, nothing at all."""
    kind, _colon, number = subject.partition(":")
    taker = taker_of(kind)
    row = session.get(taker.model, int(number)) if taker and number.isdecimal() and len(number) < 18 else None
    if taker is None or row is None:
        raise NotYours(_("没有可以上传到的地方。"))
    purpose = taker.purpose(said)
    taker.check(row, purpose, actor)
    if length <= 0:
        raise Refused(_("文件是空的（0字节），请检查后重新选择。"))
    if sentence := taker.limits(purpose).size_fault(name, length):
        raise TooLarge(sentence)
    upload = Upload(
        subject_kind=kind, subject_id=row.id, purpose=purpose, name=displayed_name(name)[:200], length=length,
        account_id=actor.account_id, language=str(flask_babel.get_locale() or "zh_Hans")[:8],
    )  # fmt: skip
    session.add(upload)
    session.flush()
    return upload


def resumed(token: str, actor: Actor) -> Upload:
    """The actor's own upload."""
    upload = session.scalar(select(Upload).where(Upload.token == token[:64]))
    if upload is None or actor.account_id is None or upload.account_id != actor.account_id:
        raise NotYours(_("没有这个上传，或者它不是你开始的，或者放得太久已经清除。请重新上传。"))
    return upload


def receive(upload: Upload, *, place: int, stream: IO[bytes], size: int, checksum: str = "") -> int:
    """Take what came for this place; returns how many bytes have come in all."""
    lock(upload)
    if upload.state is not UploadState.OPEN:
        raise Refused(_("这个文件已经传完。"))
    if place != upload.received:
        raise Refused(
            _(
                "应从第%(here)d字节接着传，收到的却从第%(there)d字节开始。请刷新后继续。",
                here=upload.received,
                there=place,
            )
        )
    if place + size > upload.length:
        raise TooLarge(_("收到的比开始时说的%(n)d字节多，没有收下。", n=upload.length))
    _compare(stream, checksum)
    if size:
        kept = files.keep(stream)
        session.add(UploadPiece(upload_id=upload.id, place=place, size=kept.size, sha256=kept.sha256))
        upload.received += kept.size
    upload.touched_at = clock.now()
    if upload.received == upload.length:
        upload.state = UploadState.WHOLE
        jobs.later("put_together", key=f"upload:{upload.id}", upload_id=upload.id)
    return upload.received


def _compare(stream: IO[bytes], checksum: str) -> None:
    """`sha256 <base64>`, as tus writes it."""
    if not checksum:
        return
    algorithm, _blank, wanted = checksum.partition(" ")
    if algorithm not in CHECKSUMS:
        raise Refused(_("不支持这一种校验方法。"))
    stream.seek(0)
    digest = hashlib.file_digest(stream, algorithm).digest()  # type: ignore[arg-type]
    stream.seek(0)
    if base64.b64encode(digest).decode() != wanted.strip():
        raise Damaged(_("这一段在路上有损坏，没有收下，请重传这一段。"))


def end(upload: Upload) -> None:
    """Let go of it; its bytes go with the sweep."""
    lock(upload)
    let_go_of_pieces(upload)
    session.delete(upload)


def let_go_of_pieces(upload: Upload) -> None:
    session.execute(delete(UploadPiece).where(UploadPiece.upload_id == upload.id))


__all__ = ["Damaged", "NotYours", "TooLarge", "begin", "end", "let_go_of_pieces", "receive", "resumed"]
