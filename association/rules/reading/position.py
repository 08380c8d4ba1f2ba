"""Where in the tree the next line goes: what is open, from the document down to the innermost list.

Whatever is added goes below what is open, so the tree keeps the order of the text.
"""

from association.rules.reading.doubts import Doubts
from association.rules.reading.marks import DIVISION_STYLES, Style
from association.rules.reading.openlists import Draft, OpenLists
from association.rules.reading.tree import Level, Number


class Position:
    """`last` is the draft the line before went to, `unfilled` a mark whose text may be on the next line."""

    def __init__(self, doubts: Doubts) -> None:
        self.root = Draft(Level.PREAMBLE, 0)
        self.container = self.root  # the document or the annex
        self.outer = OpenLists(self.root, doubts)  # lists outside articles
        self.article: Draft | None = None
        self.inner: OpenLists | None = None  # lists of the 款 that is open
        self.last: Draft | None = None
        self.unfilled: Draft | None = None
        self.highest_article: Number | None = None
        self.annexes = 0
        self._divisions: list[tuple[int, Draft]] = []
        self._highest: dict[int, Number] = {}  # of divisions, by rank
        self._doubts = doubts

    @property
    def innermost(self) -> Draft:
        if self.inner is not None:
            return self.inner.innermost
        return self.article or self.outer.innermost

    @property
    def in_a_provision(self) -> bool:
        return self.article is not None or self.outer.innermost is not self.root

    @property
    def lists(self) -> OpenLists:
        return self.inner or self.outer

    def open_division(self, draft: Draft, *, style: Style) -> Number | None:
        """Open a division and everything it closes. Returns the highest number of its kind before it, None
        for a new count."""
        rank = DIVISION_STYLES[style]
        self.close_article()
        while self._divisions and self._divisions[-1][0] >= rank:
            self._divisions.pop()
        # Sections start anew in each chapter; chapters may start anew in each part, or be counted through.
        for deeper in [deeper for deeper in self._highest if deeper > rank]:
            if deeper == DIVISION_STYLES[Style.SECTION] or not self._divisions:
                del self._highest[deeper]
        before = self._highest.get(rank)
        number = draft.number or Number((0,))
        if number == Number((1,)) and self._divisions:
            before = None
        self._highest[rank] = number if before is None else max(number, before)
        (self._divisions[-1][1] if self._divisions else self.container).add(draft)
        self._divisions.append((rank, draft))
        self._open(draft)
        return before

    def open_annex(self, draft: Draft) -> None:
        self.back_to_the_whole()
        self._highest.clear()
        self.highest_article = None
        self.container = self.root.add(draft)
        self._open(draft)

    def open_article(self, draft: Draft) -> None:
        self.close_article()
        self.article = self.outer.innermost.add(draft)
        number = draft.number or Number((0,))
        self.highest_article = number if self.highest_article is None else max(number, self.highest_article)

    def open_paragraph(self, draft: Draft) -> None:
        """A new 款 of the open article; its lists begin anew."""
        if self.article is None:
            raise ValueError("a 款 belongs to an article")
        self.last = self.article.add(draft)
        self.inner = OpenLists(draft, self._doubts)

    def add(self, draft: Draft) -> None:
        """Add to the innermost that is open; the line after may go on it."""
        self.last = self.innermost.add(draft)
        self.unfilled = None

    def add_outside_article(self, draft: Draft) -> None:
        self.close_article()
        self.last = self.outer.innermost.add(draft)

    def close_article(self) -> None:
        self.article = self.inner = self.unfilled = self.last = None

    def back_to_the_whole(self) -> None:
        """Close everything but the annex."""
        self.close_article()
        self._divisions.clear()
        self.outer = OpenLists(self.container, self._doubts)

    def opened(self, draft: Draft, *, has_text: bool) -> None:
        """A mark was read: the next line may be its text, or go on with it."""
        self.last = draft
        self.unfilled = None if has_text else draft

    def _open(self, draft: Draft) -> None:
        self.outer = OpenLists(draft, self._doubts)
        self.opened(draft, has_text=bool(draft.texts))
