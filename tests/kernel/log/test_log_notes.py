"""Signed notes and checkpoints, as c2sp.org/signed-note and tlog-checkpoint give them."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from association.kernel.log import notes
from association.kernel.log.notes import BadNote, Head, VerifierKey

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NAME = "site.example/log"
VERIFIER = VerifierKey(NAME, KEY.public_key().public_bytes_raw())
HEAD = Head(NAME, 3, bytes(range(32)))


def test_a_checkpoint_reads_as_the_specification_says():
    lines = notes.sign(HEAD, KEY, name=NAME).split("\n")
    assert lines[:4] == [NAME, "3", base64.b64encode(bytes(range(32))).decode(), ""]
    assert lines[4].startswith(f"\u2014 {NAME} ")
    assert lines[5:] == [""]
    assert base64.b64decode(lines[4].rpartition(" ")[2])[:4] == VERIFIER.id


def test_what_was_signed_is_read_back():
    assert notes.opened(notes.sign(HEAD, KEY, name=NAME), VERIFIER) == HEAD


def test_a_verifier_key_known_elsewhere_is_read():
    known = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert str(VerifierKey.read(known)) == known
    assert VerifierKey.read(f"{known}\n").name == "PeterNeumann"


@pytest.mark.parametrize(
    "text", ["", "a", "a+b+c", f"other+{VERIFIER.id.hex()}+{str(VERIFIER).rpartition('+')[2]}"]
)
def test_another_key_is_none(text):
    with pytest.raises(BadNote):
        VerifierKey.read(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n3\n", "\n4\n"),
        ("\n3\n", "\n03\n"),
        ("\n3\n", "\n٣\n"),
        (NAME, "other.example/log"),
        ("\n\n", "\n"),
        ("\u2014 ", "- "),
    ],
)
def test_a_note_in_which_anything_was_changed_is_refused(old, new):
    with pytest.raises(BadNote):
        notes.opened(notes.sign(HEAD, KEY, name=NAME).replace(old, new, 1), VERIFIER)


def test_signatures_of_others_are_passed_over_and_only_ours_counts():
    note = notes.sign(HEAD, KEY, name=NAME)
    witnessed = note + "\u2014 witness.example " + base64.b64encode(b"abcd" + bytes(64)).decode() + "\n"
    assert notes.opened(witnessed, VERIFIER) == HEAD
    stranger = Ed25519PrivateKey.generate()
    with pytest.raises(BadNote, match="not signed by this key"):
        notes.opened(notes.sign(HEAD, stranger, name=NAME), VERIFIER)


def test_a_signed_text_that_is_no_checkpoint_is_refused():
    for head in (Head("other.example", 3, bytes(32)), Head(NAME, 3, bytes(31))):
        with pytest.raises(BadNote):
            notes.opened(notes.sign(head, KEY, name=NAME), VERIFIER)
