"""A studio comes to the association: from a first account to membership, by four people who each do their own part."""

from demo.cast import code

STUDIO = "初晴样例影视有限公司"
CLERK, SIGNER = "clerk@chuqing.example", "signer@chuqing.example"
PASSWORD = "a sentence to remember"
REGISTRAR = "registrar@demo.example"


def registers(somebody, live, *, name, email):
    """Somebody without an account gets one, and proves the address by the letter's link."""
    person = somebody()
    person.goes_to("/account/register").fills(name=name, email=email, password=PASSWORD).presses("注册")
    person.goes_to(live.link_in_letter_to(email, about="请证实你的邮箱"))
    person.page.locator("main button[type=submit]").first.click()
    person.page.wait_for_load_state()
    return person.signs_in(email, PASSWORD)


def test_a_studio_registers_is_asked_for_two_changes_is_verified_and_becomes_a_member(
    somebody, live, authority
):
    # The clerk gets an account and applies.
    clerk = registers(somebody, live, name="牧样例", email=CLERK)
    clerk.goes_to("/my/").follows("申请单位登记").fills(
        code=code(901), name=STUDIO, province="99", founded_on="2020-05-20", legal_representative="甘样例",
        address="示例省示例市示例路9号", signer_name="樊样例", signer_email=SIGNER, authority=authority,
        authority_ends_on="2027-12-31",
    )  # fmt: skip
    clerk.ticks("制作机构").presses("保存并邀请签署人").sees("待签署人确认")

    # The signer comes by the letter, registers, accepts, signs.
    invitation = live.link_in_letter_to(SIGNER, about=f"邀请你担任{STUDIO}")
    signer = registers(somebody, live, name="樊样例", email=SIGNER)
    signer.goes_to(invitation).presses("接受").follows("确认无误，提交核验").presses(
        "确认无误，提交核验"
    ).sees("待核验")
    assert not clerk.goes_to(clerk.path).may("确认无误，提交核验")

    # Staff ask for two changes, each with its reason.
    registrar = somebody(REGISTRAR)
    registrar.goes_to("/desk/").sees(STUDIO)
    registrar.follows(f"单位申请：{STUDIO}").follows("请对方修改").fills(
        tick_address=True, because_address="与营业执照不一致", tick_short_name=True, because_short_name="请填写常用简称",
        reason="请修改两处。",
    )  # fmt: skip
    registrar.presses("发给对方").sees("待修改")

    # The clerk changes them; forgetting one is noticed and nothing typed is lost.
    live.letter_to(CLERK, about=f"请修改{STUDIO}的申请")
    clerk.goes_to("/my/").follows(STUDIO).follows("改好再请签署人确认").sees(
        "与营业执照不一致", "请填写常用简称"
    )
    clerk.fills(address="示例省示例市示例路19号").presses("保存，请签署人确认").sees("这一项还没有按要求修改")
    assert clerk.page.locator("[name=address]").input_value() == "示例省示例市示例路19号"
    clerk.fills(short_name="初晴样例").presses("保存，请签署人确认").sees("待签署人确认")
    live.letter_to(SIGNER, about="已改好，待签署人确认")
    signer.goes_to(signer.path).follows("确认无误，提交核验").presses("确认无误，提交核验").sees("待核验")

    # Verified: the record is public, everybody has a letter, in the mailbox and on the site, and each step its line.
    registrar.goes_to(registrar.path).follows("核验通过").presses("核验通过").sees("已核验")
    for word in ("填报申请", "确认无误，提交核验", "请对方修改", "改好再请签署人确认", "核验通过"):
        registrar.sees(word)
    for address in (CLERK, SIGNER):
        live.letter_to(address, about=f"{STUDIO}已通过核验")
    signer.goes_to("/my/inbox/").sees(f"{STUDIO}已通过核验").follows(f"{STUDIO}已通过核验")
    somebody().goes_to(f"/organisations/{code(901)}/").sees(STUDIO, "示例路19号", "不构成行政许可")

    # Membership: the clerk applies, the signer signs, the decision of the body is entered.
    clerk.goes_to("/my/").follows(STUDIO)
    clerk.follows("会籍").follows("申请入会").fills(
        kind="会员单位", representative="樊样例", representative_post="总经理", statement="遵守章程。"
    )
    clerk.presses("保存")
    stay = clerk.path
    live.letter_to(SIGNER, about="入会申请待签署人确认")
    signer.goes_to(stay).follows("确认并提交入会申请").presses("确认并提交入会申请")
    registrar.goes_to(stay).follows("登记批准结果")
    body = registrar.page.locator("[name=body] option").nth(1).get_attribute("value") or ""
    registrar.fills(body=body, approved_on="2026-11-20", from_on="2026-11-20").presses("登记").sees("在会")
    for address in (CLERK, SIGNER):
        live.letter_to(address, about=f"{STUDIO}已成为会员")
    somebody().goes_to("/members/?q=初晴").sees(STUDIO)
    told = [
        f"{STUDIO}的申请已提交核验",
        f"请修改{STUDIO}的申请",
        f"{STUDIO}已通过核验",
        f"{STUDIO}的入会申请已提交",
        f"{STUDIO}已成为会员",
    ]
    signer.goes_to("/my/inbox/").sees(*told)
    clerk.goes_to("/my/inbox/").sees(*told)
