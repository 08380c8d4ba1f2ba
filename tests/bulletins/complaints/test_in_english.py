"""Every page of complaints speaks English as well."""

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.transactions import writing
from bulletins.complaints import actions
from bulletins.complaints.models import ComplaintTransfer
from tests.bulletins.complaints import made


def test_of_those_who_tell(app, visitor):
    visitor.speak("en")
    code = made.told(files=[made.picture()], source="自己拍的")
    assert visitor.get("/complaints/").heading == "Complaints"
    visitor.get("/complaints/new").submit("Submit", kind="其他", words="words", place="page 2")
    assert visitor.status == 200
    assert "Evidence" in visitor.get(made.FOLLOW).submit("Look or add", code=code).text


def test_of_those_who_handle(app):
    made.looked_into(files=[made.picture()], source="自己拍的")
    jobs.run_due()
    with writing():
        one = made.complaint()
        transfer = actions.prepare_transfer(
            one, authority="样例", basis="样例", facts="样例", evidence=[one.evidence[0].id], actor=made.actor("investigator")
        )  # fmt: skip
        id_ = transfer.id or 1
    with writing():
        actions.send(session.get_one(ComplaintTransfer, id_), way="样例", actor=made.actor("intake"))
    jobs.run_due()
    page = made.staff(app, "investigator")
    page.speak("en")
    file, evidence = made.page(made.complaint()), made.complaint().evidence[0].id
    ways = ("", "reply/", "concern/", "join/", "evidence/", "who/", "transfer/")
    for path in ("/desk/", "/desk/complaints/", *(file + way for way in ways)):
        assert page.get(path).status == 200, path
    for path in (f"evidence/{evidence}/original/", f"transfers/{id_}/", f"transfers/{id_}/receive/"):
        assert page.get(f"/desk/complaints/{path}").status == 200, path
    intake = made.staff(app, "intake")
    intake.speak("en")
    assert intake.get("/desk/complaints/new/").status == 200
