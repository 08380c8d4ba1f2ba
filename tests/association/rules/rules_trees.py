"""Strategies: documents of every shape the reader knows, built as drafts, so that what is read back can be
compared."""

from hypothesis import strategies as st

from association.rules.reading.addresses import addressed
from association.rules.reading.doubts import Doubts
from association.rules.reading.marks import Style, written_mark
from association.rules.reading.openlists import Draft
from association.rules.reading.tree import FrontKind, FrontLine, Level, Number, ReadDocument

# First characters that begin no mark, no mention and no day; then anything Markdown could trip over.
FIRST = st.sampled_from("应保护经营机构网络微短剧平台")
REST = st.text(alphabet="应保护经营平台，、《》〈〉“”（）0123456789abcXYZ #*|\\<>&[]`_~=+-!.%", max_size=24)
SENTENCES = st.builds(lambda first, rest: (first + rest).rstrip() + "。", FIRST, REST)
TITLES = st.text(alphabet="保护经营机构网络微短剧平台管理", min_size=2, max_size=10)
CELLS = st.text(alphabet="保护经营|\\*<&a1", min_size=1, max_size=6)
BLANK = st.sampled_from([" ", "\u3000", "  "])


def numbers(count: int) -> st.SearchStrategy[list[int]]:
    """So many rising numbers from one, mostly without gaps."""
    return st.lists(st.sampled_from([1, 1, 1, 1, 2, 3]), min_size=count - 1, max_size=count - 1).map(
        lambda steps: [1 + sum(steps[:i]) for i in range(count)]
    )


@st.composite
def lists(draw, styles: tuple[Style, ...], levels: tuple[Level, ...], *, most: int = 3) -> list[Draft]:
    """A numbered list, with lists of the next style below some of its entries."""
    if not styles or not draw(st.booleans()):
        return []
    drafts = []
    for number in draw(numbers(draw(st.integers(1, most)))):
        text = draw(SENTENCES)
        draft = Draft(
            levels[0],
            0,
            written_mark(styles[0], number),
            draw(st.sampled_from(["", " "])),
            [text],
            Number((number,)),
        )
        draft.children = draw(lists(styles[1:], levels[1:], most=2))
        drafts.append(draft)
    return drafts


IN_ARTICLE = (
    (Style.CHINESE_BRACKET, Style.DIGIT_POINT, Style.DIGIT_BRACKET, Style.CIRCLED),
    (Level.ITEM, Level.SUBITEM, Level.POINT, Level.POINT),
)


@st.composite
def tables(draw) -> Draft:
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=3))
    return Draft(Level.TABLE, 0, rows=tuple(rows))


@st.composite
def articles(draw, first: int) -> list[Draft]:
    drafts = []
    for number in draw(numbers(draw(st.integers(1, 4)))):
        plain = Number((first + number,))
        for whole in [plain, Number(plain.figures, (1,))] if draw(st.integers(0, 9)) == 0 else [plain]:
            mark = written_mark(Style.ARTICLE, whole.last) + ("之一" if whole.inserted else "")
            article = Draft(Level.ARTICLE, 0, mark, draw(BLANK), number=whole)
            if draw(st.integers(0, 5)) == 0:
                article.texts = [draw(TITLES)]
            for _ in range(draw(st.integers(1, 3))):
                paragraph = article.add(Draft(Level.PARAGRAPH, 0, texts=[draw(SENTENCES)]))
                paragraph.children = draw(lists(*IN_ARTICLE))
            if draw(st.integers(0, 7)) == 0 and not article.children[-1].children:
                article.children[-1].add(draw(tables()))
            drafts.append(article)
    return drafts


