"""Signed notes and checkpoints: how the log says, over its name, how many entries it has and what their root is.

The formats are C2SP's signed-note and tlog-checkpoint with Ed25519 (signature type 1). A checkpoint is three lines – origin, size, root in base64 –
a blank line, and a signature line; a verifier key is `<name>+<key id, hex>+<base64 of type and public key>`.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
DASH = "\u2014 "


class BadNote(ValueError):
    """Not a note of ours: its form, its key or its signature is wrong. The words are for operators."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key under a name. The name has no spaces and no plus."""

    name: str
    public: bytes
    """32 bytes, as RFC 8032 writes them."""

    @property
    def id(self) -> bytes:
        """Four bytes: SHA-256(name ‖ newline ‖ type ‖ public key), their beginning."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> Self:
        """BadNote unless name, id and key belong together."""
        name, _plus, rest = text.strip().partition("+")
        _id, _plus, data = rest.partition("+")
        key = _decoded(data)
        if not name or key[:1] != ED25519 or len(key) != 33:
            raise BadNote("not a verifier key")
        found = cls(name, key[1:])
        if str(found) != text.strip():
            raise BadNote("the key's id is not that of its name and bytes")
        return found


@dataclass(frozen=True, slots=True)
class Head:
    """What a checkpoint says."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def sign(head: Head, key: Ed25519PrivateKey, *, name: str) -> str:
    """The checkpoint, signed under this name."""
    verifier = VerifierKey(name, key.public_key().public_bytes_raw())
    signature = base64.b64encode(verifier.id + key.sign(head.text.encode())).decode()
    return f"{head.text}\n{DASH}{name} {signature}\n"


def opened(note: str, key: VerifierKey) -> Head:
    """What a checkpoint says once this key's signature was found good; BadNote otherwise. Signatures of others are passed over."""
    text, blank, signatures = note.rpartition("\n\n")
    if not blank or not signatures.endswith("\n"):
        raise BadNote("not a signed note")
    text += "\n"
    ours = [line for line in signatures.splitlines() if _is_by(line, key)]
    if not ours:
        raise BadNote("not signed by this key")
    for line in ours:
        try:
            signature = _decoded(line.rpartition(" ")[2])[4:]
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, text.encode())
        except InvalidSignature as error:
            raise BadNote("the signature is wrong") from error
    return _head_of(text, key.name)


def _is_by(line: str, key: VerifierKey) -> bool:
    if not line.startswith(DASH):
        raise BadNote("not a signature line")
    name, _space, data = line.removeprefix(DASH).partition(" ")
    return name == key.name and _decoded(data)[:4] == key.id


def _head_of(text: str, origin: str) -> Head:
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] != origin:
        raise BadNote("not a checkpoint of this log")
    size = int(lines[1]) if lines[1].isascii() and lines[1].isdecimal() else -1
    root = _decoded(lines[2])
    if str(size) != lines[1] or len(root) != 32:
        raise BadNote("not a checkpoint")
    return Head(origin, size, root)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise BadNote("not base64") from error
