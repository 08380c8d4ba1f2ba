"""Applying: a clerk prepares, a signer signs, staff decide; everybody concerned is told, and nothing happens by halves."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from association.kernel import audit, clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations import actions, queries
from association.organisations.models import OfficerState, Organisation, OrganisationState
from association.organisations.workflow import ORGANISATION
from tests import cast
from tests.page import Page

FORM = {
    "name": "晨曦样例影视有限公司", "kinds": ["studio", "platform"], "province": "99", "legal_representative": "甘样例",
    "signer_name": "柳样例", "signer_email": "signer@aurora.example",
}  # fmt: skip


def applying(app: Flask) -> Page:
    return cast.signed_in(app, cast.somebody().email).get("/my/organisations/apply/")


def a_year_on() -> str:
    return (clock.today() + timedelta(days=365)).isoformat()


def letters_about(word: str) -> list[str]:
    found = [x.to_address for x in session.query(Letter).filter(Letter.template == f"organisations/{word}")]
    session.rollback()
    return sorted(found)


def test_a_clerk_applies_and_the_signer_is_invited(app: Flask, post: Callable[[], list[str]]) -> None:
    page = applying(app).submit(
        "保存并邀请签署人", code=cast.code(101).lower(), authority=cast.paper(),
        authority_ends_on=a_year_on(), **FORM,
    )  # fmt: skip
    assert page.heading == FORM["name"], page.refusals
    assert "等授权签署人登录、核对并确认" in page.text
    assert letters_about("invited") == ["signer@aurora.example"]
    assert sum("/my/organisations/invitation/" in _decoded(m) for m in post()) == 1


def _decoded(mail: str) -> str:
    from email import message_from_string, policy

    return message_from_string(mail, policy=policy.default).get_content()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("code", "91990000MA0000007", "应为18位数字或大写字母（不含I、O、S、V、Z），现在是17位"),
        ("code", "91990000MA0000007Y", "校验位不对"),
        ("code", "", "请填写统一社会信用代码"),
        ("name", "", "请填写单位全称"),
        ("name", "样" * 201, "最多200个字，现在是201个"),
        ("kinds", None, "请至少选一个类别"),
        ("province", "", "请选择所在地"),
        ("founded_on", "2030-01-01", "成立日期不能在今天之后"),
        ("website", "example.com", "请写完整"),
        ("contact_phone", "abc", "7到15位数字"),
        ("signer_email", "nobody", "邮箱的写法不对"),
        ("signer_name", "", "请填写授权签署人的姓名"),
        ("authority", None, "请上传授权书"),
        ("authority_ends_on", "2020-01-01", "须在今天之后"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    app: Flask, field: str, typed: object, sentence: str
) -> None:
    values: dict[str, object] = {
        **FORM, "code": cast.code(101), "authority": cast.paper(), "authority_ends_on": a_year_on(), field: typed
    }  # fmt: skip
    page = applying(app).submit("保存并邀请签署人", **values)
    assert page.status in (409, 422)
    assert any(sentence in e for e in page.errors), page.errors
    assert any(sentence in e for e in page.refusals)
    if field != "name":
        assert page.value("name") == FORM["name"]
    assert session.query(Organisation).count() == 0
    assert session.query(Letter).filter(Letter.template == "organisations/invited").count() == 0


def test_a_code_on_record_is_refused_and_the_sentence_says_where_to_go(app: Flask) -> None:
    cast.verified(101)
    page = applying(app).submit(
        "保存并邀请签署人", code=cast.code(101), authority=cast.paper(), authority_ends_on=a_year_on(), **FORM
    )
    assert page.status == 409
    assert page.errors == [
        "这个代码已有登记：晨曦样例影视有限公司。如果你在该单位任职，请用“加入已登记的单位”。"
    ]
    assert page.value("signer_email") == FORM["signer_email"]


def test_a_code_under_application_does_not_tell_whose(app: Flask) -> None:
    cast.submitted(101)
    page = applying(app).submit(
        "保存并邀请签署人", code=cast.code(101), authority=cast.paper(), authority_ends_on=a_year_on(), **FORM
    )
    assert "晨曦" not in page.errors[0]
    assert "加入已登记的单位" in page.errors[0]


def test_a_double_click_makes_one_application(app: Flask) -> None:
    page = applying(app)
    answers = page.again(
        "保存并邀请签署人", code=cast.code(101), authority_ends_on=a_year_on(), **FORM, authority=cast.paper()
    )
    assert [a.status_code for a in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert session.query(Organisation).count() == 1


def test_names_with_rare_characters_and_emoji_are_kept_as_written(app: Flask) -> None:
    name = "𠮷祥样例🎬影视有限公司"
    values = FORM | {"name": name}
    page = applying(app).submit(
        "保存并邀请签署人",
        code=cast.code(101),
        authority=cast.paper(),
        authority_ends_on=a_year_on(),
        **values,
    )
    assert page.heading == name


def test_who_prepared_cannot_sign(app: Flask) -> None:
    firm = cast.applied()
    with writing(), pytest.raises(Forbidden):
        ORGANISATION.take("sign", firm.organisation, actor=firm.clerk)
    assert firm.organisation.state is OrganisationState.PREPARED


def test_inviting_oneself_as_signer_is_refused(app: Flask) -> None:
    clerk = cast.somebody()
    page = cast.signed_in(app, clerk.email).get("/my/organisations/apply/")
    page.submit(
        "保存并邀请签署人", code=cast.code(101), authority=cast.paper(), authority_ends_on=a_year_on(),
        **(FORM | {"signer_email": clerk.email}),
    )  # fmt: skip
    assert page.errors == ["授权签署人须是另一个人。个人经营者请勾选“本人签署”。"]


def test_a_person_in_business_alone_fills_in_and_signs_and_has_no_public_page(app: Flask) -> None:
    page = applying(app)
    page.submit(
        "保存并邀请签署人", code=cast.code(101), authority=cast.paper(), authority_ends_on=a_year_on(), signs_alone="y",
        **(FORM | {"kinds": ["agent"], "signer_name": "", "signer_email": ""}),
    )  # fmt: skip
    page.press("本人确认，提交核验").submit("本人确认，提交核验")
    organisation = session.query(Organisation).one()
    assert organisation.state is OrganisationState.SUBMITTED
    with writing():
        ORGANISATION.take("approve", organisation, actor=cast.staff("registrar"))
    assert Page(app).get(f"/organisations/{cast.code(101)}/").status == 404
    assert cast.code(101) not in Page(app).get("/organisations/?format=csv").html
    with writing():
        actions.give_public_basis(
            organisation, basis="本人单独同意，2026年11月1日", actor=cast.staff("registrar")
        )
    assert Page(app).get(f"/organisations/{cast.code(101)}/").status == 200


def test_a_company_cannot_be_signed_by_one_person_alone(app: Flask) -> None:
    page = applying(app).submit(
        "保存并邀请签署人",
        code=cast.code(101),
        authority=cast.paper(),
        authority_ends_on=a_year_on(),
        signs_alone="y",
        **FORM,
    )
    assert page.status == 409
    assert session.query(Organisation).count() == 0


def test_staff_ask_for_changes_and_only_when_they_are_made_it_goes_on(app: Flask) -> None:
    firm = cast.submitted()
    staff = cast.signed_in(app, cast.somebody("registrar").email)
    staff.get(f"/organisations/file/{firm.id}/").press("请对方修改")
    staff.submit("发给对方", tick_address="y", tick_website="y", because_address="与营业执照不一致")
    assert staff.status == 422
    assert staff.errors == ["请写明要怎样改、为什么"]
    staff.submit("发给对方", because_website="请填写单位网站")
    assert "请对方修改" in staff.text
    assert letters_about("ask") == sorted([firm.clerk_account.email, firm.signer_account.email])

    clerk = cast.signed_in(app, firm.clerk_account.email).get("/my/")
    assert "秘书处请你修改2项" in clerk.text
    clerk.get(f"/my/organisations/{firm.id}/amend/").submit(
        "保存，请签署人确认", address="示例省示例市新例路8号"
    )
    assert clerk.status == 409
    assert clerk.errors == ["这一项还没有按要求修改：请填写单位网站"]
    assert clerk.value("address") == "示例省示例市新例路8号"
    clerk.submit("保存，请签署人确认", website="https://www.aurora.example")
    assert firm.organisation.state is OrganisationState.PREPARED

    signer = cast.signed_in(app, firm.signer_account.email).get(f"/organisations/file/{firm.id}/")
    signer.press("确认无误，提交核验").submit("确认无误，提交核验")
    assert "秘书处正在核验" in signer.text
    staff.get(f"/organisations/file/{firm.id}/").press("核验通过").submit("核验通过")
    assert Page(app).get(f"/organisations/{cast.code(101)}/").status == 200


def test_each_step_leaves_a_history_line_and_the_public_act_an_entry(app: Flask) -> None:
    firm = cast.verified()
    deeds = [e.deed for e in session.scalars(audit.history_of(firm.organisation))]
    assert deeds == ["approve", "sign", "prepare"]
    assert [e.act for e in session.query(audit.LogEntry)] == ["approve"]


def test_two_who_decide_at_once_decide_once(app: Flask) -> None:
    firm = cast.submitted()
    first, second = (cast.signed_in(app, cast.somebody("registrar").email) for _ in range(2))
    first.get(f"/organisations/file/{firm.id}/").press("核验通过")
    second.get(f"/organisations/file/{firm.id}/").press("不予通过")
    first.submit("核验通过")
    second.submit("不予通过", reason="资料不全")
    assert second.status == 409
    assert "可能刚刚有人办过" in second.refusals[0]
    assert second.value("reason") == "资料不全"
    assert firm.organisation.state is OrganisationState.APPROVED


def test_a_step_that_cannot_be_taken_any_more_says_so_before_anything_is_typed(app: Flask) -> None:
    firm = cast.submitted()
    registrar = cast.signed_in(app, cast.somebody("registrar").email)
    registrar.get(f"/organisations/file/{firm.id}/").press("核验通过").submit("核验通过")
    page = registrar.get(f"/organisations/file/organisation/{firm.id}/refuse/")
    assert page.status == 409
    assert "现在的状态是“已核验”" in page.text


def test_who_only_reads_the_file_is_shown_no_step_of_it(app: Flask) -> None:
    firm = cast.submitted()
    auditor = cast.signed_in(app, cast.somebody("auditor").email)
    assert auditor.get(f"/organisations/file/{firm.id}/").status == 200
    assert auditor.get(f"/organisations/file/organisation/{firm.id}/approve/").status == 403


def test_a_refused_code_may_apply_again_and_its_officers_are_out(app: Flask) -> None:
    firm = cast.submitted()
    with writing():
        ORGANISATION.take("refuse", firm.organisation, actor=cast.staff("registrar"), reason="资料不全")
    assert {o.state for o in queries.officers_of(firm.organisation)} == {OfficerState.ENDED}
    assert letters_about("refuse") == sorted([firm.clerk_account.email, firm.signer_account.email])
    again = cast.applied(101)
    assert again.organisation.state is OrganisationState.PREPARED


def test_refusing_wants_a_reason(app: Flask) -> None:
    firm = cast.submitted()
    staff = cast.signed_in(app, cast.somebody("registrar").email).get(f"/organisations/file/{firm.id}/")
    staff.press("不予通过").submit("不予通过")
    assert staff.status == 422
    assert staff.errors
    assert firm.organisation.state is OrganisationState.SUBMITTED


def test_nobody_verifies_their_own_application(app: Flask) -> None:
    firm = cast.applied()
    cast.somebody("registrar", email=firm.signer_account.email)
    with writing():
        ORGANISATION.take("sign", firm.organisation, actor=firm.signer)
    with writing(), pytest.raises(Refused):
        ORGANISATION.take("approve", firm.organisation, actor=firm.signer)
    assert firm.organisation.state is OrganisationState.SUBMITTED


def test_strangers_see_neither_the_file_nor_its_papers(app: Flask) -> None:
    firm = cast.submitted()
    stranger = cast.signed_in(app, cast.somebody().email)
    assert stranger.get(f"/organisations/file/{firm.id}/").status == 403
    assert Page(app).get(f"/organisations/file/{firm.id}/").heading == "登录"
    clerk = cast.signed_in(app, firm.clerk_account.email).get(f"/organisations/file/{firm.id}/")
    paper = next(href for words, href in clerk.links().items() if words.endswith(".png"))
    assert clerk.get(paper).status == 200
    assert stranger.get(paper).status == 404
    assert stranger.get(f"/organisations/{cast.code(101)}/").status == 404
