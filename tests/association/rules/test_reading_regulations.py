"""Every real regulation of the shared folder, where it is there: no article lost, text in = text out, twice the same.

Nothing of these texts is kept here; the folder is named by YUEZHANG_REGULATIONS or found beside the checkout.
"""

import os
import re
from pathlib import Path

import pytest

from association.rules.reading.citation_checks import Found, check
from association.rules.reading.citation_forms import cite
from association.rules.reading.citations import read_citation
from association.rules.reading.matching import Fate, clauses_of, matched
from association.rules.reading.reader import read_document
from association.rules.reading.render import as_markdown, as_text
from association.rules.reading.summary import summary

BESIDE = Path(__file__).parents[4] / "shared" / "data" / "regulations"
FOLDER = Path(os.environ.get("YUEZHANG_REGULATIONS", BESIDE))
FILES = sorted(FOLDER.glob("*.md")) if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not FILES, reason="the folder of real regulations is not on this machine")

HEADING = re.compile(r"^(?:> ?)?(?:#+ )?第[一二三四五六七八九十百零]+条[ \u3000]", re.MULTILINE)
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def words_of(markdown: str) -> list[str]:
    """What a reader sees of a file: its lines without the head, comments and marks, by rules of this test alone."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(
        r"^\[[^\]]+\]: .*$|^(?:> ?)?\{:.*\}$|^(?:> ?)?</?div[^>]*>$|^(?:> ?)?\|[ |:-]+\|$",
        "",
        text,
        flags=re.MULTILINE,
    )
    lines = (
        re.sub(r"^(?:> ?)*(?:\[!\w+\][+-]? ?)?(?:#+ )?", "", line)
        for line in text.replace("\u200b", "").split("\n")
    )
    return ["".join(re.sub(r"\[([^\]]*)\]\[\]", r"\1", line).split()) for line in lines if line.strip()]


def squeezed(text: str) -> str:
    return "".join(text.split())


@each_file
def test_every_heading_of_an_article_is_a_provision(file):
    document = read_document(file.name, file.read_bytes())
    assert summary(document, file=file.name)["articles"] == len(HEADING.findall(file.read_text()))


@each_file
def test_text_in_is_text_out(file):
    out = squeezed(as_text(read_document(file.name, file.read_bytes())))
    assert "".join(words_of(file.read_text())).replace("|", "") == out.replace("|", "")


@each_file
def test_what_is_written_reads_as_the_same_document(file):
    document = read_document(file.name, file.read_bytes())
    again = read_document("again.md", as_markdown(document).encode())
    assert (again.tree, again.front_matter, again.title) == (
        document.tree,
        document.front_matter,
        document.title,
    )


@each_file
def test_every_provision_is_found_by_its_citation(file):
    document = read_document(file.name, file.read_bytes())
    for node in document.walk():
        assert [
            found.paths
            for found in check(read_citation(cite(document, node.path)), document)
            if isinstance(found, Found)
        ] == [(node.path,)]


def edition(name: str):
    return read_document(name, (FOLDER / name).read_bytes())


def test_the_notice_is_read_as_its_head_says():
    document = edition("广电办发〔2022〕345号.md")
    told = summary(document, file="")
    assert (told["number"], told["issuer"], told["issued_on"]) == (
        "广电办发〔2022〕345号",
        "国家广播电视总局办公厅",
        "2022-11-14",
    )
    assert (document.promulgated_on.isoformat(), told["provisions"], told["articles"]) == (
        "2022-12-27",
        19,
        0,
    )
    assert "3.2.10" in document.by_path()


# Old article to new, read by a person in both texts (docs/rules.md); numbers only, none of the words.
MOVED = (
    {**{n: [n] for n in range(1, 30)}, 23: [23, 27], 27: [28], 28: [29], 29: [30], 30: [70]}
    | {n: [n] for n in range(31, 46)}
    | {n: [n + 1] for n in range(46, 69)}
    | {n: [n + 6] for n in range(69, 79)}
    | {79: [86], 80: [87]}
    | {n: [n + 8] for n in range(81, 88)}
    | {n: [n + 9] for n in range(88, 92)}
    | {n: [n + 11] for n in range(92, 100)}
    | {
        100: [112],
        101: [111, 113, 114],
        102: [115],
        103: [116],
        104: [117],
        105: [118],
        106: [119],
        107: [113],
    }
    | {n: [n + 12] for n in range(108, 112)}
    | {112: [125]}
)
NEW = {46, 71, 72, 73, 74, 85, 88, 96, 101, 102, 124}


def test_the_matcher_agrees_with_a_reader_of_the_charity_law():
    proposals = matched(
        clauses_of(edition("慈善法(2016-03-16).md")), clauses_of(edition("慈善法(2023-12-29).md"))
    )
    found = {int(old): [int(new) for new in proposal.new] for proposal in proposals for old in proposal.old}
    assert found == MOVED
    assert {int(proposal.new[0]) for proposal in proposals if proposal.fate is Fate.NEW} == NEW


def test_the_matcher_agrees_with_a_reader_of_the_law_on_minors():
    proposals = matched(
        clauses_of(edition("未成年人保护法(2020-10-17).md")),
        clauses_of(edition("未成年人保护法(2024-04-26).md")),
    )
    assert [proposal.new for proposal in proposals if proposal.fate is not Fate.SAME] == [("9",)]
    assert all(proposal.old == proposal.new for proposal in proposals)
    assert len(proposals) == 132
