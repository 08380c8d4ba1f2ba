"""Files for the tests: the beginnings that tell their types, and what else they need."""

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from werkzeug.test import TestResponse

from association.footage import access, actions
from association.footage.models import FileKind, WorkFile, WorkVersion
from association.kernel.attachments import Named
from association.kernel.db import session
from association.kernel.transactions import writing
from tests import cast, stages
from tests.association.works import works
from tests.page import Page

WEBM = b"\x1a\x45\xdf\xa3\x93\x42\x82\x88webm" + bytes(range(256)) * 40
MP4 = b"\0\0\0\x18ftypisom" + bytes(400)
SRT = "1\n00:00:01,000 --> 00:00:02,500\n样例字幕\n".encode()
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n样例字幕\n".encode()
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND\xaeB`\x82"
SCRIPT = "\n".join(
    f"第{n}场 渡口 日 外\n老人放下一盏样例河灯。" + "水声。" * 60 for n in range(1, 13)
).encode()


def version(firm: cast.Firm, **changes: object) -> WorkVersion:
    work = works.kept(firm, **changes)
    with writing():
        return actions.begin_version(work, note="初剪", actor=firm.clerk)


def added(
    v: WorkVersion, firm: cast.Firm, name: str, data: bytes, *, kind: FileKind = FileKind.EPISODE, episode: int | None = None
) -> WorkFile:  # fmt: skip
    with writing():
        return actions.add(
            v, kind=kind, episode=episode, file=Named(name, io.BytesIO(data)), actor=firm.clerk
        )


def closed(v: WorkVersion, firm: cast.Firm) -> None:
    with writing():
        actions.close(session.get_one(WorkVersion, v.id), actor=firm.clerk)


def opened_to(monkeypatch: Any, *account_ids: int) -> None:
    """A feature above lets these people in."""
    monkeypatch.setattr(access, "_opened", [lambda actor, _version: actor.account_id in account_ids])


def docx(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", text)
    return out.getvalue()


class Tus:
    """A script of our pages, as a server sees it."""

    def __init__(self, page: Page, add_path: str) -> None:
        self.page = page
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.get(add_path).html)
        assert found is not None
        self.token = found[1]

    def ask(self, method: str, path: str, data: bytes | None = None, **headers: str) -> TestResponse:
        sent = {"Tus-Resumable": "1.0.0", "X-CSRFToken": self.token} | {
            k.replace("_", "-"): v for k, v in headers.items()
        }
        session.rollback()
        with self.page.app.app_context():
            return self.page.client.open(
                path, method=method, data=data, headers={k: v for k, v in sent.items() if v}
            )

    def begin(
        self, v: int, name: str, length: int, kind: str = "episode", episode: str = "1"
    ) -> TestResponse:
        said = {"filename": name, "subject": f"work_version:{v}", "kind": kind, "episode": episode}
        metadata = ",".join(f"{k} {base64.b64encode(w.encode()).decode()}" for k, w in said.items())
        return self.ask("POST", "/uploads/", Upload_Length=str(length), Upload_Metadata=metadata)

    def piece(
        self, url: str, place: int, data: bytes, *, checked: bool = False, **headers: str
    ) -> TestResponse:
        if checked:
            headers["Upload_Checksum"] = "sha256 " + base64.b64encode(hashlib.sha256(data).digest()).decode()
        return self.ask(
            "PATCH",
            url,
            data,
            Upload_Offset=str(place),
            Content_Type="application/offset+octet-stream",
            **headers,
        )


Carry = Callable[[], list[str]]


stages.remember(__name__)
