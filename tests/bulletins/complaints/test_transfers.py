"""What an authority must deal with goes to it by two hands, as a file with a list of contents, and comes back as a receipt."""

import csv
import hashlib
import io
import zipfile

import pytest
import time_machine

from association.kernel import jobs
from association.kernel.db import session
from bulletins.complaints.models import ComplaintTransfer, TransferState
from tests.bulletins.complaints import made
from tests.kernel.test_cleaning import TRACES

FACTS = "一部样例短剧的片名同备案不一致。"
T = TransferState


def transfer() -> ComplaintTransfer:
    session.rollback()
    return session.query(ComplaintTransfer).one()


def at() -> str:
    return f"/desk/complaints/transfers/{transfer().id}/"


def prepared(app, **typed):
    one = made.looked_into(files=[made.picture()], source="自己拍的")
    jobs.run_due()
    page = made.staff(app, "investigator").get(made.page(one)).press("移送主管部门…")
    return page.submit(
        "拟移送", authority="样例主管部门", basis="样例规定第一条", facts=FACTS,
        evidence=[str(made.complaint().evidence[0].id)], **typed,
    )  # fmt: skip


def sent(app):
    prepared(app)
    page = made.staff(app, "intake").get("/desk/").press("办理：移送样例主管部门")
    page.press("移送").submit("移送", way="专人送交")
    jobs.run_due()
    return page


def test_it_is_prepared_by_one_and_sent_by_another(app):
    page = prepared(app)
    assert "待审核移送" in page.text
    assert "01.jpg" in page.text
    assert page.get(at() + "send/").status == 409
    assert "这一步须由另一人办理" in page.text


def test_the_package_holds_letter_list_and_copies_and_names_nobody(app):
    page = sent(app)
    assert transfer().state is T.SENT
    assert transfer().number == "移函〔2026〕1号"
    answer = page.client.get(at() + "package.zip", buffered=True)
    with zipfile.ZipFile(io.BytesIO(answer.data)) as zipped:
        held = {name: zipped.read(name) for name in zipped.namelist()}
    assert list(held) == ["00-移送函.pdf", "00-目录.csv", "01.jpg"]
    (line,) = csv.DictReader(io.StringIO(held["00-目录.csv"].decode("utf-8-sig")))
    assert line["副本的SHA-256"] == hashlib.sha256(held["01.jpg"]).hexdigest()
    whole = b"".join(held.values())
    assert not any(trace in whole for trace in (*TRACES, *(word.encode() for word in made.PLANTED)))
    assert page.client.get(at() + "package.zip", buffered=True).data == answer.data


def test_the_letter_says_what_why_and_what_goes_along(app):
    from pypdf import PdfReader

    page = sent(app)
    answer = page.client.get(at() + "letter.pdf")
    text = "".join(p.extract_text() for p in PdfReader(io.BytesIO(answer.data)).pages)
    flat = "".join(text.split())
    for words in ("样例主管部门", "样例规定第一条", FACTS, "01.jpg", "移函〔2026〕1号"):
        assert words in flat
    assert not any(word.replace(" ", "") in flat for word in made.PLANTED)


def test_a_receipt_is_noted_with_its_scan_and_not_before_the_sending(app):
    page = sent(app).get(at()).press("登记回执")
    page.submit("登记回执", number="收〔2026〕9号", on="2020-01-01")
    assert page.errors == ["回执的日期不能在移送之前。"]
    on = transfer().sent_at.date().isoformat()
    page.submit("登记回执", on=on, scan=made.picture("receipt.jpg"))
    assert transfer().state is T.RECEIVED
    assert "收〔2026〕9号" in page.text
    assert "receipt.jpg" in page.text


def test_a_receipt_that_does_not_come_waits_at_the_desk(app):
    sent(app)
    with time_machine.travel("2027-03-01T02:00:00+00:00", tick=False):
        page = made.staff(app, "intake").get("/desk/")
        assert "回执还没有收到，请催问并登记。" in page.text
        assert "回执已逾期" in page.get(at()).text


def test_one_that_is_not_sent_says_why(app):
    prepared(app).press("不移送").submit("不移送", reason="已由他人移送。")
    assert transfer().state is T.DROPPED


def test_evidence_of_another_matter_does_not_go_along(app):
    made.told(words="别的事", files=[made.picture()], source="样例")
    jobs.run_due()
    other = made.complaint().evidence[0].id
    one = made.looked_into(files=[made.picture()], source="自己拍的")
    jobs.run_due()
    page = made.staff(app, "investigator").get(made.page(one) + "transfer/")
    forged = page.ready("拟移送", authority="样例", basis="样例", facts="样例")
    assert forged is not None
    answer = page.client.post(
        made.page(one) + "transfer/", data={"authority": "样例", "basis": "样例", "facts": "样例", "evidence": str(other)}
    )  # fmt: skip
    assert answer.status_code in (400, 422)
    assert session.query(ComplaintTransfer).count() == 0


@pytest.mark.parametrize("role", ["auditor", "legal"])
def test_nobody_else_sees_what_goes_where(app, role):
    sent(app)
    page = made.staff(app, role)
    for rest in ("", "letter.pdf", "package.zip"):
        assert page.client.get(at() + rest).status_code in (403, 404)


def test_the_auditor_sees_that_it_went(app):
    sent(app)
    page = made.staff(app, "auditor").get(made.page(made.complaint()))
    assert "样例主管部门" in page.text
    assert FACTS not in page.text


def test_an_authority_sends_one_to_us_and_is_named(app):
    page = made.staff(app, "intake").get("/desk/complaints/new/")
    page.submit("登记", channel="authority", kind="其他", words=made.WORDS, work="样例")
    assert page.errors == ["请写明哪个主管部门转来的。"]
    page.submit("登记", authority="样例主管部门", authority_number="样例转〔2026〕7号")
    assert page.heading == "投诉举报已收到"
    shown = page.get(made.page(made.complaint()))
    assert "样例主管部门" in shown.text
    assert "样例转〔2026〕7号" in shown.text