@st.composite
def laws(draw) -> list[Draft]:
    """编 with 章 with 节 with 条, any of them left out."""
    has_parts, has_chapters, has_sections = (draw(st.booleans()) for _ in range(3))
    count = 0
    chapter_number = 0

    def block() -> list[Draft]:
        nonlocal count
        found = draw(articles(count))
        count = found[-1].number.last
        return found

    def chapters() -> list[Draft]:
        nonlocal chapter_number
        if not has_chapters:
            return block()
        found = []
        for _ in range(draw(st.integers(1, 2))):
            chapter_number += 1
            chapter = _division(Level.CHAPTER, Style.CHAPTER, chapter_number, draw(TITLES), draw(BLANK))
            if has_sections:
                chapter.children = [
                    _division(Level.SECTION, Style.SECTION, n, draw(TITLES), " ", block()) for n in (1, 2)
                ]
            else:
                chapter.children = block()
            found.append(chapter)
        return found

    if not has_parts:
        return chapters()
    return [_division(Level.PART, Style.PART, n, draw(TITLES), " ", chapters()) for n in (1, 2)]


def _division(
    level: Level, style: Style, number: int, title: str, gap: str, children: list[Draft] | None = None
) -> Draft:
    return Draft(
        level, 0, written_mark(style, number), gap, [title], Number((number,)), children=children or []
    )


@st.composite
def notices(draw) -> list[Draft]:
    """一、（一）1.（1）, with paragraphs and tables below any of them."""
    styles = (
        Style.CHINESE_COMMA,
        Style.CHINESE_BRACKET,
        Style.DIGIT_POINT,
        Style.DIGIT_BRACKET,
        Style.CIRCLED,
    )
    levels = (Level.HEADING1, Level.HEADING2, Level.HEADING3, Level.HEADING4, Level.POINT)
    # Any level may be left out: the anchor notice itself goes from 四、 to 1.
    kept = [i for i in range(5) if draw(st.integers(0, 3))] or [0]
    found = draw(lists(tuple(styles[i] for i in kept), tuple(levels[i] for i in kept)))
    waiting = list(found)
    while waiting:
        draft = waiting.pop()
        waiting += draft.children
        extra = [Draft(Level.TEXT, 0, texts=[draw(SENTENCES)]) for _ in range(draw(st.integers(0, 2)))]
        extra += [draw(tables())] if draw(st.integers(0, 5)) == 0 else []
        draft.children = extra + draft.children
    return found


@st.composite
def standards(draw) -> list[Draft]:
    """4, 4.1, 4.1.2: clauses of a 团体标准. There is always a 1.1, by which such a document is known."""

    def below(figures: tuple[int, ...], deepest: int) -> list[Draft]:
        count = draw(st.integers(1 if len(figures) < 2 else 0, 2)) if len(figures) < deepest else 0
        found = []
        for n in range(1, count + 1):
            own = (*figures, n)
            level = (Level.HEADING1, Level.HEADING2, Level.HEADING3, Level.HEADING4, Level.POINT)[
                len(own) - 1
            ]
            draft = Draft(level, 0, ".".join(map(str, own)), " ", [draw(SENTENCES)], Number(own))
            draft.children = [
                *([Draft(Level.TEXT, 0, texts=[draw(SENTENCES)])] if draw(st.booleans()) else []),
                *below(own, deepest),
            ]
            found.append(draft)
        return found

    return below((), draw(st.integers(2, 5)))


@st.composite
def documents(draw) -> ReadDocument:
    """A document with a title, perhaps words before its first provision, a body of one of three kinds, and
    annexes."""
    root = Draft(Level.PREAMBLE, 0)
    body = draw(st.one_of(laws(), notices(), standards()))
    if body and draw(st.booleans()):
        root.children = [
            Draft(Level.TEXT, 0, texts=[draw(SENTENCES)]) for _ in range(draw(st.integers(1, 2)))
        ]
    root.children = root.children + body
    for n in range(1, draw(st.integers(0, 2)) + 1) if body else ():
        annex = _division(
            Level.ANNEX,
            Style.ANNEX,
            n,
            draw(TITLES),
            " ",
            [Draft(Level.TEXT, 0, texts=[draw(SENTENCES)]), draw(tables())],
        )
        root.add(annex)
    title = draw(TITLES) + "规定"
    return ReadDocument(
        title=title, issuer="", number="", adopted_on=None, issued_on=None, promulgated_on=None, effective_on=None,
        first_effective_on=None, front_matter=(FrontLine(FrontKind.TITLE, title),), tree=addressed(root, Doubts()),
    )  # fmt: skip
