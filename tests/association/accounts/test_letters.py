"""Letters of accounts: both languages of each, addresses that work, no header injected by a name."""

import re
from datetime import date, datetime
from types import SimpleNamespace

import pytest

from association.accounts.models import Role
from association.kernel.clock import CHINA
from association.kernel.letters import send
from association.kernel.settings import ROOT
from association.kernel.transactions import rollback

HAN = re.compile(r"[\u4e00-\u9fff]")
TEMPLATES = sorted({path.name.split(".")[0] for path in (ROOT / "templates/letters/accounts").glob("*.txt")})


def letter(template: str, language: str, name: str = "Sample"):
    grant = SimpleNamespace(role=Role.REGISTRAR, account_id=7, starts_on=date(2026, 11, 23))
    try:
        return send(
            f"accounts/{template}", to_address="a@studio.example", language=language, name=name, path="/account/x/",
            reason="because", grant=grant, proposer="Sample", until=datetime(2026, 11, 24, 16, 0, tzinfo=CHINA),
        )  # fmt: skip
    finally:
        rollback()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_is_complete_in_both_languages(live, template):
    chinese, english = letter(template, "zh"), letter(template, "en")
    assert HAN.search(chinese.subject)
    assert not HAN.search(english.subject)
    own_words = english.body.split("--")[0]
    assert not HAN.search(own_words), own_words
    assert ("http" in chinese.body.split("——")[0]) == ("http" in own_words), "a link in one is a link in both"


@pytest.mark.parametrize("template", ["prove", "reset", "change_email", "invited"])
def test_a_letter_with_a_link_says_how_long_it_works(live, template):
    assert "2026年11月24日16:00前有效" in letter(template, "zh").body
    assert "until 24 November 2026, 16:00 China time" in letter(template, "en").body


def test_no_name_adds_a_line_to_the_subject(live):
    for template in TEMPLATES:
        assert "\n" not in letter(template, "zh", name="样例\nBcc: all@studio.example").subject
