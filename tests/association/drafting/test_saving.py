"""Saving: every version stays, what saves itself does not pile up, and nobody writes over what they have not seen."""

import pytest
from flask import Flask

from association import drafting
from association.accounts.models import Account
from association.drafting import texts
from association.kernel import audit
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.transactions import writing
from tests import cast


@pytest.fixture
def subject(app: Flask) -> Account:
    """Any row can be written about; the simplest is somebody."""
    return cast.somebody("editor")


def save(
    subject: Account, text: str, *, base: int, by: Account | None = None, keep: bool = True
) -> drafting.Draft:
    actor = cast.actor(by or subject)
    with writing():
        return drafting.save(session.get_one(Account, subject.id), text, base=base, actor=actor, keep=keep)


def kept(subject: Account) -> list[str]:
    return [v.text for v in drafting.versions(subject)]


def test_every_saved_version_stays_and_the_newest_is_the_text(subject):
    assert drafting.latest(subject) is None
    first = save(subject, "第一条　甲。", base=0)
    save(subject, "第一条　乙。", base=first.number)
    assert kept(subject) == ["第一条　乙。", "第一条　甲。"]
    assert drafting.latest(subject).text == "第一条　乙。"


def test_what_saves_itself_takes_the_place_of_its_own_last_only(subject):
    one = save(subject, "甲", base=0, keep=False)
    two = save(subject, "甲乙", base=one.number, keep=False)
    assert kept(subject) == ["甲乙"]
    three = save(subject, "甲乙丙", base=two.number)
    assert kept(subject) == ["甲乙丙"]
    save(subject, "甲乙丙丁", base=three.number, keep=False)
    assert kept(subject) == ["甲乙丙丁", "甲乙丙"]


def test_a_text_saved_over_somebody_elses_newer_one_lies_beside_it(subject):
    other = cast.somebody("editor")
    base = save(subject, "原文", base=0).number
    theirs = save(subject, "先到的", base=base, by=other)
    mine = save(subject, "后到的", base=base)
    assert mine.is_aside
    assert drafting.latest(subject).id == theirs.id
    assert kept(subject) == ["后到的", "先到的", "原文"]
    over = save(subject, "两稿合并", base=theirs.number)
    assert not over.is_aside
    assert drafting.latest(subject).text == "两稿合并"


def test_the_same_person_in_two_windows_is_shown_both_as_well(subject):
    base = save(subject, "原文", base=0, keep=False).number
    save(subject, "左窗", base=base, keep=False)
    assert save(subject, "右窗", base=base, keep=False).is_aside
    assert kept(subject) == ["右窗", "左窗"]


def test_what_saves_itself_beside_does_not_pile_up(subject):
    other = cast.somebody("editor")
    base = save(subject, "原文", base=0).number
    save(subject, "先到的", base=base, by=other)
    save(subject, "后", base=base, keep=False)
    save(subject, "后到", base=base, keep=False)
    assert kept(subject) == ["后到", "先到的", "原文"]


def test_the_same_words_again_are_no_new_version(subject):
    base = save(subject, "甲", base=0).number
    assert save(subject, "甲", base=base).number == base
    assert save(subject, "甲", base=0).number == base
    assert len(kept(subject)) == 1


def test_everybody_who_wrote_is_named_in_the_trail(subject):
    other = cast.somebody("editor")
    base = save(subject, "甲", base=0, keep=False).number
    save(subject, "甲乙", base=base, by=other, keep=False)
    wrote = {
        entry.account_id for entry in session.scalars(audit.history_of(subject)) if entry.deed == "draft"
    }
    assert wrote == {subject.id, other.id}


def test_a_preview_numbers_the_clauses_and_names_doubtful_lines(app):
    seen = texts.preview("第一条　甲。\n\n第三条　丙。", title="样例规则")
    assert [path for path, _html in seen.leaves] == ["1", "3"]
    assert [line for line, _said in seen.doubts] == [3]
    assert texts.preview(" \n", title="样例规则").leaves == []


def test_a_title_in_the_text_is_the_title(app):
    assert drafting.read("# 另一个题目\n\n第一条　甲。", title="样例规则").title == "另一个题目"
    assert drafting.read("第一条　甲。", title="样例规则").title == "样例规则"


def test_markup_that_was_typed_is_text_in_the_preview(app):
    (leaf,) = texts.preview("第一条　<script>alert(1)</script>甲。", title="样例规则").leaves
    assert "<script" not in leaf[1]


def test_a_file_that_cannot_be_read_says_why_at_its_field(app):
    with pytest.raises(Refused) as refused:
        texts.of_file("样例.docx", b"PK\x03\x04 cut off")
    assert refused.value.field == "file"


def test_a_file_becomes_markdown_that_reads_as_the_same_clauses(app):
    text = texts.of_file(
        "样例.txt", "样例规则\n\n第一章　总则\n第一条　甲。\n第二条　乙：\n（一）丙；\n（二）丁。\n".encode()
    )
    again = drafting.read(text, title="别的")
    assert again.title == "样例规则"
    assert [node.path for top in again.tree for node in top.walk() if node.level == "article"] == ["1", "2"]
