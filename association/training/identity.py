"""Identity numbers: the check digit of the resident identity card (GB 11643) and the form they are compared in."""

import re
import unicodedata

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def tidy(typed: str) -> str:
    """Full-width figures, blanks and a small x are the same number."""
    return "".join(unicodedata.normalize("NFKC", typed).split()).upper()


def check_digit(first17: str) -> str:
    """ISO 7064 MOD 11-2 over the first seventeen figures."""
    return CHECKS[sum(int(figure) * weight for figure, weight in zip(first17, WEIGHTS, strict=True)) % 11]


def has_form(number: str) -> bool:
    """Eighteen places, the last a figure or X."""
    return re.fullmatch(r"[0-9]{17}[0-9X]", number) is not None


def is_right(number: str) -> bool:
    """Of the right form, and the check digit fits."""
    return has_form(number) and check_digit(number[:17]) == number[17]
