"""A round of self-checks: one drafts it and another opens it, a clerk answers and finds what is missing, staff see the day and not the answers,
the signer shares it and takes it back.
"""

from datetime import timedelta

from association.kernel import clock

TITLE = "收费公示专项自查（样例）"
QUESTION = "收费方式、价格和会员权益是否在付费前清楚显示？"
MISSING = "两部作品的付费页没有总价（样例）。"


def test_a_round_is_opened_answered_in_confidence_shared_and_taken_back(somebody, live):
    registrar = somebody("registrar@demo.example")
    registrar.goes_to("/desk/selfcheck/rounds/").follows("起草专项自查").fills(
        title=TITLE,
        topic="收费与退款",
        purpose="查付费前是否看得到总价（演示）。",
        due_on=(clock.today() + timedelta(days=10)).isoformat(),
    )
    registrar.page.locator("main [name=version]").select_option(label="小程序主体微短剧自查")
    registrar.ticks("小程序主体").presses("存为草稿").follows("修改，选题").ticks(QUESTION).presses(
        "保存"
    ).sees("所选的题", QUESTION)
    page = registrar.path
    registrar.follows("送另一人发起").presses("送另一人发起").sees("待发起")
    assert not registrar.goes_to(page).may("发起")
    other = somebody("registrar2@demo.example")
    other.goes_to("/desk/").follows(f"专项自查：{TITLE}").follows("发起").presses("发起").sees("进行中")

    # Those who must are written to; the clerk answers and finds what is missing.
    live.letter_to("clerk@miniapp.example", about=TITLE)
    clerk = somebody("clerk@miniapp.example")
    clerk.goes_to("/my/").follows(f"专项自查：{TITLE}").presses("开始自查").follows("开始填写")
    clerk.presses("保存，看全部").sees("请选择是、否或不适用")
    clerk.ticks("否").fills(
        note=MISSING, owner="俞样例", due_on=(clock.today() + timedelta(days=20)).isoformat()
    )
    clerk.presses("保存，看全部").follows("完成自查").presses("完成自查").sees(
        "只有本单位能看到", MISSING, "1项，未改1项"
    )
    own = clerk.path

    # Staff see the day it finished, and no answer.
    registrar.goes_to(page).sees("云杉样例网络科技有限公司", "应参加1家，已完成1家", "未共享")
    assert MISSING not in registrar.page.content()

    # The signer shares it, staff read it, and it is taken back.
    signer = somebody("signer@miniapp.example")
    signer.goes_to(own).follows("共享给协会").presses("共享给协会").sees("已共享给协会")
    registrar.goes_to(page).clicks(registrar.page.get_by_role("link", name="看共享的自查")).sees(
        MISSING, "已共享给协会"
    )
    clerk.goes_to(own).follows("收回共享").presses("收回共享").sees("只有本单位能看到")
    registrar.goes_to(page).sees("未共享")

    # What was missing is put right.
    clerk.goes_to(own).clicks(clerk.page.get_by_role("link", name="安排整改"))
    clerk.fills(is_done=True, done_note="付费页已加总价（演示）。").presses("保存").sees("1项，未改0项")
