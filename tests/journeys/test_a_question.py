"""A question from its asking to its end: asked back, answered by two people, made public without its asker; then guidance with a deadline, evidence,
a recheck by a third person, closed.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from association.kernel import clock
from demo.cast import FIRMS, code
from tests.journeys.reader import Person

ASKED = "分两次上线的剧，备案算一部还是两部（旅程）"
PUBLIC = "一部剧分两次上线，备案怎样算（旅程）"
NOTE = "分次上线的说明（旅程）"
RULE = "小程序类网络微短剧自律规则（示例）"


def test_a_question_is_asked_back_answered_made_public_and_followed_by_guidance_with_a_deadline(
    somebody: Callable[..., Person], authority: Path
) -> None:
    clerk, editor, legal = (
        somebody(who) for who in ("clerk@aurora.example", "editor@demo.example", "legal@demo.example")
    )
    reviewer, issuer, registrar = (
        somebody(f"{who}@demo.example") for who in ("reviewer", "issuer", "registrar2")
    )

    # The clerk asks in private, with a file.
    clerk.goes_to("/guidance/").follows("提出咨询").fills(
        title=ASKED,
        text="同一部剧先上二十集，三个月后再上二十集（演示）。",
        topic="类别与备案",
        works="《晚潮样例》",
        files=authority,
    )
    clerk.presses("提交咨询").sees(ASKED, "待答复", "咨询〔")
    question = clerk.path

    # Staff ask back, the clerk adds.
    editor.goes_to("/desk/").follows(f"业务咨询：{ASKED}").follows("请提问方补充")
    editor.fills(text="两次是一次立项吗（演示）？").presses("发出").sees("待补充")
    clerk.goes_to("/my/").follows(f"请补充：{ASKED}").follows("补充说明").fills(
        text="是一次立项（演示）。"
    ).presses("提交补充")

    # One drafts with a clause, another approves; until then the clerk sees nothing of it.
    editor.goes_to(question).follows("起草答复").fills(text="一次立项的，按一部备案（演示）。").presses(
        "存为草稿"
    )
    editor.follows("登记所依条款")
    chosen = editor.page.locator("select[name=edition] option", has_text=RULE).first.get_attribute("value")
    editor.fills(edition=str(chosen), path="第五条").presses("登记").follows("送审核").presses("送审核")
    assert not editor.goes_to(question).may("审核通过并答复")
    assert "按一部备案" not in clerk.goes_to(question).page.inner_text("main")
    legal.goes_to(question).follows("审核通过并答复").presses("审核通过并答复")
    clerk.goes_to(question).sees("一次立项的，按一部备案", "非约束性指导", "第五条")
    clerk.follows("这个答复有没有帮助").ticks("有帮助").presses("提交")

    # A public answer may not name the asker or the work; three people review it.
    editor.goes_to(question).follows("改写为公开指导").fills(
        title=PUBLIC, asks="《晚潮样例》分两次上线（演示）。"
    ).presses("存为草稿")
    editor.sees("会让人看出是谁提问的").fills(asks="一部剧分两次上线（演示）。").presses("存为草稿")
    draft = editor.path
    for who, step in ((editor, "送初审"), (editor, "初审通过"), (reviewer, "复审通过"), (issuer, "终审签发")):
        who.goes_to(draft).follows(step).presses(step)
    visitor = somebody().goes_to("/guidance/").follows(PUBLIC).sees("非约束性指导", "第五条")
    assert "晨曦" not in visitor.page.inner_text("main")

    # Guidance with a deadline follows from the question.
    reference = clerk.goes_to(question).page.locator(".kicker").inner_text().split()[-1]
    due = clock.today() + timedelta(days=20)
    editor.goes_to("/desk/remedies/").follows("起草指导意见").fills(
        code=code(FIRMS[0].serial), source="question", source_words=reference, title=NOTE, facts="咨询中了解到的情况（演示）。",
        asks="在简介中写明分次上线\n报送修改后的简介", due_on=due.isoformat(),
    )  # fmt: skip
    editor.presses("存为草稿").follows("登记所依条款").fills(edition=str(chosen), path="第五条").presses(
        "登记"
    )
    editor.follows("送签发").presses("送签发")
    note = editor.path
    legal.goes_to(note).follows("签发").presses("签发").sees("待签收")
    clerk.goes_to(note).sees("整改要求", "不是行政处罚").follows("签收").presses("签收")
    clerk.follows("报送材料").fills(text="简介已改（演示）。", files=authority).presses("报送").sees("待复查")
    assert not legal.goes_to(note).may("复查通过，办结")
    registrar.goes_to(note).follows("复查通过，办结").fills(text="两条都已办到（演示）。").presses(
        "复查通过，办结"
    ).sees("已办结")
    clerk.goes_to(note).sees("已办结", "两条都已办到")
    stranger = somebody("clerk@borealis.example")
    stranger.goes_to(note)
    assert NOTE not in stranger.page.inner_text("main")
