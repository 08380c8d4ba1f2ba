"""Lines to a tree of drafts: each line is placed once, in order, and what is not placed for certain is
noted."""

import re

from association.rules.reading.doubts import Doubt, Doubts
from association.rules.reading.lines import OPEN_ENDS, Line
from association.rules.reading.marks import Mark, Style, annex_mark, list_mark, loose_mark, ordinal_mark
from association.rules.reading.normal import normal
from association.rules.reading.numerals import ARABIC, CHINESE, number_of
from association.rules.reading.openlists import Draft, OpenLists, note_sequence
from association.rules.reading.position import Position
from association.rules.reading.survey import Role, Survey, width
from association.rules.reading.tree import DIVISIONS, Level, Number
from association.rules.reading.verdicts import is_item_mention, on_article, on_division

DIVISION_LEVELS = {
    Style.PART: Level.PART,
    Style.SUBPART: Level.PART,
    Style.CHAPTER: Level.CHAPTER,
    Style.SECTION: Level.SECTION,
}
INCOMPLETE = re.compile(rf"第[{CHINESE}{ARABIC}]{{1,6}}[ \t\u3000]+\S")
INSIDE = re.compile(rf"[。；：！？…）\s]第([{CHINESE}{ARABIC}]{{1,8}})条[ \t\u3000]")
HAPPENED = re.compile(r"\d[ \t]?日.{0,80}?(?:通过|修正|修订|修改|公布|发布|施行|废止)")
CAPTION = re.compile(r"【[^【】]{1,60}】")
SENTENCE_ENDS = frozenset("。；：")
LONGEST_TITLE = 40
LONGEST_LINE = 5000  # no 款 of a real text comes near it


def is_note(text: str) -> bool:
    """（2021年…修正） on a line of its own, or 注：…."""
    bracketed = text[0] in "（(" and text[-1] in "）)" and len(text) < 900
    return text.startswith(("注：", "注:")) or (bracketed and HAPPENED.search(text) is not None)


