"""统一社会信用代码, the identity of an organisation: form and check digits.

GB 32100-2015: 18 characters of an alphabet without I, O, S, V, Z; the last one checks the others. python-stdnum's `cn.uscc` wants
eight leading digits, but the first two places name the registering department and kind and may be letters (N for rural
collectives), so the check is our own; a test holds it against stdnum wherever that one answers.

Passing proves the form of a code, not that the organisation exists.
"""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
# GB 11714: the nine characters from the ninth place are the organisation code, whose own last one checks its eight.
_CODE_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_CODE_CHECKS = "0123456789X"

LENGTH = 18
OF_PERSONS = "92"
"""Beginning of the codes of sole traders, who are natural persons."""


def tidy(written: str) -> str:
    """As people write it – full-width, lower case, blanks, hyphens – to the 18 characters themselves."""
    return "".join(unicodedata.normalize("NFKC", written).upper().split()).replace("-", "")


def check_character(first17: str) -> str:
    """The last character for the first seventeen; KeyError for a character outside the alphabet."""
    total = sum(_VALUES[c] * w for c, w in zip(first17, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def organisation_code_check(eight: str) -> str:
    """The check character of GB 11714 for the eight before it (letters count 10 to 35)."""
    total = sum(int(c, 36) * w for c, w in zip(eight, _CODE_WEIGHTS, strict=True))
    return _CODE_CHECKS[(11 - total % 11) % 11]


def is_well_formed(code: str) -> bool:
    """Eighteen characters of the alphabet, whatever the check digit."""
    return len(code) == LENGTH and all(c in _VALUES for c in code)


def is_valid(code: str) -> bool:
    """Well formed, and the check character fits."""
    return is_well_formed(code) and check_character(code[:17]) == code[17]


def code_part_fits(code: str) -> bool:
    """Whether places 9 to 17 also pass GB 11714; staff are told when they do not, nobody is refused for it."""
    return organisation_code_check(code[8:16]) == code[16]


def belongs_to_a_person(code: str) -> bool:
    """Sole traders (92…) are natural persons: no public page without a recorded basis (CAUTIONS, People)."""
    return code.startswith(OF_PERSONS)
