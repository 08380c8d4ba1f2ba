"""Bootstrap Icons, drawn into the page: no font, no request, and an unknown name is loud."""

import re
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup


@lru_cache(maxsize=1)
def _paths() -> dict[str, str]:
    """Icon name → the shapes of its symbol, from the sprite that Bootstrap-Flask ships."""
    sprite = files("flask_bootstrap") / "static" / "bootstrap5" / "icons" / "bootstrap-icons.svg"
    symbols = re.finditer(
        r'<symbol[^>]*\bid="([^"]+)"[^>]*>(.*?)</symbol>', sprite.read_text("utf-8"), re.DOTALL
    )
    return {m.group(1): m.group(2).strip() for m in symbols}


def icon(name: str) -> Markup:
    """An icon beside a word (never instead of one). KeyError for a name that is none."""
    return Markup('<svg class="i" aria-hidden="true" focusable="false" viewBox="0 0 16 16">{}</svg>').format(
        Markup(_paths()[name])  # noqa: S704 - shapes of a package we pin, never of a reader
    )
