"""Looking after the site: settings from a day on, the calendar, work given up, the trail."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from association.accounts.models import Account
from association.kernel import audit, clock, dated, jobs, letters, working_days
from association.kernel.db import session
from association.kernel.policy import SYSTEM, Actor
from association.kernel.transactions import writing
from association.people.models import Person
from tests.page import Page

HOME = "/desk/administration/"
SETTING = HOME + "settings/attachments.max_megabytes/"
PAGES = (
    "",
    "settings/",
    "settings/attachments.max_files/",
    "calendar/",
    "work/",
    "trail/",
    "logs/",
    "logs/?check=1",
)


@pytest.fixture
def staff(as_: Callable[..., Page]) -> Callable[[str], Page]:
    """Somebody of the staff who has given the second factor their role asks for."""

    def sign_in(role: str) -> Page:
        page = as_(role)
        with writing():
            session.execute(update(Account).values(totp_confirmed_at=clock.now()))
        return page

    return sign_in


@pytest.fixture
def admin(staff: Callable[[str], Page]) -> Page:
    return staff("admin")


@pytest.fixture
def auditor(staff: Callable[[str], Page]) -> Page:
    return staff("auditor")


def entry_of(deed: str) -> audit.AuditEntry:
    return session.scalars(select(audit.AuditEntry).where(audit.AuditEntry.deed == deed)).one()


@pytest.mark.parametrize("page", PAGES)
def test_administrators_and_the_auditor_read_it_and_nobody_else_does(admin, auditor, staff, visitor, page):
    assert admin.get(HOME + page).status == 200
    assert auditor.get(HOME + page).status == 200
    assert staff("registrar").get(HOME + page).status == 403
    assert visitor.get(HOME + page, follow=False).status == 302


@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_english_to_an_english_reader(admin, page):
    admin.language = "en"
    admin.client.set_cookie("lang", "en")
    assert admin.get(HOME + page).status == 200


def new_value(page: Page, button: str, value: str, day: str) -> Page:
    return page.get(SETTING).submit(button, value=value, basis="样例决定", in_force_from=day)


def saved(page: Page, value: str, day: str) -> Page:
    return new_value(page, "预览", value, day).submit("保存")


def test_a_new_value_is_shown_before_it_is_saved_and_counts_from_its_day(admin):
    day = clock.today() + timedelta(days=3)
    preview = new_value(admin, "预览", "30", day.isoformat())
    assert preview.status == 200
    assert "还没有保存" in preview.text
    assert len(dated.history("attachments.max_megabytes")) == 1
    assert "新值已记下" in preview.submit("保存").text
    assert dated.value("attachments.max_megabytes") == 20
    assert dated.value("attachments.max_megabytes", on=day) == 30
    entry = entry_of("change_setting")
    assert entry.details["changes"] == [["attachments.max_megabytes", 20, 30]]
    assert entry.details["reason"] == "样例决定"


def test_the_past_is_not_rewritten_and_what_was_typed_stays(admin):
    answer = new_value(admin, "预览", "30", "2020-01-01")
    assert answer.status == 409
    assert answer.errors == ["只能从今天或以后起用：过去的事按当时的值办过，不能改写。"]
    assert answer.value("basis") == "样例决定"
    assert len(dated.history("attachments.max_megabytes")) == 1


def test_a_value_of_the_wrong_kind_is_refused_at_its_field(admin):
    answer = new_value(admin, "预览", "twenty", clock.today().isoformat())
    assert answer.status == 409
    assert answer.errors == ["请填一个0到100000之间的整数"]
    assert answer.value("value") == "twenty"


def test_a_value_must_follow_the_newest_one(admin):
    day = (clock.today() + timedelta(days=9)).isoformat()
    assert saved(admin, "30", day).status == 200
    assert new_value(admin, "预览", "31", day).status == 409


def test_two_administrators_who_save_at_once_do_not_overwrite_each_other(admin, staff):
    day = (clock.today() + timedelta(days=9)).isoformat()
    other = new_value(staff("admin"), "预览", "40", day)
    assert saved(admin, "30", day).status == 200
    assert other.submit("保存").status == 409
    assert dated.value("attachments.max_megabytes", on=clock.today() + timedelta(days=9)) == 30


def test_the_auditor_reads_the_setting_and_cannot_change_it(admin, auditor):
    assert "你可以查看，不能更改。" in auditor.get(SETTING).text
    forged = admin.get(SETTING)
    forged.client = auditor.client
    assert forged.submit("预览", value="30", basis="x", in_force_from="2027-01-01").status in (400, 403)
    assert auditor.get(HOME + "calendar/2027-01-04/").status == 403
    assert len(dated.history("attachments.max_megabytes")) == 1


def test_an_unknown_setting_is_unknown(admin):
    assert admin.get(HOME + "settings/no.such/").status == 404


def test_a_day_to_come_is_corrected_with_a_reason_and_shown_in_its_month(admin):
    day = working_days.add(clock.today(), 5).on
    admin.get(f"{HOME}calendar/{day.isoformat()}/")
    month = admin.submit("更正", working="no", note="样例通知：调休")
    assert "样例通知：调休" in month.text
    session.info.clear()  # as a new request would
    assert not working_days.is_working(day)
    assert entry_of("correct_day").details["reason"] == "样例通知：调休"


def test_a_correction_without_a_reason_is_asked_for_one(admin):
    day = clock.today() + timedelta(days=5)
    answer = admin.get(f"{HOME}calendar/{day.isoformat()}/").submit("更正", working="no", note="")
    assert answer.status == 422
    assert working_days.corrections(day, day) == {}


def test_yesterday_cannot_be_corrected_and_nonsense_is_no_day(admin):
    past = (clock.today() - timedelta(days=1)).isoformat()
    assert admin.get(f"{HOME}calendar/{past}/").submit("更正", working="no", note="x").status == 409
    assert admin.get(HOME + "calendar/2026-02-31/").status == 404


@pytest.mark.parametrize("month", ["2026-13", "x", "9999-12", "0000-01", "2026-11-01"])
def test_an_unreadable_month_shows_this_one(admin, month):
    assert "2026年11月" in admin.get(f"{HOME}calendar/?month={month}").text


def test_a_month_of_a_year_without_announced_holidays_says_provisional(admin):
    year = working_days.LAST_KNOWN_YEAR + 1
    assert "暂定" in admin.get(f"{HOME}calendar/?month={year}-03").text


def test_a_month_costs_as_many_statements_with_many_corrections_as_with_none(admin):
    before = admin.get(f"{HOME}calendar/?month=2026-12").statements
    with writing():
        for n in range(10, 30):
            day = clock.today() + timedelta(days=n)
            working_days.correct(day, working=False, note="样例", actor=SYSTEM)
    assert admin.get(f"{HOME}calendar/?month=2026-12").statements == before


def test_what_was_given_up_is_listed_with_its_reason_and_tried_again_at_a_press(admin):
    with writing():
        letter = letters.Letter(
            to_address="nobody@people.example",
            language="zh",
            template="t",
            subject="请核验邮箱",
            body="样例",
            message_id="<1@test>",
            state=letters.LetterState.GIVEN_UP,
            last_error="550 no such user",
        )
        job = jobs.Job(kind="render_document", state=jobs.JobState.GIVEN_UP, attempts=8, last_error="Boom")
        session.add_all([letter, job])
        session.flush()
        letter_id, job_id = letter.id, job.id
    page = admin.get(HOME + "work/")
    assert "550 no such user" in page.text
    assert "Boom" in page.text
    page.submit("再试：请核验邮箱")
    page.submit("再试：render_document")
    assert session.get_one(letters.Letter, letter_id).state is letters.LetterState.WAITING
    assert session.get_one(jobs.Job, job_id).state is jobs.JobState.WAITING
    assert entry_of("send_again").subject_id == letter_id
    assert entry_of("run_again").subject_id == job_id


def deed(**personal: str) -> tuple[int, int]:
    """Somebody's deed on a person, with personal values; the entry's and the person's id."""
    with writing():
        person = Person(name="李样例")
        session.add(person)
        session.flush()
        entry = audit.record(
            "edit_person", person, actor=Actor(), personal=personal, person_id=person.id, reason="样例理由"
        )
        return entry.id, person.id


