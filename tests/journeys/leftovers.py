"""Where a word stands in all that a site keeps: rows, files, papers, index, letters, logs."""

import gzip
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def places_of(word: str, data: Path) -> list[str]:
    """Tables and files under this folder that hold the word, in any of the ways a computer writes it; the line that addresses a letter does not count."""
    ways = {word.encode(how) for how in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")}
    ways.add(json.dumps(word)[1:-1].encode())
    return sorted({where for where, held in _everything(data) if any(way in held for way in ways)})


def _everything(data: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(data.rglob("*")):
        if not path.is_file() or path.name.endswith(("-wal", "-shm")):
            continue
        where, held = str(path.relative_to(data)), path.read_bytes()
        if held.startswith(b"SQLite format 3"):
            yield from _rows(path)
        elif path.suffix == ".eml":
            yield where, _letter(held)
        else:
            yield where, held
            yield from ((where, inner) for inner in _inside(held))


def _rows(path: Path) -> Iterator[tuple[str, bytes]]:
    """Every column of every row; the write-ahead log is read along."""
    connection = sqlite3.connect(path)
    try:
        tables = [
            name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
        ]
        for table in tables:
            for row in connection.execute(f'select * from "{table}"'):
                yield table, b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
    finally:
        connection.close()


def _letter(held: bytes) -> bytes:
    letter = message_from_bytes(held, policy=policy.default)
    del letter["To"]
    body = letter.get_body(("plain", "html"))
    said = body.get_content() if body is not None else ""
    return f"{letter['Subject']}\n{said}\n{letter.as_string()}".encode(errors="replace")


def _inside(held: bytes) -> Iterator[bytes]:
    """What stands in a paper, an archive or a compressed file."""
    if held.startswith(b"%PDF"):
        try:
            reader = PdfReader(io.BytesIO(held))
            # Words are broken where lines end.
            text = "".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
            yield re.sub(r"\s", "", text).encode()
        except PyPdfError as broken:
            raise AssertionError("a paper that nobody can read") from broken
    elif held.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(held)) as zipped:
            for name in zipped.namelist():
                yield zipped.read(name)
    elif held.startswith(b"\x1f\x8b"):
        yield gzip.decompress(held)
