"""Letters: in the transaction, once in inbox and folder, by SMTP once save for a crash, given up visibly."""

import dataclasses
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
import time_machine
from sqlalchemy import func, select, text

from association.kernel import clock, jobs, letters
from association.kernel.db import session
from association.kernel.jobs.promises import Job
from association.kernel.letters import Letter, LetterState
from association.kernel.transactions import writing
from tests.mail_server import MailServer

TEMPLATE = "accounts/invited"


@pytest.fixture
def house(app, tmp_path, monkeypatch):
    """The site with a letter template of the tests' own."""
    (tmp_path / "tests").mkdir()
    for language in ("zh", "en"):
        (tmp_path / "tests" / f"plain.{language}.txt").write_text(
            {
                "zh": "关于{{ name }}\n\n{{ name }}，你好：\n请看 {{ url('/my/') }}\n",
                "en": "About {{ name }}\n\nDear {{ name }}\n",
            }[language]
        )
    environment = letters._environment()
    monkeypatch.setattr(environment.loader, "searchpath", [*environment.loader.searchpath, str(tmp_path)])
    return app


def write(n: int = 1, **details) -> list[int]:
    facts = {"to_address": "reader@people.example", "name": "样例"} | details
    with writing():
        return [letters.send("tests/plain", **facts).id for _ in range(n)]


def letter(id_: int) -> Letter:
    session.rollback()
    return session.get_one(Letter, id_)


def folder(app):
    place = app.extensions["settings"].data / "mail"
    return (
        [message_from_bytes(f.read_bytes(), policy=default) for f in sorted(place.glob("*"))]
        if place.exists()
        else []
    )


def by(server: MailServer, app, monkeypatch) -> None:
    settings = dataclasses.replace(app.extensions["settings"], smtp_url=server.url)
    monkeypatch.setitem(app.extensions, "settings", settings)


def work_on(hours: float) -> None:
    """Let the worker look every minute for some hours."""
    for minute in range(int(hours * 60)):
        with time_machine.travel(clock.now() + timedelta(minutes=minute), tick=False):
            jobs.run_due()


def test_a_letter_is_sent_after_the_commit_and_stands_in_the_folder_under_its_own_name(house):
    id_ = write()[0]
    assert folder(house) == []
    jobs.run_due()
    (mail,) = folder(house)
    assert mail["Message-ID"] == letter(id_).message_id
    assert mail["Message-ID"].endswith("@site.example>")
    assert mail["To"] == "reader@people.example"
    assert mail["Subject"] == "关于样例"
    assert "http://site.example/my/" in mail.get_content()
    assert letter(id_).state is LetterState.SENT
    assert letter(id_).sent_at is not None


def test_a_deed_that_is_undone_has_sent_no_letter(house):
    with pytest.raises(ZeroDivisionError), writing():
        letters.send("tests/plain", to_address="reader@people.example", name="样例")
        raise ZeroDivisionError
    jobs.run_due()
    assert folder(house) == []
    assert session.scalar(select(func.count()).select_from(Letter)) == 0


def test_a_letter_speaks_its_readers_language_and_ends_with_the_site(house):
    chinese, english = letter(write()[0]), letter(write(language="en")[0])
    assert english.subject == "About 样例"
    assert "http://site.example/\n" in english.body
    assert "This letter was sent by the site." in english.body
    assert "本信由系统发出" in chinese.body
    assert "演示数据" not in chinese.body


def test_letters_of_a_demo_say_that_all_is_invented(house, monkeypatch):
    settings = dataclasses.replace(house.extensions["settings"], mode="demo")
    monkeypatch.setitem(house.extensions, "settings", settings)
    assert "演示数据" in letter(write()[0]).body
    assert "Demo data" in letter(write(language="en")[0]).body


@pytest.mark.parametrize("name", ["样例\r\nBcc: thief@people.example", "样例\u2028Bcc: x", "𠮷😀" * 80])
def test_nothing_typed_can_begin_a_header_or_break_the_subject(house, name):
    write(name=name)
    jobs.run_due()
    (mail,) = folder(house)
    assert mail["Bcc"] is None
    assert "\n" not in mail["Subject"]
    assert len(mail["Subject"]) <= 300


@pytest.mark.parametrize("address", ["a@b.example\nBcc: x@y.example", "nobody", "a b@c.example", ""])
def test_what_is_no_address_is_given_up_at_once_and_visibly(house, address):
    id_ = write(to_address=address)[0]
    jobs.run_due()
    assert folder(house) == []
    assert letter(id_).state is LetterState.GIVEN_UP
    assert [given.id for given in letters.given_up()] == [id_]


