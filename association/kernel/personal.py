"""Personal fields: kept encrypted, compared by a keyed hash, shown masked.

Keys are derived from `settings.personal_key` for each purpose, so that the one that finds duplicates opens nothing.
Without that key a copy of the database names nobody's phone.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from functools import lru_cache
from typing import Any, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from association.kernel.settings import Settings

PERSONAL, INFORMANTS = "encryption", "informants"
"""What a key is for: people we deal with; people who told us something in confidence (CAUTIONS, People)."""
_VERSION = "v1:"
_NONCE = 12


class Unreadable(Exception):
    """A stored personal value does not open with this site's key: another key, or bytes changed by hand."""


class Encrypted(TypeDecorator[str]):
    """Text kept as AES-256-GCM under the site's personal key: `v1:` and base64 of nonce, ciphertext and tag.

    Two equal values are stored differently; look for one through a column of `keyed_hmac`. Reading raises
    Unreadable when the key is not the one it was written with. `Encrypted(INFORMANTS)` has a key of its own.
    """

    impl = Text
    cache_ok = True

    def __init__(self, purpose: str = PERSONAL) -> None:
        super().__init__()
        self.purpose = purpose

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else encrypt(value, purpose=self.purpose)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else decrypt(value, purpose=self.purpose)


class EncryptedFacts(TypeDecorator[dict[str, Any]]):
    """A mapping as JSON keeps it, encrypted whole: for facts among which personal ones may be. `purpose` as with Encrypted."""

    impl = Text
    cache_ok = True

    def __init__(self, purpose: str = PERSONAL) -> None:
        super().__init__()
        self.purpose = purpose

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else encrypt(json.dumps(value, ensure_ascii=False), purpose=self.purpose)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:  # noqa: ARG002
        return None if value is None else json.loads(decrypt(value, purpose=self.purpose))


def encrypt(text: str, *, purpose: str = PERSONAL) -> str:
    return _VERSION + base64.b64encode(seal(text.encode(), purpose=purpose)).decode()


def decrypt(stored: str, *, purpose: str = PERSONAL) -> str:
    if not stored.startswith(_VERSION):
        raise Unreadable("not written by this column type")
    try:
        sealed = base64.b64decode(stored.removeprefix(_VERSION), validate=True)
        return unseal(sealed, purpose=purpose).decode()
    except (binascii.Error, ValueError) as error:
        raise Unreadable("written under another key, or changed") from error


def seal(data: bytes, *, purpose: str = PERSONAL) -> bytes:
    """Nonce, ciphertext and tag."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _cipher(_personal_key(), purpose).encrypt(nonce, data, _VERSION.encode())


def unseal(sealed: bytes, *, purpose: str = PERSONAL) -> bytes:
    try:
        return _cipher(_personal_key(), purpose).decrypt(sealed[:_NONCE], sealed[_NONCE:], _VERSION.encode())
    except (InvalidTag, ValueError) as error:
        raise Unreadable("written under another key, or changed") from error


def keyed_hmac(text: str) -> str:
    """64 hex digits that are equal for equal texts and say nothing without the key.

    Width and blanks do not count (`１３８ 0000 0000` is `13800000000`); case does.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return hmac.new(_derived(_personal_key(), b"yuezhang hmac"), plain.encode(), hashlib.sha256).hexdigest()


def _personal_key() -> bytes:
    return cast(Settings, current_app.extensions["settings"]).personal_key


@lru_cache(maxsize=16)
def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose).derive(key)


@lru_cache(maxsize=16)
def _cipher(key: bytes, purpose: str) -> AESGCM:
    return AESGCM(_derived(key, f"yuezhang {purpose}".encode()))


_STARS = "****"


def mask_phone(phone: str | None) -> str:
    """`138****5678`; a number that is no mobile shows at most its last two digits."""
    digits = "".join(c for c in unicodedata.normalize("NFKC", phone or "") if c.isdecimal() and c.isascii())
    if len(digits) == 13 and digits.startswith("86"):
        digits = digits[2:]
    if not digits:
        return ""
    if len(digits) == 11 and digits.startswith("1"):
        return digits[:3] + _STARS + digits[-4:]
    return _STARS + (digits[-2:] if len(digits) >= 7 else "")


COMPOUND_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠"
        "公孙慕容仲孙钟离长孙宇文司徒鲜于司空闾丘子车亓官司寇巫马公西颛孙壤驷公良漆雕乐正宰父谷梁"
        "拓跋夹谷轩辕令狐段干百里呼延东郭南门羊舌微生公户公玉公仪梁丘公仲公上公门公山公坚左丘公伯"
        "西门公祖第五公乘贯丘公皙南荣东里东宫仲长子书子桑即墨达奚褚师纳兰完颜叶赫那拉爱新歐陽司馬"
        "諸葛東方尉遲長孫",
    )
)
_UNKNOWN = "某某"
# A character may carry variation selectors (葛󠄀), which belong to it.
_CHARACTER = re.compile(r".[\uFE00-\uFE0F\U000E0100-\U000E01EF]*", re.DOTALL)


def mask_name(name: str | None) -> str:
    """`王某某`, `欧阳某某`, `J***`: the surname and no more, never how long the name is.

    A name of several parts (阿卜杜拉·买买提) keeps its first character, a name of one character nothing.
    """
    tidy = " ".join((name or "").split())
    if not tidy:
        return ""
    characters: list[str] = _CHARACTER.findall(tidy)
    if len(characters) == 1:
        return _UNKNOWN
    if _is_latin(tidy[0]):
        return characters[0] + "***"
    if len(characters) > 2 and tidy[:2] in COMPOUND_SURNAMES:
        return tidy[:2] + _UNKNOWN
    return characters[0] + _UNKNOWN


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("LATIN", "CYRILLIC", "GREEK"))
