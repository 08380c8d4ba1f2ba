"""Where the house's own files are, for the tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from association.kernel.settings import ROOT

PACKAGES = ("association", "bulletins", "mcn", "front", "demo")


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the site itself."""
    return (ROOT / "app.py", *sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py")))


@cache
def written() -> tuple[Path, ...]:
    """Every Python file that somebody has to read: the site, its tests, its scripts, its benches."""
    beside = [p for folder in ("tests", "bench", "script", "examples") for p in (ROOT / folder).rglob("*.py")]
    return (*modules(), *sorted(beside))


@cache
def templates() -> tuple[Path, ...]:
    return tuple(sorted(p for p in (ROOT / "templates").rglob("*") if p.is_file()))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def strings(path: Path) -> Iterator[str]:
    """Every string of a module that is no docstring; what an f-string fills in is written `*`."""
    inside = {
        id(part) for node in ast.walk(tree(path)) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
