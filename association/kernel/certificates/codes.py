"""The code of a certificate: short enough to type, too long to guess, and a slip of the finger is noticed.

Twelve signs of thirty-one: eleven by chance (54 bits) and one that checks them. No 0, 1, I, L or O, which are taken for one
another. Thirty-one is a prime, so every wrong sign and every two signs changed over are found.
"""

import secrets
import unicodedata

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 12


def new_code() -> str:
    """A code nobody can foresee."""
    body = "".join(secrets.choice(SIGNS) for _ in range(LENGTH - 1))
    return body + _check_sign(body)


def tidy(typed: str) -> str | None:
    """The code in what somebody typed or read aloud (hyphens, blanks, small letters and full width are fine); None where it is
    none."""
    code = "".join(
        c for c in unicodedata.normalize("NFKC", typed).upper() if c not in "-‐‑–—−_" and not c.isspace()
    )
    if len(code) != LENGTH or any(c not in SIGNS for c in code):
        return None
    return code if _check_sign(code[:-1]) == code[-1] else None


def shown(code: str) -> str:
    """In groups of four: ABCD-EFGH-JKMN."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def _check_sign(body: str) -> str:
    total = sum(place * SIGNS.index(sign) for place, sign in enumerate(body, start=2))
    return SIGNS[-total % len(SIGNS)]
