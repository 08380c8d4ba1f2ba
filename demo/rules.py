"""The demo's imported text: a summary of the notice this platform answers, in our own words, with its number."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from association.kernel.policy import Actor
from association.rules import actions
from association.rules.models import DocumentKind, Edition
from association.rules.reading.reader import read_document
from association.rules.workflow import EDITION

TEXTS = Path(__file__).parent / "texts"
ISSUER = "示例省视听行业协会（演示）"
SUMMARY = "notice-summary.md"


def read_in(name: str, *, editor: Actor, kind: DocumentKind, is_summary: bool = False) -> Edition:
    """The draft, as an editor imports it."""
    read = read_document(name, (TEXTS / name).read_bytes())
    return actions.read_in(
        read, file_name=name, actor=editor, kind=kind, issuer=ISSUER, is_summary=is_summary
    ).edition


def tell(scene: Callable[[int, int], AbstractContextManager[None]], who: Callable[[str], Actor]) -> None:
    """Imported by the editor, made public by the reviewer: the way anybody takes."""
    with scene(780, 2):
        summary = read_in(SUMMARY, editor=who("editor"), kind=DocumentKind.NOTICE, is_summary=True)
    with scene(778, 2):
        EDITION.take("publish", summary, actor=who("reviewer"))
