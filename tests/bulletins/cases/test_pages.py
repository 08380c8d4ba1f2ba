"""The desk's file, the respondent's room, and the walls between cases, as people use them."""

import io

import pytest

from association.kernel.attachments import Attachment
from association.kernel.db import session
from association.kernel.letters import Letter
from bulletins.cases.models import CaseState, Source
from demo.papers import scan
from tests import cast
from tests.association.pledges import signed
from tests.association.ties.tied import tie
from tests.bulletins.cases import filed as way
from tests.bulletins.complaints import made

TODAY = "2026-11-23"


@pytest.fixture
def firm(app):
    signed.issued()
    return way.bound()


def test_a_lead_is_entered_charged_proven_and_put_to_whoever_opens_cases(app, firm, as_):
    desk = as_("investigator", email="investigator@staff.example").get("/desk/cases/")
    assert "没有案件" in desk.text
    desk.press("登记线索").submit(
        "登记",
        code="123",
        title="推广素材",
        happened_on="2027-01-01",
        lead="一条素材。",
        fault="其他",
        source="patrol",
    )
    assert desk.errors == ["没有找到这个代码的已核验单位。"]
    assert desk.value("title") == "推广素材"
    desk.submit("登记", code=firm.organisation.uscc)
    assert desk.errors == ["行为的日期不能在今天之后。"]
    desk.submit("登记", happened_on=TODAY)
    assert "案〔2026〕1号" in desk.text
    desk.press("写明所指的事实").submit("写入案卷", path="第九十九条", fact="两条素材的情节正片里没有。")
    assert desk.errors == ["这份文本里没有这一条。"]
    desk.submit("写入案卷", path="第二条")
    assert "样例短剧制作自律公约》第二条" in desk.text
    picture = scan("素材截图", "素材")
    desk.press("加入证据").submit(
        "存入案卷",
        title="素材截图",
        taken_on=TODAY,
        taken_from="平台页面",
        file=(io.BytesIO(picture.body), picture.filename),
    )
    assert "素材截图.png" in desk.text
    desk.press("开始初核").submit("开始初核")
    assert "立案" not in desk.links()
    legal = as_("legal", email="legal@staff.example").get("/desk/").press("办理")
    legal.press("立案").submit("立案", reason="应当调查。")
    assert "已立案，调查中" in legal.text


def test_the_room_shows_what_is_open_to_the_respondent_and_takes_its_answers_point_by_point(app, firm, as_):
    way.filed(firm)
    way.proven(firm, is_shown=False, title="内部记录")
    way.notified(firm)
    clerk = as_(email=firm.clerk_account.email)
    clerk.get("/my/").press("陈述申辩")
    assert "素材截图" in clerk.text
    assert "内部记录" not in clerk.text
    assert "巡查时看到" not in clerk.text
    hidden = session.query(Attachment).filter_by(name="内部记录.png").one()
    assert clerk.get(f"/files/{hidden.id}/{hidden.name}").status in (403, 404)
    charge = way.case(firm).charges[0]
    clerk.get(f"/my/cases/{way.case(firm).id}/").press("陈述申辩").submit("陈述申辩", text=" ")
    assert clerk.errors == ["请填写陈述申辩"]
    clerk.submit("陈述申辩", text="请求从轻。", **{f"answer_{charge.id}": "素材已经下架。"})
    assert "素材已经下架。" in clerk.text
    session.rollback()
    assert way.case(firm).state is CaseState.PLEADED


def test_the_decision_is_drafted_signed_confirmed_and_answered_with_a_statement(app, firm, as_):
    way.filed(firm)
    way.notified(firm)
    way.pleaded(firm)
    way.deliberated(firm)
    id_, charge = way.case(firm).id, way.case(firm).charges[0].id
    legal = as_("legal", email="legal@staff.example").get(f"/desk/cases/{id_}/draft/")
    assert "审议结论：同意拟处理" in legal.text
    legal.submit(
        "送签发",
        reasons="事实清楚。",
        measure="condemn",
        months="6",
        **{f"found_{charge}": "yes", f"finding_{charge}": "成立。"},
    )
    assert legal.errors == ["审议结论是同意拟处理，措施和期限须与告知的一致。"]
    legal.submit("送签发", measure="warn")
    assert "决定待签发" in legal.text
    clerk = as_(email=firm.clerk_account.email)
    assert "事实清楚。" not in clerk.get(f"/my/cases/{id_}/").text
    issuer = (
        as_("issuer", email="issuer@staff.example")
        .get(f"/desk/cases/{id_}/")
        .press("签发决定")
        .submit("签发决定")
    )
    assert "案决〔2026〕1号" in issuer.text
    assert "事实清楚。" in clerk.get(f"/my/cases/{id_}/").text
    assert "附上声明" not in clerk.press("签收决定书").submit("签收决定书").links()
    signer = as_(email=firm.signer_account.email).get(f"/my/cases/{id_}/")
    signer.press("附上声明").submit("附上声明", reason="长" * 501)
    assert signer.errors == ["声明不超过500字。"]
    signer.submit("附上声明", reason="素材已经全部下架，今后逐条核对。")
    assert "单位的声明（一字不改）" in signer.text


