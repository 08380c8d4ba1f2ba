"""A contract's words out of what was handed in, in memory: nothing is written anywhere, and what cannot be read is a sentence."""

import io
import zipfile
from pathlib import PurePath

from association.kernel import dated
from association.kernel.errors import Refused
from association.kernel.words import _, _l
from association.rules.reading.decoding import decoded
from association.rules.reading.docx import source_of_word
from association.rules.reading.doubts import Doubts
from association.rules.reading.errors import UnreadableFile

dated.define(
    "contracts.longest", label=_l("合同自查：一份合同最多多少字"), kind="number", initial=60_000, unit=_l("字"),
    basis=dated.OWN,
)  # fmt: skip
dated.define(
    "contracts.kilobytes", label=_l("合同自查：文件最大多少KB"), kind="number", initial=2_000, unit="KB", basis=dated.OWN,
    help=_l("不超过4000。"),
)  # fmt: skip
_HIGHEST_KILOBYTES = 4_000
_UNPACKED = 16 * 1024 * 1024
"""Bytes of a Word file when unpacked: whoever is not signed in may hand in one, so the reader's own limit is too high here."""
KINDS = (".docx", ".txt", ".md")


def largest() -> int:
    """Bytes of a file."""
    return min(int(dated.value("contracts.kilobytes")), _HIGHEST_KILOBYTES) * 1024


def words_of(name: str, data: bytes) -> str:
    """The text, a paragraph a line. Refused at `paper`."""
    if len(data) > largest():
        raise Refused(_("文件太大，最多%(n)d KB。", n=largest() // 1024), field="paper")
    suffix = PurePath(name).suffix.lower()
    if suffix not in KINDS:
        raise Refused(_("只读.docx、.txt和.md文件；旧版.doc请另存为.docx。"), field="paper")
    try:
        return _word(data) if suffix == ".docx" else decoded(data, doubts=Doubts())
    except UnreadableFile as error:
        raise Refused(str(error.sentence), field="paper") from error


def _word(data: bytes) -> str:
    _refuse_bomb(data)
    lines = source_of_word(data, doubts=Doubts()).lines
    return "\n".join(
        "\n".join("　".join(cells) for cells in line.rows) if line.rows else line.text for line in lines
    )


def _refuse_bomb(data: bytes) -> None:
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return  # the reader says it better
    if unpacked > _UNPACKED:
        raise Refused(_("文件展开后太大，请只保留文字另存一份再试。"), field="paper")


def checked_length(text: str) -> str:
    """Refused at `text` when there is nothing, or too much."""
    longest = int(dated.value("contracts.longest"))
    if not text.strip():
        raise Refused(_("请粘贴合同文字，或者选择一个文件。"), field="text")
    if len(text) > longest:
        raise Refused(_("合同最多%(n)d个字，现在是%(now)d个。", n=longest, now=len(text)), field="text")
    return text
