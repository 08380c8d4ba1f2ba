"""Figures as people type them."""

_PLAIN = {ord("０") + n: str(n) for n in range(10)} | {ord("．"): "."}


def plain_figures(typed: str) -> str:
    """Full width made plain, and the comma of thousands left out."""
    return typed.strip().translate(_PLAIN).replace(",", "").replace("，", "")
