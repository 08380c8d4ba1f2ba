"""The only place that imports Whoosh, so that another distribution of it is one change.

2.7.4 was written for older Pythons: compiling it warns (escapes in plain strings, `is` with literals). The
warnings concern nobody here and must not stop a program run with `-W error`, so they are silenced for the
import alone.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    # Whoosh imports some of its modules only when first used; they are named here to be compiled under the
    # same roof.
    import whoosh.codec.whoosh3
    import whoosh.columns
    import whoosh.filedb.filestore
    import whoosh.matching.wrappers
    import whoosh.multiproc
    import whoosh.support.levenshtein
    import whoosh.writing  # noqa: F401 - see above
    from whoosh.fields import ID, STORED, FieldType, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.formats import Existence
    from whoosh.index import EmptyIndexError, FileIndex, create_in
    from whoosh.reading import TermNotFound

__all__ = [
    "ID",
    "STORED",
    "EmptyIndexError",
    "Existence",
    "FieldType",
    "Schema",
    "TermNotFound",
    "create_in",
    "index_in",
]


class Shelf(FileStorage):
    """A folder of index files that can be closed together.

    A reader of Whoosh opens several files; when the third is gone or broken, nobody holds the first two any more
    to close them.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        file = super().open_file(name, **options)
        self._opened = [other for other in self._opened if not other.is_closed]
        self._opened.append(file)
        return file

    def release(self) -> None:
        """Not named `close`, which Whoosh calls whenever a single reader is done."""
        for file in self._opened:
            if not file.is_closed:
                file.close()


@contextmanager
def index_in(folder: Path, schema: Schema) -> Iterator[FileIndex]:
    """The index in this folder. When something fails with it open, its files are closed; else whoever keeps
    readers of it calls `index.storage.release` in the end."""
    shelf = Shelf(folder)
    try:
        yield FileIndex(shelf, schema=schema)
    except BaseException:
        shelf.release()
        raise
