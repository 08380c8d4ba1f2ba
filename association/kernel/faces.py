"""The type faces of printed documents.

`prepare` cuts the system's Noto faces down to the characters documents use, into the data folder: the size of
the face decides how long a page takes and how large its PDF is. A character outside is cut in when a document
first needs it (`ready_for`).

An association's own licensed faces (`settings.faces`) come first where they are there, under the roles of
OWN_ROLES.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from association.kernel import face_characters
from association.kernel.face_characters import common_characters, remembered
from association.kernel.face_cutting import cut_down, missing_libraries
from association.kernel.settings import Settings
from association.kernel.words import _, _l


@dataclass(frozen=True, slots=True)
class Face:
    """One face documents are set in: our name for it, its weight, its family in the system, the files it may
    lie in."""

    name: str
    weight: int
    family: str
    files: tuple[str, ...]


def _noto(name: str, weight: int, style: str, kind: str) -> Face:
    files = (f"Noto{kind}CJK-{style}.ttc", f"Noto{kind}CJKsc-{style}.otf", f"Noto{kind}SC-{style}.otf")
    return Face(name, weight, f"Noto {kind} CJK SC", files)


FACES = (
    _noto("Papers Song", 400, "Regular", "Serif"),
    _noto("Papers Song", 700, "Bold", "Serif"),
    _noto("Papers Hei", 400, "Regular", "Sans"),
    _noto("Papers Hei", 700, "Bold", "Sans"),
)

OWN_ROLES = {
    "Papers FangSong": ("fangsong", "仿宋"),
    "Papers BiaoSong": ("xiaobiaosong", "小标宋"),
    "Papers Kai": ("kaiti", "楷体"),
    "Papers HeiTi": ("heiti", "黑体"),
}
"""Family in our style sheets → how the file in `settings.faces` is called (`fangsong.ttf` or `仿宋.otf`)."""

CALLED: dict[str, object] = {
    "Papers Song": _l("Noto宋体"), "Papers Hei": _l("Noto黑体"), "Noto Serif CJK SC": _l("Noto宋体"), "Noto Sans CJK SC": _l("Noto黑体"),
    "Papers FangSong": _l("仿宋"), "Papers BiaoSong": _l("小标宋"), "Papers Kai": _l("楷体"), "Papers HeiTi": _l("黑体"),
}  # fmt: skip
"""Family as it is embedded → what readers call it."""
FORMAL = ("Papers FangSong", "Papers BiaoSong")
"""What GB/T 9704 sets text and title in; without the association's licence the Song face stands in for them."""

_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/Library/Fonts"),
)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def folder() -> Path:
    """Where the cut faces lie."""
    return _settings().data / "faces"


@lru_cache(maxsize=32)
def installed(face: Face, folders: tuple[Path, ...] = _FOLDERS) -> Path | None:
    """The file of the full face in this system."""
    for place in folders:
        for name in face.files:
            found = next(place.rglob(name), None) if place.is_dir() else None
            if found is not None:
                return found
    return None


def missing() -> list[str]:
    """Families no document can do without and the system lacks."""
    return sorted({face.family for face in FACES if installed(face) is None})


def _cut_file(face: Face) -> Path:
    return folder() / f"{face.name.split()[-1].lower()}-{face.weight}.otf"


def prepare() -> list[Path]:
    """Cut every installed face whose cut is missing or old; returns the files made. Takes about a second.

    Without HarfBuzz's subset library nothing is cut, and documents are set from the full faces, slowly.
    """
    if missing_libraries():
        return []
    wanted = sorted(common_characters() | remembered(_notes()))
    folder().mkdir(parents=True, exist_ok=True)
    notes = folder() / "cut.json"
    known = json.loads(notes.read_text()) if notes.exists() else {}
    made = []
    for face in FACES:
        source, cut = installed(face), _cut_file(face)
        if source is None:
            continue
        state = hashlib.sha256(f"{source}:{source.stat().st_mtime_ns}:{wanted}".encode()).hexdigest()
        if known.get(cut.name) != state or not cut.exists():
            _replace(cut, cut_down(source, face.family, wanted))
            known[cut.name] = state
            made.append(cut)
    if made:
        _replace(notes, json.dumps(known, indent=1).encode())
    return made


def _replace(path: Path, content: bytes) -> None:
    # Two processes may prepare at once: each its own unfinished file, and the last one stays.
    unfinished = path.with_suffix(f".{secrets.token_hex(4)}")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def stylesheet() -> str:
    """`@font-face` rules of what is there, and the families documents name: `var(--song)`, `--hei`,
    `--fangsong`, `--biaosong`, `--kai`."""
    rules = [_rule(face.name, face.weight, cut) for face in FACES if (cut := _cut_file(face)).exists()]
    rules += [_rule(name, 400, path) for name, path in own().items()]
    song, hei = '"Papers Song", "Noto Serif CJK SC"', '"Papers Hei", "Noto Sans CJK SC"'
    return "\n".join(rules) + (
        f"\n:root {{ --song: {song}, serif; --hei: {hei}, sans-serif;"
        f' --fangsong: "Papers FangSong", {song}, serif; --biaosong: "Papers BiaoSong", {song}, serif;'
        f' --kai: "Papers Kai", {song}, serif; --heiti: "Papers HeiTi", {hei}, sans-serif; }}\n'
    )


def _rule(name: str, weight: int, path: Path) -> str:
    return f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: url("{path.as_uri()}"); }}'


def own() -> dict[str, Path]:
    """The association's own faces by the family they serve."""
    place = _settings().faces
    if place is None or not place.is_dir():
        return {}
    files = {
        path.stem.lower(): path for path in sorted(place.iterdir()) if path.suffix.lower() in (".ttf", ".otf")
    }
    return {family: files[name] for family, names in OWN_ROLES.items() for name in names if name in files}


def words_of(families: Iterable[str]) -> list[str]:
    """The families embedded in a document, as readers call them."""
    return sorted({str(CALLED.get(family, family)) for family in families})


def stood_in_for(families: Iterable[str]) -> list[str]:
    """Of a formal document: the faces the layout asks for that it was not set in."""
    return [str(CALLED[family]) for family in FORMAL if family not in set(families)]


def stamp() -> str:
    """Changes whenever `stylesheet` would: the press sets its pages anew then."""
    paths = [path for face in FACES if (path := _cut_file(face)).exists()] + list(own().values())
    return "|".join(f"{path}:{path.stat().st_mtime_ns}" for path in paths)


def ready_for(text: str) -> str:
    """See that the cut faces hold what the text needs; returns the characters no face of ours can draw, each
    once.

    Two faces on one line move it by a hair, which a page of exactly 22 lines does not forgive; and cutting
    anew takes less than a second. So a character met for the first time is cut in before the page is set.
    """
    found = face_characters.look_through(text, full=installed(FACES[0]), notes=_notes())
    if found.is_new or not all(_cut_file(face).exists() for face in FACES):
        prepare()
    return found.lost


def _notes() -> Path:
    return folder() / "met.txt"


commands = AppGroup("faces", help="Type faces of printed documents.")


@commands.command("prepare")
def _prepare() -> None:
    """Cut the installed faces down to what documents use."""
    made = prepare()
    for family in missing():
        click.echo(_("缺少字体 %(family)s", family=family), err=True)
    click.echo(_("已备好%(n)d个字体文件", n=len(made)))
