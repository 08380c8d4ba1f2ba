"""Stopping is one click, for whoever holds the letter; an organisation's follows outlive its staff."""

from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from association.accounts.actors import actor_of
from association.following import actions
from association.following.models import Follow, Follower, Muted, Pace
from association.kernel import clock
from association.kernel.audit import AuditEntry
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.transactions import writing
from association.organisations import actions as organisations
from association.organisations import queries as organisation_queries
from association.organisations.models import Officer, Post
from association.organisations.workflow import OFFICER
from association.people import actions as people
from tests import cast
from tests.association.following.readers import digests, follows, got, reader, spread
from tests.bulletins.notices import issued as way
from tests.bulletins.warnings import issued as warned

MORNING = "2026-11-24T08:01:00+08:00"


def heard(account) -> int:
    """One more warning, and how many letters there are then."""
    warned.issued(must_read=False)
    spread()
    return len(got(account))


def _link(account) -> str:
    return str(got(account)[-1].stop_path)


def test_the_letter_carries_the_headers_by_which_mail_programs_stop_it(app):
    person = reader("kind:warning")
    heard(person)
    place = app.extensions["settings"].data / "mail"
    mails = [message_from_bytes(f.read_bytes(), policy=default) for f in place.glob("*.eml")]
    (mail,) = [m for m in mails if m["To"] == person.email]
    assert mail["List-Unsubscribe"] == f"<http://site.example{_link(person)}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_other_letters_carry_no_such_header(app):
    cast.verified()
    spread()
    place = app.extensions["settings"].data / "mail"
    mails = [message_from_bytes(f.read_bytes(), policy=default) for f in place.glob("*.eml")]
    assert mails
    assert not any(m["List-Unsubscribe"] for m in mails)


