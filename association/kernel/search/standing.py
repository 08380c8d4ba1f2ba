"""Pages that stand by themselves and are found like anything else: what a feature shows without anybody's deed.

Published when the site is prepared; `records.publish` does nothing where nothing is new.
"""

from collections.abc import Callable

_pages: list[Callable[[], None]] = []


def stands(publish: Callable[[], None]) -> None:
    """Register what publishes a feature's standing pages."""
    if publish not in _pages:
        _pages.append(publish)


def publish_all() -> None:
    for publish in _pages:
        publish()