class TreeBuilder:
    """Feed it lines in order, then take `root`. One builder reads one document."""

    def __init__(self, survey: Survey, doubts: Doubts) -> None:
        self._survey = survey
        self._doubts = doubts
        self._at = Position(doubts)
        self._arabic_articles: bool | None = None
        self._last_line: Line | None = None

    @property
    def root(self) -> Draft:
        return self._at.root

    def feed(self, line: Line, *, role: Role, next_is_structural: bool) -> None:
        """Place one line. `next_is_structural` when an article or division comes right after it."""
        if role is not Role.BODY:
            # Contents, names of annexes, closing words and signatures are the whole's, not its last
            # provision's.
            self._at.back_to_the_whole()
            self._at.container.add(_unnumbered(line))
        elif line.rows:
            self._at.add(_unnumbered(line))
            self._at.last = None
        elif not self._marked(line):
            self._unmarked(line, next_is_structural=next_is_structural)
        if not line.rows:
            self._look_inside(line)
        self._last_line = line

    def _marked(self, line: Line) -> bool:
        return self._division(line) or self._article(line) or self._annex(line) or self._listed(line)

    # Divisions, articles, annexes

    def _division(self, line: Line) -> bool:
        mark = ordinal_mark(line.text)
        if mark is None or mark.style is Style.ARTICLE:
            return False
        verdict = on_division(mark)
        if verdict.number is None:
            if verdict.doubt:
                self._doubts.add(line.place, verdict.doubt, mark=mark.written)
            return False
        draft = _draft(DIVISION_LEVELS[mark.style], line, mark, verdict.number)
        highest = self._at.open_division(draft, style=mark.style)
        note_sequence(
            self._doubts, mark=mark, style=mark.style, number=verdict.number, highest=highest, line=line.place
        )
        return True

    def _article(self, line: Line) -> bool:
        mark = ordinal_mark(line.text)
        if mark is None or mark.style is not Style.ARTICLE:
            if INCOMPLETE.match(line.text):
                self._doubts.add(line.place, Doubt.INCOMPLETE_MARK, mark=line.text[:8])
            return False
        if not mark.apart and self._continues(line):
            return False
        verdict = on_article(mark, previous=self._at.highest_article, spaced=self._survey.spaced)
        number = verdict.number or (mark.number if line.heading else None)
        if verdict.doubt:
            self._doubts.add(line.place, verdict.doubt, mark=mark.written, number=str(number))
        if number is None:
            return False
        self._compare_with_articles_before(line, mark, number)
        self._at.open_article(_draft(Level.ARTICLE, line, mark, number, words=False))
        self._rest_of_article(line, mark)
        return True

    def _compare_with_articles_before(self, line: Line, mark: Mark, number: Number) -> None:
        arabic = any(sign in ARABIC for sign in mark.written)
        if self._arabic_articles is None:
            self._arabic_articles = arabic
        elif arabic != self._arabic_articles and mark.number:
            self._doubts.add(line.place, Doubt.MIXED_NUMERALS, mark=mark.written, number=number)
        highest = self._at.highest_article
        note_sequence(
            self._doubts, mark=mark, style=Style.ARTICLE, number=number, highest=highest, line=line.place
        )

    def _rest_of_article(self, line: Line, mark: Mark) -> None:
        """What follows 第八条 on its line: a caption, an item, or the first 款."""
        rest = Line(line.place, mark.rest, indent=line.indent)
        is_title = line.heading and len(mark.rest) <= LONGEST_TITLE and mark.rest[-1:] not in SENTENCE_ENDS
        if not mark.rest or self._at.article is None:
            return
        if is_title or CAPTION.fullmatch(mark.rest):
            self._at.article.texts.append(mark.rest)
        elif not self._listed(rest, within=True):
            self._at.open_paragraph(_unnumbered(rest, Level.PARAGRAPH))

    def _annex(self, line: Line) -> bool:
        mark = annex_mark(line.text)
        if mark is None or mark.rest[-1:] in SENTENCE_ENDS or len(mark.rest) > LONGEST_TITLE * 2:
            return False
        self._at.annexes += 1
        number = mark.number or Number((self._at.annexes,))
        if number.last != self._at.annexes:
            self._doubts.add(line.place, Doubt.ANNEX_NUMBER, mark=mark.written, number=self._at.annexes)
        self._arabic_articles = None
        self._at.open_annex(_draft(Level.ANNEX, line, mark, number))
        return True

    # Lists

    def _listed(self, line: Line, *, within: bool = False) -> bool:
        mark = list_mark(line.text, decimals=self._survey.uses_decimals)
        if mark is None or (mark.style is Style.DASH and not self._at.in_a_provision):
            return False
        if mark.style is Style.DASH:
            self._at.add(Draft(Level.POINT, line.place, mark.written, mark.gap, [mark.rest]))
            return True
        number = self._countable(mark, line)
        if number is None:
            return False
        counted = Mark(mark.style, mark.written, mark.gap, mark.rest, number)
        draft = self._lists_for(mark, within=within).place(counted, line=line.place, indent=line.indent)
        self._at.opened(draft, has_text=bool(mark.rest))
        return True

    def _countable(self, mark: Mark, line: Line) -> Number | None:
        """The number a list mark counts as here; None when it is text after all."""
        expected = self._at.lists.expects(mark)
        if mark.number is None or (is_item_mention(mark) and not expected):
            doubt = Doubt.MENTION if mark.number else Doubt.UNCLEAR_NUMBER
            self._doubts.add(line.place, doubt, mark=mark.written)
            return None
        if mark.style is Style.DECIMAL:
            return self._countable_decimal(mark, mark.number, line)
        if not mark.gap and self._continues(line) and not expected:
            return None
        if mark.style is Style.CHINESE_COMMA and number_of(mark.rest[:1]) == mark.number.last + 1:
            # 一、二级… may be a heading or a sentence; it is kept as the heading it looks like.
            self._doubts.add(line.place, Doubt.NO_SPACE, mark=mark.written)
        return mark.number

    def _countable_decimal(self, mark: Mark, number: Number, line: Line) -> Number | None:
        if mark.written[0].isalpha() and self._at.container.level is Level.ANNEX:
            number = Number(number.figures[1:])
        if self._at.lists.accepts_decimal(mark, number):
            return number
        if len(number.figures) > 1:
            self._doubts.add(line.place, Doubt.UNCLEAR_NUMBER, mark=mark.written)
        return None

    def _lists_for(self, mark: Mark, *, within: bool) -> OpenLists:
        """The lists of the open 款; those around the article when the number goes on one of them and none
        inside."""
        at = self._at
        if at.article is None:
            return at.outer
        goes_on_inside = at.inner is not None and at.inner.expects(mark)
        goes_on_outside = at.outer.has(mark.style) and at.outer.expects(mark)
        if mark.style is Style.DECIMAL or (goes_on_outside and not goes_on_inside and not within):
            at.close_article()
            return at.outer
        if at.inner is None:
            at.open_paragraph(Draft(Level.PARAGRAPH, at.article.line))
        return at.lists

    # Text

    def _unmarked(self, line: Line, *, next_is_structural: bool) -> None:
        if self._filled(line):
            return
        if self._continues(line):
            self._join(line)
        elif line.listed and self._at.in_a_provision:
            self._at.add(_unnumbered(line, Level.POINT))
        elif is_note(line.text):
            self._at.add(_unnumbered(line, Level.NOTE))
        elif self._looks_like_heading(line, next_is_structural=next_is_structural):
            self._doubts.add(line.place, Doubt.UNNUMBERED_HEADING, text=line.text[:LONGEST_TITLE])
            self._at.add_outside_article(_unnumbered(line))
        elif self._at.article is not None:
            if loose := loose_mark(line.text):
                self._doubts.add(line.place, Doubt.UNCLEAR_NUMBER, mark=loose)
            self._at.open_paragraph(_unnumbered(line, Level.PARAGRAPH))
        else:
            self._at.add(_unnumbered(line))

    def _filled(self, line: Line) -> bool:
        """The line is the text of a mark that stood alone: 第六章, and 法律责任 on the next line."""
        draft, self._at.unfilled = self._at.unfilled, None
        if draft is None or line.heading:
            return False
        takes_titles_only = draft.level in DIVISIONS or draft.level is Level.ANNEX
        if takes_titles_only and (line.is_complete or len(line.text) > LONGEST_TITLE):
            return False
        draft.gap = "\n"
        draft.texts.append(line.text)
        self._at.last = draft
        return True

    def _join(self, line: Line) -> None:
        self._doubts.add(line.place, Doubt.JOINED)
        if self._at.last is not None:
            texts = self._at.last.texts
            between_words = line.text[0].isascii() and texts[-1][-1].isascii()
            texts.append(" " + line.text if between_words else line.text)

    def _continues(self, line: Line) -> bool:
        """The line before was broken off in mid sentence: by a comma, or at the width where this file
        breaks its lines."""
        before = self._last_line
        if before is None or self._at.last is None or self._at.unfilled is not None:
            return False
        if line.apart or line.heading or line.listed or before.is_complete:
            return False
        wrapped = self._survey.wrapped_at
        return before.text[-1] in OPEN_ENDS or 0 < wrapped - 3 <= width(before.text) + before.indent

    def _looks_like_heading(self, line: Line, *, next_is_structural: bool) -> bool:
        """A heading that has lost its number is no 款: short, no sentence, with an article or a division
        right after it."""
        short = len(normal(line.text)) <= 20 and not line.is_complete and line.apart
        return bool(line.heading) or (short and next_is_structural and self._at.article is not None)

    def _look_inside(self, line: Line) -> None:
        """Articles run together in one line are no provisions; somebody has to break the line."""
        highest = self._at.highest_article
        expected, first, count = (highest.last if highest else 0) + 1, "", 0
        for found in INSIDE.finditer(line.text):
            if number_of(found[1]) == expected:
                first = first or found[0][1:].strip()
                expected, count = expected + 1, count + 1
        if count:
            self._doubts.add(line.place, Doubt.INSIDE_LINE, mark=first, count=count)
        elif len(line.text) > LONGEST_LINE:
            self._doubts.add(line.place, Doubt.LONG_LINE, count=len(line.text))


def _draft(level: Level, line: Line, mark: Mark, number: Number, *, words: bool = True) -> Draft:
    """A draft for a mark; `words` is False where what follows the mark is placed on its own, as an
    article's 款 is."""
    gap = mark.gap or ("" if words or mark.rest else "\n")
    return Draft(level, line.place, mark.written, gap, [mark.rest] if words and mark.rest else [], number)


def _unnumbered(line: Line, level: Level = Level.TEXT) -> Draft:
    if line.rows:
        return Draft(Level.TABLE, line.place, rows=line.rows)
    return Draft(level, line.place, texts=[line.text])
