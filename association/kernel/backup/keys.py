"""The second file: every key the site works with, under a passphrase (scrypt, then AES-256-GCM).

A key from the environment or from a file the operator named goes in under the name it would have in `keys/`, so that a restored site works with nothing but
the two files.
"""

import base64
import binascii
import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from association.kernel.certificates import seal
from association.kernel.log import key as log_key
from association.kernel.settings import Settings

SORT = "yuezhang keys 1"
COST = 2**15
"""scrypt's n, with r = 8 and p = 1: a third of a second and 32 MB a guess."""


class Unopened(Exception):
    """Not a file of keys, or not its passphrase."""


def of(settings: Settings) -> dict[str, bytes]:
    """Name in `keys/` → content."""
    folder = settings.data / "keys"
    kept = {path.name: path.read_bytes() for path in sorted(folder.glob("[!.]*")) if path.is_file()}
    kept["session.key"] = settings.secret_key.encode()
    kept["personal.key"] = settings.personal_key.hex().encode()
    named = {
        "seal.key": seal.files().key, "seal.crt": seal.files().certificate,
        "log.key": log_key.path(), "log.pub": log_key.public_path(),
    }  # fmt: skip
    return kept | {name: path.read_bytes() for name, path in named.items() if path.exists()}


def shut(keys: dict[str, bytes], passphrase: str) -> bytes:
    salt, nonce = os.urandom(16), os.urandom(12)
    plain = json.dumps({name: base64.b64encode(content).decode() for name, content in keys.items()}).encode()
    sealed = AESGCM(_stretched(passphrase, salt)).encrypt(nonce, plain, SORT.encode())
    file = {
        "sort": SORT,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "sealed": base64.b64encode(sealed).decode(),
    }
    return json.dumps(file, indent=1).encode() + b"\n"


def opened(file: bytes, passphrase: str) -> dict[str, bytes]:
    """Raises Unopened."""
    try:
        read = json.loads(file)
        salt, nonce, sealed = bytes.fromhex(read["salt"]), bytes.fromhex(read["nonce"]), base64.b64decode(read["sealed"])  # fmt: skip
        if read["sort"] != SORT:
            raise Unopened("This is not a file of keys this version reads.")
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise Unopened("This is not a file of keys.") from None
    try:
        plain = AESGCM(_stretched(passphrase, salt)).decrypt(nonce, sealed, SORT.encode())
    except (InvalidTag, ValueError):
        raise Unopened("The passphrase does not open the keys, or their file was changed.") from None
    return {name: base64.b64decode(content) for name, content in json.loads(plain).items()}


def put_back(keys: dict[str, bytes], settings: Settings) -> None:
    """Into `keys/`, over what this very start has made for a site that is still empty."""
    folder = settings.data / "keys"
    folder.mkdir(mode=0o700, exist_ok=True)
    for name, content in keys.items():
        write(folder / Path(name).name, content)


def differs_from_ours(keys: dict[str, bytes], settings: Settings) -> bool:
    """Whether the environment names a personal key that would not open what the archive holds."""
    ours = settings.personal_key.hex().encode()
    made_here = settings.data / "keys" / "personal.key"
    from_environment = not made_here.exists() or made_here.read_bytes().strip() != ours
    return from_environment and keys.get("personal.key") != ours


def write(path: Path, content: bytes) -> None:
    """Whole, mode 600, on the disk when this returns."""
    aside = path.with_name(f".{path.name}.restored")
    aside.unlink(missing_ok=True)
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    aside.replace(path)


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode())
