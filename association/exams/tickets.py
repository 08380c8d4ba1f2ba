"""The code of an admission ticket (准考码): the organisation hands it to the person it has signed up, who brings it and the number of their paper.

A keyed hash of the place, so that nothing is kept and no code can be worked out from another.
"""

from association.kernel.personal import keyed_hmac
from association.training.models import Enrolment

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10


def code_of(enrolment: Enrolment) -> str:
    """Changes when somebody else is named for the place."""
    number = int(keyed_hmac(f"exam ticket:{enrolment.id}:{enrolment.number_key}"), 16)
    letters = []
    for _turn in range(LENGTH):
        number, rest = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[rest])
    return "".join(letters)


def tidy(typed: str) -> str:
    return "".join(typed.upper().replace("-", "").split())
