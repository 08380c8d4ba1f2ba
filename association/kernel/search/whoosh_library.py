"""The only place that imports Whoosh, so that another distribution of it is one change.

2.7.4 was written for older Pythons: compiling it warns (escapes in plain strings, `is` with literals). The
warnings concern nobody here and must not stop a program run with `-W error`, so they are silenced for the
import alone.
"""

import warnings

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
    from whoosh.formats import Existence
    from whoosh.index import EmptyIndexError, create_in, open_dir
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
    "open_dir",
]
