"""Texts of the demo: a summary of the notice this platform answers, in our own words, and a rule of the association in two editions.

Imported by the editor, made public by the reviewer, dated and mapped by the editor: the ways anybody takes.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from association.kernel import clock
from association.kernel.policy import Actor
from association.rules import actions, queries
from association.rules.models import DocumentKind, Edition
from association.rules.reading.reader import read_document
from association.rules.workflow import EDITION

TEXTS = Path(__file__).parent / "texts"
ISSUER = "示例省视听行业协会（演示）"
NOTE = "经营和推广付费内容的单位，请留意第八条至第十一条。"
NOTES = {
    "8": "素材核对从投放后提前到首次投放之前，记录至少保存六个月；投流方和制作机构都受影响。",
    "11": "答复退款的期限由七个工作日缩短为五个工作日；影响小程序主体。",
}


def read_in(name: str, *, editor: Actor, kind: DocumentKind, is_summary: bool = False) -> Edition:
    """The draft, as an editor imports it."""
    read = read_document(name, (TEXTS / name).read_bytes())
    return actions.read_in(
        read, file_name=name, actor=editor, kind=kind, issuer=ISSUER, is_summary=is_summary
    ).edition


def publish(edition: Edition, *, reviewer: Actor) -> None:
    EDITION.take("publish", edition, actor=reviewer)


def check(edition: Edition, *, effective_on: date, source: str, editor: Actor, note: str = "") -> None:
    actions.check(
        edition, kind=edition.document.kind, issuer=edition.document.issuer, effective_on=effective_on, ceased_on=None, repealed=False, source=source,
        note=note, actor=editor,
    )  # fmt: skip


def confirm_descent(edition: Edition, *, editor: Actor) -> None:
    """Every line into the edition, with plain words where the change matters."""
    before = queries.before(edition)
    if before is None:
        raise LookupError(edition.called)
    for line in queries.mappings(before, edition):
        actions.confirm(line, actor=editor, note=next((NOTES[p] for p in line.new if p in NOTES), ""))


def tell(scene: Callable[[int, int], AbstractContextManager[None]], who: Callable[[str], Actor]) -> None:
    """The summary; the first edition of the rule; the second, with what became of each clause."""
    with scene(_ago(date(2025, 9, 12)), 2):
        summary = read_in(
            "notice-summary.md", editor=who("editor"), kind=DocumentKind.NOTICE, is_summary=True
        )
        first = read_in("miniapp-drama-2025.md", editor=who("editor"), kind=DocumentKind.STANDARD)
    with scene(_ago(date(2025, 9, 15)), 2):
        publish(summary, reviewer=who("reviewer"))
        publish(first, reviewer=who("reviewer"))
    with scene(_ago(date(2025, 9, 16)), 2):
        check(first, effective_on=date(2025, 11, 1), source="本会发文", editor=who("editor"))
    with scene(_ago(date(2026, 5, 20)), 2):
        second = read_in("miniapp-drama-2026.md", editor=who("editor"), kind=DocumentKind.STANDARD)
    with scene(_ago(date(2026, 5, 21)), 2):
        publish(second, reviewer=who("reviewer"))
    with scene(_ago(date(2026, 5, 22)), 2):
        check(second, effective_on=date(2026, 7, 1), source="本会发文", editor=who("editor"), note=NOTE)
    with scene(_ago(date(2026, 5, 25)), 2):
        confirm_descent(second, editor=who("editor"))


def _ago(day: date) -> int:
    return (clock.today() - day).days
