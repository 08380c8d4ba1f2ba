"""The parts of a Word file: opened with limits, parsed without entities, namespaces dropped.

docs/decisions/0010-reading-word.md says why this stands on the standard library.
"""

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from association.rules.reading.errors import Fault, UnreadableFile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST_PART = 48 * 1024 * 1024  # bytes of one part after unpacking
MOST_ELEMENTS = 2_000_000
DEEPEST = 200  # Word itself stays below 60; the walk below recurses
MAIN_PART = "word/document.xml"


class WordPackage:
    """The XML parts of a .docx. Raises UnreadableFile for whatever is not one, or not a whole one."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            raise UnreadableFile(
                Fault.ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in data else Fault.OLD_WORD
            )
        if not data.startswith(b"PK"):
            raise UnreadableFile(Fault.NOT_WORD, part=MAIN_PART)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFile(Fault.TRUNCATED, part="zip") from error
        self._names = set(self._zip.namelist())
        self._main = self._target_of("_rels/.rels", kind="officeDocument", folder="") or MAIN_PART
        if self._main not in self._names:
            raise UnreadableFile(Fault.NOT_WORD, part=MAIN_PART)

    def main(self) -> ET.Element:
        """The document itself, an element `document`."""
        root = self._xml(self._main)
        if root.tag != "document":
            raise UnreadableFile(Fault.NOT_WORD, part=MAIN_PART)
        return root

    def beside(self, kind: str) -> ET.Element | None:
        """A part the document points to: `styles`, `numbering`, `footnotes`, `endnotes`."""
        folder, _, name = self._main.rpartition("/")
        target = self._target_of(f"{folder}/_rels/{name}.rels".lstrip("/"), kind=kind, folder=folder)
        return self._xml(target) if target in self._names else None

    def _target_of(self, relations: str, *, kind: str, folder: str) -> str:
        if relations not in self._names:
            return f"{folder}/{kind}.xml".lstrip("/") if folder else ""
        for relation in self._xml(relations).iter("Relationship"):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                return target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
        return ""

    def _xml(self, part: str) -> ET.Element:
        # The parser is expat with a target that refuses document types, so no entity can be declared, let
        # alone expanded.
        parser = ET.XMLParser(target=_PlainNames(part))  # noqa: S314
        try:
            parser.feed(self._bytes(part))
            root = parser.close()
        except ET.ParseError as error:
            raise UnreadableFile(
                Fault.BROKEN_XML, part=part, line=error.position[0], detail=str(error)
            ) from error
        if not isinstance(root, ET.Element):
            raise UnreadableFile(Fault.BROKEN_XML, part=part, line=1, detail="-")
        return root

    def _bytes(self, part: str) -> bytes:
        """The part unpacked, read to the limit and no further whatever its header claims."""
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise UnreadableFile(Fault.ENCRYPTED)
        if info.file_size > LARGEST_PART:
            raise UnreadableFile(Fault.ZIP_BOMB, part=part, limit=LARGEST_PART)
        try:
            with self._zip.open(info) as packed:
                data = packed.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise UnreadableFile(Fault.TRUNCATED, part=part) from error
        if len(data) > LARGEST_PART:
            raise UnreadableFile(Fault.ZIP_BOMB, part=part, limit=LARGEST_PART)
        return data


class _PlainNames(ET.TreeBuilder):
    """Builds a tree of local names: transitional and strict files differ in nothing else we read."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self._part = part
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise UnreadableFile(Fault.BROKEN_XML, part=self._part, line=0, detail=f"> {DEEPEST}")
        if self._count > MOST_ELEMENTS:
            raise UnreadableFile(Fault.ZIP_BOMB, part=self._part, limit=LARGEST_PART)
        return super().start(local(tag), {local(name): value for name, value in attrs.items()})

    def end(self, tag: str) -> ET.Element:
        self._depth -= 1
        return super().end(local(tag))

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002
        raise UnreadableFile(Fault.BROKEN_XML, part=self._part, line=1, detail="DOCTYPE")


def local(name: str) -> str:
    """`{namespace}p` as `p`."""
    return name.rpartition("}")[2]
