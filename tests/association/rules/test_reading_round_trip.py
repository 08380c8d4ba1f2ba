"""Properties: any tree renders and reads back to itself, no text is lost, numbering is ordered and total,
nothing crashes."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from rules_trees import documents

from association.rules.reading.citation_checks import Found, check
from association.rules.reading.citation_forms import cite
from association.rules.reading.citations import read_citation
from association.rules.reading.doubts import Doubt
from association.rules.reading.errors import UnreadableFile
from association.rules.reading.numerals import in_chinese
from association.rules.reading.reader import read_document
from association.rules.reading.render import as_markdown, as_text
from association.rules.reading.tree import Number


def squeezed(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@given(documents())
@settings(max_examples=300, deadline=None)
def test_any_tree_renders_and_reads_back_to_itself(document):
    again = read_document("规定.md", as_markdown(document).encode())
    assert again.tree == document.tree
    assert again.front_matter == document.front_matter
    assert again.title == document.title


@given(documents())
@settings(max_examples=150, deadline=None)
def test_every_provision_is_found_by_its_own_citation(document):
    for node in document.walk():
        answers = check(read_citation(cite(document, node.path)), document)
        assert [answer.paths for answer in answers if isinstance(answer, Found)] == [(node.path,)]


NUMERAL = st.integers(1, 12).map(in_chinese)
MARKS = st.one_of(
    st.builds("第{}条{}".format, NUMERAL, st.sampled_from(["　", " ", "", "之一　", "规定的", "第二款"])),
    st.builds("第{}{}".format, NUMERAL, st.sampled_from(["章 总则", "节　一般规定", "编 总则", "　缺字"])),
    st.builds("{}、".format, NUMERAL), st.builds("（{}）".format, NUMERAL), st.builds("({}) ".format, NUMERAL),
    st.builds("{}.".format, st.integers(1, 12)), st.builds("（{}）".format, st.integers(1, 12)), st.builds("{}）".format, st.integers(1, 9)),
    st.builds("{}.{} ".format, st.integers(1, 4), st.integers(1, 4)), st.builds("{} ".format, st.integers(1, 4)),
    st.sampled_from(["①", "②", "a) ", "b) ", "——", "附件1：", "附件2", "附：", "目录", "目 录", "特此通知。", "2026年11月1日", "（2021年1月1日修正）", "注：",
                     "# ", "## ", "> ", "- ", "* ", "| ", "> [!note]+ ", "---", "示协发〔2026〕3号", "样例协会文件", ""]),
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "",
        "为了自律，制定本规定。",
        "有下列情形之一的：",
        "总体要求",
        "应当公开，",
        "样例省视听行业协会",
        "本规定自2026年1月1日起施行。",
        "a | b |",
        "**粗**体。",
    ]
)
LINES = st.builds("{}{}{}".format, st.sampled_from(["", "", "　　", "  "]), MARKS, WORDS)
TEXTS = st.builds(
    lambda lines, gap: gap.join(lines), st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n"])
)


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_no_text_is_lost_of_any_plain_text_however_it_is_numbered(text):
    try:
        document = read_document("规定.txt", text.encode())
    except UnreadableFile:
        assert not text.strip(" \n　")
        return
    if "|" not in text:
        assert squeezed(as_text(document)) == squeezed(text)


@given(TEXTS, st.sampled_from(["规定.txt", "规定.md"]))
@settings(max_examples=600, deadline=None)
def test_addresses_are_unique_and_numbers_rise_unless_a_warning_says_otherwise(text, name):
    try:
        document = read_document(name, text.encode())
    except UnreadableFile:
        return
    paths = [node.path for node in document.walk()]
    assert len(set(paths)) == len(paths)
    if {Doubt.ORDER, Doubt.DOUBLED, Doubt.ANNEX_NUMBER, Doubt.OTHER_STYLE} & {
        warning.code for warning in document.warnings
    }:
        return
    for node in document.walk():
        for level, siblings in itertools.groupby(node.children, key=lambda child: child.level):
            found = [child.number for child in siblings if child.number]
            assert found == sorted(set(found)), (node.path, level)


@given(TEXTS, st.sampled_from(["规定.txt", "规定.md"]))
@settings(max_examples=600, deadline=None)
def test_whatever_was_read_once_reads_the_same_again(text, name):
    try:
        document = read_document(name, text.encode())
    except UnreadableFile:
        return
    assert squeezed(as_text(read_document("规定.md", as_markdown(document).encode()))) == squeezed(
        as_text(document)
    )


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.docx", "a"]))
@settings(max_examples=400, deadline=None)
def test_any_bytes_give_a_document_or_a_sentence(data, name):
    try:
        said = read_document(name, data).title
    except UnreadableFile as error:
        said = str(error.sentence)
    assert said


@given(
    st.lists(
        st.builds(
            lambda n, inserted: Number((n,), tuple(inserted)),
            st.integers(1, 30),
            st.lists(st.integers(1, 3), max_size=2),
        )
    )
)
def test_numbers_have_one_order_and_no_two_share_an_address(numbers):
    ordered = sorted(set(numbers))
    assert all(a < b for a, b in itertools.pairwise(ordered))
    assert len({str(number) for number in ordered}) == len(ordered)
