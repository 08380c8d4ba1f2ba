"""What may stand in a text that everybody reads: no person (CAUTIONS, People)."""

import re

from association.kernel.words import _
from association.organisations import queries as organisations
from association.organisations.models import Organisation

NUMBERS = (
    re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),  # a mobile telephone
    re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"),  # an identity number
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),  # an address for letters
)


def person_in(text: str, organisation: Organisation) -> str | None:
    """The sentence that says what about a person is in the text; None where nothing was found. People look again: this finds only what it knows."""
    for pattern in NUMBERS:
        if found := pattern.search(text):
            return _("公示的文字里不能有个人信息：%(what)s。", what=found[0])
    names = {organisation.legal_representative, *(o.name for o in organisations.officers_of(organisation))}
    for name in sorted(n for n in names if len(n) > 1):
        if name in text:
            return _("公示的文字里不能写人名：%(name)s。", name=name)
    return None
