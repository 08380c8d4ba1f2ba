"""What a file somebody holds is: byte for byte ours, altered, or not ours. Nothing of it is kept.

A file is not opened as a PDF: its seal is found by its bytes and its digest is taken over the stretches the seal names, so that
a hostile file (bombs of compression, endless nesting) has nothing to work on.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import islice

from cryptography.hazmat.primitives import serialization

from association.kernel.certificates import codes, seal
from association.kernel.certificates.models import Certificate
from association.kernel.certificates.records import by_code, of_paper, paper_of
from association.kernel.state import State
from association.kernel.words import _l

RANGE = re.compile(
    rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{0,9}\]"
)
SLASH = rb"(?:/|\\057)"
NAMED = re.compile(SLASH + rb"verify" + SLASH + rb"([%s]{12})" % codes.SIGNS.encode() + SLASH)
"""The address of a check page, as a seal's dictionary holds it: slashes are written by their number there."""
MOST_NAMES = 20
"""A file of ours names one or two; one that names thousands shall not cost as many questions."""


class Finding(State):
    """What a file is."""

    IDENTICAL = "identical", _l("就是我们签发的那份文件"), "jade", "check-circle-fill"
    SEALED = "sealed", _l("签章完好，但没有这份文件的记录"), "ochre", "question-circle"
    ALTERED = "altered", _l("被改动"), "cinnabar", "exclamation-triangle"
    NOT_OURS = "not_ours", _l("不是我们的"), "soft", "x-circle"


@dataclass(frozen=True, slots=True)
class Reading:
    """`certificate` is the one it is, or names."""

    finding: Finding
    certificate: Certificate | None


def read(data: bytes) -> Reading:
    """Compare with what we issued, then look for our seal and whether it still holds."""
    known = of_paper(hashlib.sha256(data).hexdigest())
    if known is not None:
        return Reading(Finding.IDENTICAL, known)
    named = _named(data)
    ours = [c.public_bytes(serialization.Encoding.DER) for c in seal.certificates()]
    carries = any(der.hex().encode() in data or der.hex().upper().encode() in data for der in ours)
    if not carries and named is None:
        return Reading(Finding.NOT_OURS, None)
    # A seal leaves out the room it stands in: where we have the file on record, only its own bytes are it.
    on_record = named is not None and (paper := paper_of(named)) is not None and paper.sha256 is not None
    holds = carries and not on_record and _holds(data, ours)
    return Reading(Finding.SEALED if holds else Finding.ALTERED, named)


def _named(data: bytes) -> Certificate | None:
    """The certificate whose check page the file names."""
    for found in islice(NAMED.finditer(data), MOST_NAMES):
        code = codes.tidy(found[1].decode())
        if code is not None and (certificate := by_code(code)) is not None:
            return certificate
    return None


def _holds(data: bytes, ours: list[bytes]) -> bool:
    """Whether the file's last seal is one of ours, true, and over the whole file."""
    # Slow to import, and only who checks a sealed file needs them.
    from asn1crypto import cms  # noqa: PLC0415
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity  # noqa: PLC0415

    ranges = list(RANGE.finditer(data))
    if not ranges:
        return False
    start, before, again, after = (int(n) for n in ranges[-1].groups())
    if start != 0 or before > again or again + after != len(data):
        return False
    held = data[before:again]
    try:
        signed = cms.ContentInfo.load(bytes.fromhex(held.strip(b"<> \r\n").decode("ascii")))["content"]
        signer, certificates = signed["signer_infos"][0], [c.chosen for c in signed["certificates"]]
        mine = next((c for c in certificates if c.dump() in ours), None)
        if mine is None:
            return False
        digest = hashlib.sha256(data[:before] + data[again:]).digest()
        intact, valid = validate_sig_integrity(
            signer, mine, expected_content_type="data", actual_digest=digest
        )
    except Exception:  # noqa: BLE001 - whatever a hostile file's signature makes the library say, it is not ours
        return False
    return bool(intact and valid)
