"""Subtitles as browsers read them: WebVTT. Pure."""

import re

_TIME = re.compile(r"(\d{2}:\d{2}:\d{2}),(\d{3})")


def as_vtt(text: str) -> str:
    """SRT differs by its head and the comma of its times; VTT stays as it is."""
    if text.lstrip("\ufeff").startswith("WEBVTT"):
        return text.lstrip("\ufeff")
    lines = [
        _TIME.sub(r"\1.\2", line) if "-->" in line else line for line in text.lstrip("\ufeff").splitlines()
    ]
    return "WEBVTT\n\n" + "\n".join(lines) + "\n"