def count(page: Page, query: str) -> int:
    return int(page.get(f"{HOME}trail/?{query}&format=json").answer.get_json()["count"])


def test_the_trail_is_filtered_by_person_deed_subject_and_day(admin):
    _entry, person_id = deed()
    today = clock.today().isoformat()
    assert count(admin, f"deed=edit_person&subject=person:{person_id}&since={today}&until={today}") == 1
    assert count(admin, "who=nobody-of-this-name") == 0
    assert count(admin, "who=样例&deed=sign_in") >= 1
    assert count(admin, "until=2001-01-01") == 0
    assert "没有符合条件的记录" in admin.get(f"{HOME}trail/?until=2001-01-01").text


def test_the_trail_goes_to_excel_without_any_personal_value(auditor):
    deed(phone="13800138000")
    for form in ("csv", "json"):
        sheet = auditor.get(f"{HOME}trail/?format={form}").answer.get_data(as_text=True)
        assert "edit_person" in sheet
        assert "13800138000" not in sheet


def test_personal_values_show_to_the_auditor_alone_until_they_are_destroyed(admin, auditor):
    entry_id, _person_id = deed(phone="13800138000")
    assert "13800138000" in auditor.get(f"{HOME}trail/{entry_id}/").text
    assert "13800138000" not in admin.get(f"{HOME}trail/{entry_id}/").text
    with writing():
        session.execute(text("delete from audit_secret"))
    page = auditor.get(f"{HOME}trail/{entry_id}/").text
    assert "13800138000" not in page
    assert "已销毁" in page
    assert "与封存时一致" in page


def test_an_entry_changed_behind_our_back_is_named(app, admin):
    entry_id, _person_id = deed()
    number = session.get_one(audit.AuditEntry, entry_id).seq
    with writing():
        connection = session.connection()
        on_sqlite = connection.dialect.name == "sqlite"
        connection.execute(
            text(
                "drop trigger audit_entry_sealed"
                if on_sqlite
                else "alter table audit_entry disable trigger user"
            )
        )
        connection.execute(text("update audit_entry set deed = 'x' where id = :id"), {"id": entry_id})
    assert "与封存时不一致" in admin.get(f"{HOME}trail/{entry_id}/").text
    assert f"第{number}条有问题：内容被改过" in admin.get(HOME + "logs/?check=1").text
    if not on_sqlite:
        with writing():
            session.execute(text("alter table audit_entry enable trigger user"))


def test_untouched_logs_hold(admin):
    deed()
    assert "逐条核对无误" in admin.get(HOME + "logs/?check=1").text


def test_an_entry_that_is_not_there_is_unknown(admin):
    assert admin.get(f"{HOME}trail/999999/").status == 404


@pytest.mark.parametrize(("typed", "said"), [("六十天", "整数"), ("60\n三十", "整数"), ("999999", "整数")])
def test_days_of_reminders_must_be_numbers(admin, typed, said):
    page = admin.get(HOME + "settings/permits.reminders/")
    page.submit("预览", value=typed, basis="样例", in_force_from="2026-12-01")
    assert said in page.errors[0]
    assert dated.value("permits.reminders") == [60, 30, 7]
