"""E-mail addresses as people type them, made equal where they mean the same mailbox."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

LONGEST = 190
"""Characters; case folding may lengthen one, and the column holds 200."""


def normal(typed: str) -> str | None:
    """The address as it can be written to, or None: full-width signs (＠) become plain, the domain lower case and readable."""
    plain = unicodedata.normalize("NFKC", typed).strip()
    if len(plain) > LONGEST:
        return None
    try:
        return str(validate_email(plain, check_deliverability=False, test_environment=True).normalized)
    except EmailNotValidError:
        return None


def key(typed: str) -> str:
    """How addresses are compared: without case; something that is no address equals no address that is one."""
    return (normal(typed) or typed.strip()[:LONGEST]).casefold()