def test_a_mail_program_presses_the_button_without_cookies_or_tokens(app):
    person = reader("kind:warning")
    heard(person)
    answer = app.test_client().post(_link(person), data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert heard(person) == 1


def test_opening_the_link_changes_nothing_and_its_button_stops(app, visitor):
    person = reader("kind:warning")
    heard(person)
    page = visitor.get(_link(person))
    assert page.heading == "停止来信"
    assert "风险预警" in page.text
    assert heard(person) == 2
    assert visitor.get(_link(person)).submit("停止来信").heading == "已停止"
    assert heard(person) == 2


def test_a_slip_is_undone_with_a_click(app, visitor):
    person = reader("kind:warning")
    heard(person)
    visitor.get(_link(person)).submit("停止来信").submit("按错了，继续来信")
    assert visitor.heading == "照常来信"
    assert heard(person) == 2


def test_the_link_of_a_digest_stops_the_digest_and_nothing_else(app, visitor):
    person = reader("kind:notice", Pace.DAILY)
    follows(person, "kind:warning", Pace.AT_ONCE)
    way.issued()
    spread()
    digests(MORNING)
    visitor.get(got(person, "following/digest")[0].stop_path).submit("停止来信")
    assert {f.key for f in session.query(Follow).filter(Follow.stopped_at.is_(None))} == {"kind:warning"}


@pytest.mark.parametrize("token", ["x", "WzEsMSxbMV1d.AAAA", "WzEsMSxbMV1d"])
def test_a_forged_link_is_no_page(app, visitor, token):
    reader("kind:warning")
    assert visitor.get(f"/following/stop/{token}/").status == 404
    assert app.test_client().post(f"/following/stop/{token}/").status_code == 404


def test_what_was_stopped_while_a_digest_waited_is_left_out(app):
    person = reader("kind:notice", Pace.DAILY)
    way.issued()
    spread()
    with writing():
        actions.stop(session.query(Follow).one(), actor=actor_of(person))
    digests(MORNING)
    assert got(person) == []


def test_the_officers_of_the_day_are_written_to_whoever_set_it_up(app):
    firm = cast.verified()
    follows(firm.clerk_account, "kind:warning", organisation=firm.organisation)
    heard(firm.clerk_account)
    assert (len(got(firm.clerk_account)), len(got(firm.signer_account))) == (1, 1)
    newcomer = cast.somebody()
    with writing():
        organisations.join(
            firm.organisation,
            post=Post.CLERK,
            authority=cast.paper(),
            ends_on=date(2027, 11, 23),
            because="接任",
            actor=actor_of(newcomer),
        )
    registrar = cast.somebody("registrar")
    with writing():
        joined = session.query(Officer).order_by(Officer.id.desc()).first()
        OFFICER.take("approve", joined, actor=actor_of(registrar))
    with writing():
        leaving = next(
            o
            for o in organisation_queries.officers_of(firm.organisation)
            if o.person_id == firm.clerk_account.person_id
        )
        OFFICER.take("end", leaving, actor=firm.signer, reason="离职")
    heard(newcomer)
    assert len(got(newcomer)) == 1
    assert len(got(firm.clerk_account)) == 1
    assert len(got(firm.signer_account)) == 2


def test_an_officer_who_stops_by_link_stops_for_themselves_only(app, visitor):
    firm = cast.verified()
    follows(firm.clerk_account, "kind:warning", organisation=firm.organisation)
    heard(firm.clerk_account)
    page = visitor.get(_link(firm.clerk_account))
    assert "单位的关注不变" in page.text
    page.submit("停止来信")
    assert heard(firm.clerk_account) == 1
    assert len(got(firm.signer_account)) == 2
    visitor.get(_link(firm.clerk_account)).submit("停止来信").submit("按错了，继续来信")
    assert session.query(Muted).count() == 0


def test_somebody_who_follows_for_both_gets_one_letter(app):
    firm = cast.verified()
    follows(firm.clerk_account, "kind:warning", organisation=firm.organisation)
    follows(firm.clerk_account, "kind:warning")
    assert heard(firm.clerk_account) == 1


def test_what_an_organisation_follows_is_in_its_trail_and_what_a_person_follows_is_in_none(app):
    firm, person = cast.verified(), cast.somebody()
    follows(firm.clerk_account, "kind:warning", organisation=firm.organisation)
    follows(person, "kind:warning")
    (entry,) = session.query(AuditEntry).filter_by(deed="follow")
    assert (entry.subject_kind, entry.subject_id) == ("organisation", firm.id)


def test_nobody_follows_for_an_organisation_that_is_not_theirs(app):
    firm, stranger = cast.verified(), cast.somebody()
    with pytest.raises(Forbidden):
        follows(stranger, "kind:warning", organisation=firm.organisation)


def test_nobody_changes_what_somebody_else_follows(app):
    person, stranger = reader("kind:warning"), cast.somebody()
    with pytest.raises(Forbidden), writing():
        actions.stop(session.query(Follow).one(), actor=actor_of(stranger))
    assert heard(person) == 1


@pytest.mark.parametrize(
    "key", ["kind:nothing", "clause:99", "clause:x", "organisation:1", "topic:", "", "document:0", "kind"]
)
def test_what_is_not_public_cannot_be_followed(app, key):
    cast.submitted()
    with pytest.raises(Refused, match="没有可以关注的"):
        reader(key)


def test_there_is_an_end_to_what_one_can_follow(app, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 1)
    person = reader("kind:warning")
    follows(person, "kind:warning", Pace.DAILY)
    with pytest.raises(Refused, match="最多关注1项"):
        follows(person, "kind:notice")


def test_a_forgotten_person_follows_nothing(app):
    person = reader("kind:warning")
    with writing():
        people.forget(person.person, because="本人要求", actor=cast.staff("admin"))
    assert session.query(Follower).count() == 0
    warned.issued()
    spread()
    assert got(person) == []


def test_a_disabled_account_is_not_written_to(app):
    person = reader("kind:warning")
    with writing():
        person.disabled_at = clock.now()
    warned.issued(must_read=False)
    spread()
    assert got(person) == []
