"""Who complained stands nowhere in the clear: in no column, index, file, log, export, letter or PDF, whatever is done with a complaint."""

from email import message_from_bytes
from email.policy import default
from io import BytesIO

from pypdf import PdfReader
from sqlalchemy import Text, select

from association.kernel import jobs
from association.kernel.db import Model, session
from association.kernel.transactions import writing
from bulletins.complaints import actions
from bulletins.complaints.models import ComplaintTransfer
from tests.bulletins.complaints import made
from tests.kernel.test_cleaning import TRACES

LINK, SOURCE, SAID = "https://people.example/guan/7", "我在剧组自己拍的", "我姓关，还有一段话"
PLANTED = (*made.PLANTED, LINK, SOURCE, SAID, "我姓关", "关样例拍的")


def through_everything(app, visitor):
    """One complaint by its informant's hand, and everything staff can do with it."""
    visitor.get("/complaints/new").submit(
        "提交", kind="作品内容", words=made.WORDS, place=made.PLACE, link=LINK, who=made.WHO, email=made.EMAIL,
        files=made.picture(), source=SOURCE,
    )  # fmt: skip
    code = next(e.text for e in visitor.tree.iter() if str(e.tag).endswith("}code"))
    visitor.get(made.FOLLOW).submit("查看或补充", code=code, words=SAID)
    jobs.run_due()
    intake = made.staff(app, "intake").get(made.page(made.complaint())).press("受理").submit("受理")
    intake.get(made.page(made.complaint())).press("问投诉人…").submit("写下", words="是哪个平台？")
    intake.get(made.page(made.complaint())).press("查看举报人…").submit("查看", reason="要核实。")
    assert made.WHO in intake.text
    made.take("check", made.complaint(), "investigator")
    with writing():
        one = made.complaint()
        actions.prepare_transfer(
            one, authority="样例", basis="样例", facts="样例", evidence=[e.id for e in one.evidence], actor=made.actor("investigator")
        )  # fmt: skip
    with writing():
        actions.send(session.query(ComplaintTransfer).one(), way="样例", actor=made.actor("intake"))
    made.take("answer", made.complaint(), "investigator", reason="已改正。")
    made.take("close", made.complaint(), "investigator")
    jobs.run_due()
    return intake


def test_planted_words_are_found_nowhere(app, visitor, caplog, capsys):
    intake = through_everything(app, visitor)
    _no_column_holds_them()
    _no_file_of_the_site_holds_them(app)
    for query in ("", "?format=csv", "?format=json"):
        shown = intake.client.get(f"/desk/complaints/{query}").text
        assert made.complaint().number in shown
        assert not any(word in shown for word in PLANTED)
    for word in ("关样例", "剧组的人知道", "guan"):
        assert "TS-" not in intake.get(f"/search?q={word}").text
        assert "TS-" not in visitor.get(f"/search?q={word}").text
    said = caplog.text + "".join(capsys.readouterr())
    assert not any(word in said for word in PLANTED)


def _no_column_holds_them() -> None:
    session.rollback()
    for table in Model.metadata.sorted_tables:
        rows = session.execute(select(*[c.cast(Text) for c in table.c]))
        plain = "\n".join(str(value) for row in rows for value in row)
        assert not [word for word in PLANTED if word in plain], table.name


def _no_file_of_the_site_holds_them(app) -> None:
    """Database, index, store of files and printed papers, and letters but for the line that addresses them."""
    data = app.extensions["settings"].data
    found = {
        path: path.read_bytes() for path in data.rglob("*") if path.is_file() and "mail" not in path.parts
    }
    # Three letters stand in any compressed stream sooner or later; a device or an author's name does not.
    planted = [word.encode() for word in PLANTED] + [trace for trace in TRACES if len(trace) > 4]
    papers = [data for data in found.values() if data.startswith(b"%PDF")]
    assert papers
    assert [(path.name, w) for path, content in found.items() for w in planted if w in content] == []
    assert [w for paper in papers for w in planted if w.decode() in _text(paper)] == []
    told = 0
    for path in (data / "mail").glob("*.eml"):
        mail = message_from_bytes(path.read_bytes(), policy=default)
        told += mail["To"] == made.EMAIL
        del mail["To"]
        assert not any(word in mail.as_string() + mail.get_content() for word in PLANTED)
    assert told == 4


def _text(paper: bytes) -> str:
    reader = PdfReader(BytesIO(paper))
    return "".join(page.extract_text() for page in reader.pages) + str(reader.metadata)


def test_a_letter_to_whoever_complained_names_neither_number_nor_matter(app):
    made.told()
    made.take("accept", made.complaint(), "intake")
    jobs.run_due()
    letters = [
        message_from_bytes(path.read_bytes(), policy=default)
        for path in (app.extensions["settings"].data / "mail").glob("*.eml")
    ]
    (mine,) = [mail for mail in letters if mail["To"] == made.EMAIL]
    said = mine["Subject"] + mine.get_content()
    assert not any(word in said for word in ("TS-", "投诉", "举报", "受理"))


def test_it_comes_in_the_language_it_was_asked_for_in(app):
    with writing():
        actions.complain(
            actions.Told(kind="其他", words="x", place="y", email=made.EMAIL), token="1", language="en"
        )
    made.take("accept", made.complaint(), "intake")
    jobs.run_due()
    subjects = [
        message_from_bytes(path.read_bytes(), policy=default)["Subject"]
        for path in (app.extensions["settings"].data / "mail").glob("*.eml")
    ]
    assert "There is news on what you asked about" in subjects


def test_whoever_wants_no_more_letters_gets_none(app, visitor):
    code = made.told()
    visitor.get(made.FOLLOW).submit("查看或补充", code=code, no_letters="y")
    assert made.complaint().email is None
