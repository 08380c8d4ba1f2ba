"""Measures a printed page in millimetres from its top left corner, read from the PDF itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

POINT = 25.4 / 72
A4 = (210.0, 297.0)
RED = (0.8, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled red rectangle: its edges."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text: where it begins, its baseline, its size in points."""

    text: str
    left: float
    baseline: float
    size: float


def pages(pdf: bytes) -> list[Any]:
    return list(PdfReader(BytesIO(pdf)).pages)


def size(page: Any) -> tuple[float, float]:
    return float(page.mediabox.width) * POINT, float(page.mediabox.height) * POINT


def words(page: Any) -> list[Words]:
    """Every run of text, in the order in which it is printed."""
    height, found = float(page.mediabox.height), []

    def see(text: str, _cm: Any, tm: Any, _font: Any, font_size: float) -> None:
        if text.strip():
            x, y = _through(_cm, tm[4], tm[5])
            scale = abs(tm[3] * _cm[3]) or 1.0
            found.append(Words(text.strip(), x * POINT, (height - y) * POINT, font_size * scale))

    page.extract_text(visitor_text=see)
    return found


def _through(cm: Any, x: float, y: float) -> tuple[float, float]:
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]


def lines(page: Any, *, above: float, below: float) -> list[float]:
    """Baselines of printed lines between two heights, from the top, each once."""
    seen: list[float] = []
    for run in sorted(words(page), key=lambda w: w.baseline):
        if above < run.baseline < below and (not seen or run.baseline - seen[-1] > 3):
            seen.append(run.baseline)
    return seen


def red_bars(page: Any) -> list[Bar]:
    """Red rectangles wider than they are high."""
    height = float(page.mediabox.height)
    return [
        Bar(min(x1, x2) * POINT, max(x1, x2) * POINT, (height - max(y1, y2)) * POINT, (height - min(y1, y2)) * POINT)
        for (x1, y1), (x2, y2) in _red_boxes(page)
        if abs(x2 - x1) > 20 * abs(y2 - y1) > 1
    ]  # fmt: skip


def _red_boxes(page: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    matrix, colour, stack = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], (0.0, 0.0, 0.0), []
    for given, operator in ContentStream(page.get_contents(), page.pdf).operations:
        numbers = [float(n) for n in given] if operator in (b"cm", b"rg", b"re") else []
        if operator == b"q":
            stack.append((matrix, colour))
        elif operator == b"Q" and stack:
            matrix, colour = stack.pop()
        elif operator == b"cm":
            matrix = _times(numbers, matrix)
        elif operator == b"rg":
            colour = (numbers[0], numbers[1], numbers[2])
        elif operator == b"re" and all(abs(a - b) < 0.02 for a, b in zip(colour, RED, strict=True)):
            x, y, w, h = numbers
            yield _through(matrix, x, y), _through(matrix, x + w, y + h)


def _times(a: list[float], b: list[float]) -> list[float]:
    return [
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    ]  # fmt: skip
