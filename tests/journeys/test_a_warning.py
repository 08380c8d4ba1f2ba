"""A warning from its draft to its end: three people review it, it reaches exactly those it applies to, one confirms, one does not and is
passed on to the signer, and it is lifted.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Browser

from association.kernel import clock
from demo.cast import PASSWORD
from tests.journeys.reader import Person
from tests.journeys.server import running

TITLE = "警惕来源不明的投流素材包（样例）"
LATER = 8
"""Days after which the three working days of confirming are over, wherever a weekend lies."""


def test_a_warning_is_reviewed_reaches_whom_it_concerns_is_confirmed_passed_on_and_lifted(
    chromium: Browser, demo: Path, seen: set[str]
) -> None:
    def sits(site: object) -> Callable[[str], Person]:
        return lambda email: Person(chromium, site.address, seen=seen).signs_in(email, PASSWORD)  # type: ignore[attr-defined]

    with running(demo) as live:
        somebody = sits(live)
        # An editor drafts it for platforms and for promoters.
        editor = somebody("editor@demo.example")
        editor.goes_to("/desk/warnings/").follows("起草预警").fills(
            title=TITLE, level="red", topic="推广与投流", happens="有人兜售来源不明的素材包（演示）。", todo="清查在投素材\n停用来源不明的",
            valid_to=(clock.today() + timedelta(days=40)).isoformat(),
        )  # fmt: skip
        editor.ticks("播出平台").ticks("投流方").ticks("必读：适用单位须确认已阅知").presses("存为草稿").sees(
            TITLE
        )
        page = editor.path
        editor.follows("送初审").presses("送初审").sees("待初审")
        editor.goes_to(page).follows("初审通过").presses("初审通过").sees("待复审")

        # The same person is refused the second review; somebody else gives it, a third one issues.
        assert not editor.goes_to(page).may("复审通过")
        reviewer = somebody("reviewer@demo.example")
        reviewer.goes_to("/desk/").sees(TITLE)
        reviewer.goes_to(page).follows("复审通过").presses("复审通过").sees("待终审")
        assert not reviewer.goes_to(page).may("终审签发")
        issuer = somebody("issuer@demo.example")
        issuer.goes_to(page).follows("终审签发").presses("终审签发").sees("生效中", "示视协警〔")

        # It reaches exactly those it applies to.
        live.letter_to("clerk@platform.example", about=TITLE)
        live.letter_to("clerk@xinghe.example", about=TITLE)
        concerned = issuer.goes_to(page)
        concerned.sees(
            "白鹭样例短剧平台有限公司", "南风样例文化传播有限公司", "星河样例投放服务有限公司", "应确认3家"
        )
        assert "晨曦样例影视有限公司" not in concerned.page.inner_text("main")

        # One confirms.
        clerk = somebody("clerk@platform.example")
        clerk.goes_to("/my/warnings/").sees(TITLE, "单位类别：播出平台")
        clerk.goes_to("/my/").follows(f"预警：{TITLE}").follows("确认已阅知").presses("确认已阅知").sees(
            "已阅知"
        )

    with running(demo, days_later=LATER) as live:
        somebody = sits(live)
        # The others have not: their signers are written to.
        live.letter_to("signer@xinghe.example", about=TITLE)
        issuer = somebody("issuer@demo.example")
        issuer.goes_to(page).sees("应确认3家，已确认1家", "已提请其他负责人")
        signer = somebody("signer@xinghe.example")
        signer.goes_to("/my/").follows(f"预警：{TITLE}").sees("逾期未确认，提请其他负责人")

        # It is lifted with a closing note, and those who were told hear of it.
        issuer.goes_to(page).follows("解除预警").fills(reason="相关账号已关闭（演示）。").presses(
            "解除预警"
        ).sees("已解除")
        live.letter_to("clerk@platform.example", about="预警已解除")
        issuer.goes_to("/warnings/").sees(TITLE, "已解除")
