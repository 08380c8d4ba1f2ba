"""Personal fields: kept encrypted, compared by a keyed hash, shown masked."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from association.kernel import personal
from association.kernel.db import session
from association.kernel.personal import decrypt, encrypt, keyed_hmac, mask_name, mask_phone
from association.kernel.transactions import writing
from association.people.models import Person


def test_what_is_encrypted_comes_back_and_two_equal_values_are_stored_differently(app):
    first, second = encrypt("13800138000"), encrypt("13800138000")
    assert first != second
    assert "138" not in first
    assert decrypt(first) == decrypt(second) == "13800138000"


def test_rare_characters_and_emoji_survive_encryption(app):
    assert decrypt(encrypt("𠮷野家😀")) == "𠮷野家😀"


def test_a_value_written_under_another_key_is_unreadable_and_not_garbage(app, monkeypatch):
    stored = encrypt("13800138000")
    other = dataclasses.replace(app.extensions["settings"], personal_key=b"\x01" * 32)
    monkeypatch.setitem(app.extensions, "settings", other)
    with pytest.raises(personal.Unreadable):
        decrypt(stored)


def test_a_value_changed_in_the_database_is_unreadable(app):
    stored = encrypt("13800138000")
    changed = stored[:-4] + ("AAA=" if not stored.endswith("AAA=") else "BBB=")
    for damaged in (changed, "v1:", "13800138000", "v1:nonsense"):
        with pytest.raises(personal.Unreadable):
            decrypt(damaged)


def test_the_same_number_typed_differently_is_found_as_the_same(app):
    assert keyed_hmac("１３８ 0013 8000") == keyed_hmac("13800138000") != keyed_hmac("13800138001")


def test_the_hash_depends_on_the_key_so_that_a_table_of_hashes_names_nobody(app, monkeypatch):
    ours = keyed_hmac("13800138000")
    other = dataclasses.replace(app.extensions["settings"], personal_key=b"\x02" * 32)
    monkeypatch.setitem(app.extensions, "settings", other)
    assert keyed_hmac("13800138000") != ours


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812345678", "138****5678"),
        ("+86 138 1234 5678", "138****5678"),
        ("１３８１２３４５６７８", "138****5678"),
        ("010-88886666", "****66"),
        ("12345", "****"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_phone_shows_three_and_four_digits_at_most(phone, shown):
    assert mask_phone(phone) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王小明", "王某某"),
        ("王五", "王某某"),
        ("欧阳样例", "欧阳某某"),
        ("欧阳", "欧某某"),
        ("司马相", "司马某某"),
        ("佳", "某某"),
        ("𠮷田样例", "𠮷某某"),
        ("葛\U000e0100样例", "葛\U000e0100某某"),
        ("阿卜杜拉·买买提", "阿某某"),
        ("Jane Sample", "J***"),
        ("Élodie Exemple", "É***"),
        ("  张 三 ", "张某某"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_name_shows_the_surname_and_no_more(name, shown):
    assert mask_name(name) == shown


@given(st.text(min_size=1, max_size=60))
def test_a_mask_never_shows_more_than_two_characters_of_any_name(name):
    shown = mask_name(name).replace("某某", "").replace("***", "")
    letters = [c for c in shown if not ("\ufe00" <= c <= "\ufe0f" or "\U000e0100" <= c <= "\U000e01ef")]
    assert len(letters) <= 2


@given(st.text(max_size=40))
def test_a_masked_phone_never_shows_more_than_seven_digits(phone):
    assert sum(c.isdigit() for c in mask_phone(phone)) <= 7


def test_a_copy_of_the_database_holds_no_phone(app):
    with writing():
        person = Person(name="王样例", phone="13800138000")
        session.add(person)
        session.flush()
        id_ = person.id
    kept = session.scalar(text("select phone from person where id = :id"), {"id": id_})
    assert "13800138000" not in kept
    assert session.get_one(Person, id_, populate_existing=True).phone == "13800138000"