def test_a_chinese_domain_is_written_to_in_its_ascii_form_and_a_chinese_mailbox_needs_a_server_that_can(
    house, monkeypatch
):
    with MailServer() as server:
        by(server, house, monkeypatch)
        plain, chinese = write(to_address="a@样例.example")[0], write(to_address="样例@people.example")[0]
        jobs.run_due()
        assert [m["To"] for m in server.messages] == ["a@" + "样例".encode("idna").decode() + ".example"]
        assert letter(plain).state is LetterState.SENT
        assert letter(chinese).state is LetterState.WAITING
    with MailServer(utf8=True) as server:
        by(server, house, monkeypatch)
        work_on(0.1)
        assert letter(chinese).state is LetterState.SENT
        assert "样例@people.example" in server.accepted[0].decode()


def test_many_letters_share_one_conversation(house, monkeypatch):
    with MailServer() as server:
        by(server, house, monkeypatch)
        write(30)
        jobs.run_due()
        assert server.connections == 1
        assert sum(server.times_by_id.values()) == 30


def test_a_server_without_eight_bits_gets_seven(house, monkeypatch):
    with MailServer(eight_bit=False) as server:
        by(server, house, monkeypatch)
        write()
        jobs.run_due()
        assert server.accepted[0].isascii()
        assert "样例，你好" in server.messages[0].get_content()


def test_a_server_that_fails_at_times_gets_every_letter_once(house, monkeypatch):
    fails = {2: "busy", 5: "hangs_up", 9: "busy", 12: "hangs_up"}
    with MailServer(fails=fails) as server:
        by(server, house, monkeypatch)
        ids = write(10)
        work_on(0.2)
        assert [letter(id_).state for id_ in ids] == [LetterState.SENT] * 10
        assert set(server.times_by_id.values()) == {1}
        assert len(server.times_by_id) == 10


def test_a_server_that_dies_after_accepting_gets_the_same_letter_under_the_same_id(house, monkeypatch):
    with MailServer(fails={1: "dies_after"}) as server:
        by(server, house, monkeypatch)
        id_ = write()[0]
        work_on(0.1)
        assert server.times_by_id == {letter(id_).message_id: 2}


def test_a_mailbox_that_does_not_exist_is_given_up_and_can_be_tried_again_by_hand(house, monkeypatch):
    with MailServer(fails={1: "no_mailbox"}) as server:
        by(server, house, monkeypatch)
        id_ = write()[0]
        jobs.run_due()
        assert letter(id_).state is LetterState.GIVEN_UP
        with writing():
            letters.send_again(session.get_one(Letter, id_))
        jobs.run_due()
        assert letter(id_).state is LetterState.SENT


def test_a_server_that_is_away_is_tried_for_hours_and_then_the_letter_is_given_up(house, monkeypatch):
    settings = dataclasses.replace(house.extensions["settings"], smtp_url="smtp://127.0.0.1:1")
    monkeypatch.setitem(house.extensions, "settings", settings)
    id_ = write()[0]
    work_on(1)
    assert letter(id_).state is LetterState.WAITING
    with time_machine.travel(clock.now() + timedelta(hours=1)):
        work_on(10)
    assert letter(id_).state is LetterState.GIVEN_UP
    assert "ConnectionRefusedError" in (letter(id_).last_error or "")


def test_the_unread_count_counts_what_its_account_has_not_read(house):
    write(2, account_id=7)
    write(account_id=8)
    write(account_id=7, only_by_mail=True)
    assert letters.unread(7) == 2


def test_a_letter_in_confidence_is_carried_out_and_its_address_forgotten(house):
    id_ = write(in_confidence=True)[0]
    assert (letter(id_).to_address, letter(id_).account_id) == ("", None)
    stored = session.execute(text("SELECT sealed_address FROM letter")).scalar_one()
    assert "reader" not in stored
    jobs.run_due()
    assert [mail["To"] for mail in folder(house)] == ["reader@people.example"]
    assert letter(id_).sealed_address is None


def test_what_a_server_says_of_a_letter_in_confidence_is_kept_nowhere(house, monkeypatch, caplog):
    with MailServer(fails={1: "no_mailbox"}) as server:
        by(server, house, monkeypatch)
        id_ = write(in_confidence=True)[0]
        jobs.run_due()
    assert letter(id_).state is LetterState.GIVEN_UP
    kept = " ".join(f"{row.last_error}" for row in (letter(id_), *session.query(Job)))
    assert "reader" not in kept + caplog.text
