"""Passwords: argon2id, and the same work whether or not there is an account."""

import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError

from association.kernel import dated
from association.kernel.site import settings
from association.kernel.words import _, _l

dated.define(
    "accounts.password_length", label=_l("密码最短长度"), kind="number", initial=10, unit=_l("个字符"),
    basis=dated.OWN,
)  # fmt: skip

LONGEST = 200


def _hasher() -> PasswordHasher:
    return _made(settings().testing)


@lru_cache(maxsize=2)
def _made(for_tests: bool) -> PasswordHasher:
    # argon2id, RFC 9106's low-memory profile. Tests sign in a thousand times and resist nobody.
    return PasswordHasher.from_parameters(profiles.CHEAPEST if for_tests else profiles.RFC_9106_LOW_MEMORY)


@lru_cache(maxsize=2)
def _nobody(hasher: PasswordHasher) -> str:
    return hasher.hash("nobody has this password")


def _plain(password: str) -> str:
    """Typed on another keyboard it is the same password."""
    return unicodedata.normalize("NFC", password).strip()


def hashed(password: str) -> str:
    return _hasher().hash(_plain(password))


def fits(kept: str | None, password: str) -> bool:
    """Whether the password is the one kept. Without one kept, the same work is done in vain."""
    try:
        hasher = _hasher()
        return hasher.verify(kept or _nobody(hasher), _plain(password)[: LONGEST + 1]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def is_dated(kept: str) -> bool:
    """Whether it was hashed with weaker parameters than today's, so that the next sign-in hashes it again."""
    return _hasher().check_needs_rehash(kept)


def shortest() -> int:
    return int(dated.value("accounts.password_length"))


def fault(password: str, *, email: str = "") -> str | None:
    """What is wrong with a new password, as a sentence."""
    password = _plain(password)
    if len(password) < shortest():
        return _("密码至少%(n)d个字符", n=shortest())
    if len(password) > LONGEST:
        return _("密码最多%(n)d个字符", n=LONGEST)
    if len(set(password)) < 4:
        return _("密码太简单，请不要重复同几个字符")
    if email and password.casefold() in (email.casefold(), email.partition("@")[0].casefold()):
        return _("密码不能与邮箱相同")
    return None