def test_a_party_to_one_case_reaches_nothing_of_another(app, firm, as_):
    way.filed(firm)
    way.notified(firm)
    other = way.bound(102, name="松风样例影视有限公司")
    way.filed(other)
    held = way.case(firm)
    piece = (
        session.query(Attachment)
        .filter_by(subject_kind="case_evidence", subject_id=held.evidence[0].id)
        .one()
    )
    stranger = as_(email=other.signer_account.email)
    for path in (
        f"/my/cases/{held.id}/", f"/my/cases/{held.id}/plead/", f"/my/cases/{held.id}/evidence/", f"/desk/cases/{held.id}/", f"/desk/cases/{held.id}/filing.pdf",
        f"/desk/cases/{held.id}/notice.pdf", f"/desk/cases/case_file/{held.id}/offer/", f"/files/{piece.id}/{piece.name}",
        "/desk/cases/", "/desk/cases/?format=json", "/desk/cases/?format=csv",
    ):  # fmt: skip
        assert stranger.get(path).status in (403, 404), path
    assert held.number not in stranger.get("/my/cases/").text
    assert held.number not in stranger.get("/search?q=推广素材").text
    assert (
        session.query(Letter)
        .filter(Letter.account_id == other.signer_account.id, Letter.subject.contains(held.number))
        .count()
        == 0
    )


def test_whoever_has_a_tie_to_the_organisation_is_behind_a_wall(app, firm, as_):
    way.filed(firm)
    held = way.case(firm)
    tied = cast.somebody("investigator", email="tied@staff.example")
    assert held.number in as_(email=tied.email).get("/desk/cases/").text
    tie(tied, firm)
    staff = as_(email=tied.email)
    assert held.number not in staff.get("/desk/cases/").text
    assert held.number not in staff.get("/desk/cases/?format=csv").text
    assert staff.get(f"/desk/cases/{held.id}/").status in (403, 404)


def test_a_member_of_the_panel_reads_the_file_only_when_clear_of_ties(app, firm, as_):
    way.filed(firm)
    way.notified(firm)
    way.pleaded(firm)
    way.took("submit", firm, "investigator")
    keeper = as_("experts", email="experts@staff.example").get("/desk/").press("组成审议组")
    people = [str(a.person_id) for a in way.members()]
    keeper.press("组成审议组").submit("组成", people=people[:2], due_on="2026-12-01")
    assert keeper.errors == ["至少要3位成员。"]
    keeper.submit("组成", people=people)
    id_ = way.case(firm).id
    member = as_(email="panel1@staff.example")
    assert member.get(f"/desk/cases/{id_}/").status == 403
    way.voted(firm, "as_proposed", "as_proposed", "lighter")
    assert "素材截图" in member.get(f"/desk/cases/{id_}/").text


def test_cases_like_it_stand_beside_the_form(app, firm, as_):
    way.issued(firm)
    other = way.bound(102, name="松风样例影视有限公司")
    way.filed(other)
    page = as_("investigator", email="investigator@staff.example").get(
        f"/desk/cases/{way.case(other).id}/notify/"
    )
    assert way.case(firm).number in page.text
    assert "成立 1" in page.text


def test_a_complaint_is_taken_up_by_its_number_and_nothing_of_its_words(app, firm, as_):
    complaint = made.looked_into(words="甘样例说推广素材骗人。")
    number = complaint.number
    desk = as_("investigator", email="investigator@staff.example").get(
        f"/desk/cases/from-complaints/{complaint.id}/"
    )
    desk.submit(
        "登记",
        code=firm.organisation.uscc,
        title="推广素材",
        happened_on=TODAY,
        lead="一条素材与正片不一致。",
        fault="其他",
    )
    session.rollback()
    held = way.case(firm)
    assert (held.source, made.complaint().case_number) == (Source.COMPLAINT, held.number)
    assert number in desk.text
    assert "甘样例说" not in desk.text
    assert made.complaint().state.value == "in_case"


def test_in_english(app, firm, as_):
    way.issued(firm)
    for page, path in (
        (as_("investigator", email="investigator@staff.example"), f"/desk/cases/{way.case(firm).id}/"),
        (as_(email=firm.signer_account.email), f"/my/cases/{way.case(firm).id}/"),
        (as_("investigator", email="investigator@staff.example"), "/desk/cases/"),
    ):
        page.speak("en")
        assert page.get(path).status == 200
