"""Codes by which somebody without an account comes back to what they handed in. Only a hash of a code is kept."""

import hashlib

from association.kernel.personal import keyed_hmac

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Of a code: none that is taken for another."""


def code_of(token: str) -> str:
    """Sixteen letters in fours: 79 bits that only this site can make from a form's token."""
    drawn = bytes.fromhex(keyed_hmac(f"receipt:{token}"))[:16]
    written = "".join(LETTERS[byte % len(LETTERS)] for byte in drawn)
    return "-".join(written[i : i + 4] for i in range(0, 16, 4))


def hash_of(code: str) -> str:
    """SHA-256 (hex) of a code, however its groups are written."""
    return hashlib.sha256("".join(code.upper().replace("-", " ").split()).encode()).hexdigest()
