"""The words people read. Source language is Chinese; English comes from translations/en.

`_` translates now (inside a request or `spoken_in`), `_l` when it is shown. Features take them from here, so that the rooms that must
not know the web do not import it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

__all__ = ["_", "_l", "spoken_in"]


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Words in another language than the reader's: a letter speaks its recipient's."""
    with force_locale(language):
        yield
