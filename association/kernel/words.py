"""The words people read. Source language is Chinese; English comes from translations/en.

`_` translates now (inside a request or `spoken_in`), `_l` when it is shown. Features take them from here, so that the rooms that must
not know the web do not import it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import flask_babel

# Named here with their types, which the package does not tell.
_: Callable[..., str] = flask_babel.gettext
_l: Callable[..., Any] = flask_babel.lazy_gettext

__all__ = ["N_", "_", "_l", "retold", "spoken_in"]


def N_(words: str) -> str:  # noqa: N802 - the name translators' tools know
    """Marks words that are kept as they are and translated where they are shown."""
    return words


def retold(kept: str) -> str:
    """Words the trail keeps in Chinese, in the reader's language; a name before a blank (“晨曦样例影视 经办人”) stays."""
    name, blank, word = kept.rpartition(" ")
    return name + blank + (_(word) if word else "")


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Words in another language than the reader's: a letter speaks its recipient's."""
    with flask_babel.force_locale(language):
        yield
