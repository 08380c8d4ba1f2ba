"""Who signs checkpoints: an Ed25519 key in a file, and beside it the public half that others may keep.

The file the operator names (YUEZHANG_LOG_KEY; PEM, without a passphrase) is used as it is and never made here; where none is named, a key
is made once in the data folder. `<its name>.pub` holds the verifier key, the present one first; earlier ones may follow, a line each,
and what they signed is still believed. Its name – the log's origin – is the site's address on the day the key was made, and stays.
"""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask import current_app

from association.kernel import health
from association.kernel.key_files import write_once
from association.kernel.log.notes import BadNote, VerifierKey
from association.kernel.settings import Settings
from association.kernel.words import _


class LogKeyMissing(Exception):
    """There is nothing to sign with; the words say what the operator must do."""


@dataclass(frozen=True, slots=True)
class LogKey:
    private: Ed25519PrivateKey
    verifier: VerifierKey


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings


def path() -> Path:
    return _settings().log_key or _settings().data / "keys" / "log.key"


def public_path() -> Path:
    return path().with_suffix(".pub")


def make_if_missing() -> None:
    """The first checkpoint's own key. Two processes agree: a file is made whole or not at all, and once."""
    if _settings().log_key is None and not path().exists():
        if public_path().exists():
            # A new key beside the old one's public half would start a second history under the same name.
            raise LogKeyMissing(_no_key())
        path().parent.mkdir(mode=0o700, exist_ok=True)
        made = Ed25519PrivateKey.generate()
        write_once(
            path(),
            made.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            ),
        )
    if not public_path().exists():
        origin = _settings().base_url.split("://", 1)[-1] + "/log"
        write_once(public_path(), f"{VerifierKey(origin, _public_bytes(_private()))}\n".encode())


def signing() -> LogKey:
    """The present key; LogKeyMissing when file, key or its public half is not as it must be."""
    private, known = _private(), trusted()
    if not known:
        raise LogKeyMissing(_("没有公开日志的公钥文件：%(path)s", path=public_path()))
    if known[0].public != _public_bytes(private):
        raise LogKeyMissing(
            _("公开日志的密钥与公钥文件不是一对：%(path)s。请把新的公钥写在第一行。", path=public_path())
        )
    return LogKey(private, known[0])


def trusted() -> list[VerifierKey]:
    """Whose signatures are ours: the present key and earlier ones; empty before the first checkpoint."""
    try:
        lines = public_path().read_text().splitlines()
        return [VerifierKey.read(line) for line in lines if line.strip()]
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, BadNote) as error:
        raise LogKeyMissing(_("不能读取公开日志的公钥文件：%(path)s", path=public_path())) from error


def _private() -> Ed25519PrivateKey:
    try:
        key = serialization.load_pem_private_key(path().read_bytes(), password=None)
    except FileNotFoundError as error:
        raise LogKeyMissing(_no_key()) from error
    except (OSError, ValueError, TypeError) as error:
        raise LogKeyMissing(_("不能读取公开日志的密钥：%(path)s", path=path())) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise LogKeyMissing(_("公开日志的密钥不是Ed25519密钥：%(path)s", path=path()))
    return key


def _no_key() -> str:
    return _("没有公开日志的密钥：%(path)s。请把密钥文件放到这里，或改正YUEZHANG_LOG_KEY。", path=path())


def _public_bytes(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


@health.part("log")
def fault() -> str:
    """What is wrong with the key, in words for the operator; "" when all is well or nothing was ever signed."""
    if _settings().log_key is None and not path().exists() and not public_path().exists():
        return ""
    try:
        signing()
    except LogKeyMissing as missing:
        return str(missing)
    return ""
