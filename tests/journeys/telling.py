"""The article about a case, each part by the hand it needs: written, taught, reviewed three times, corrected."""

import io
import time
from collections.abc import Callable

from pypdf import PdfReader

from tests.journeys.reader import Person

HAPPENED = "一条推广素材里的情节，正片里没有（旅程）。"
CORRECTED = "两条推广素材里的情节，正片里没有（旅程）。"
PHONE = "10100009999"
TEACHER = "石样例"
PATIENCE = 120
LISTED = (
    "/cases/",
    *(f"/cases/?format={kind}" for kind in ("csv", "json", "atom", "jsonfeed")),
    "/api/v1/cases",
)
"""Where articles are listed, for people and programs."""


def told(hand: Callable[[str], Person], number: str, *, title: str, firm: str) -> str:
    """From the case's number to the public article; its address. A telephone number and the respondent's name must go first."""
    editor = hand("editor")
    editor.goes_to(f"/desk/articles/cases/?q={number}").follows(number).presses("开始")
    file = editor.path
    editor.follows("写各部分").fills(
        lede="素材写了正片没有的情节，改正后结案（旅程）。", happened=f"{firm}投放。电话{PHONE}。{HAPPENED}", said="请求从轻（旅程）。",
        decided="认定成立，经申诉减轻（旅程）。", questions="投放以前，谁核对过素材？",
    )  # fmt: skip
    editor.presses("保存").sees("请去掉")
    _taught(hand, file, title)
    editor.goes_to(file)
    assert not editor.may("送初审"), "what tells of a person goes first"
    editor.follows("写各部分").fills(happened=HAPPENED).presses("保存")
    editor.follows("送初审").presses("送初审")
    for name, deed in (("editor2", "初审通过"), ("reviewer", "复审通过"), ("issuer", "终审签发")):
        hand(name).goes_to(file).follows(deed).presses(deed)
        assert not editor.goes_to(file).may("终审签发"), "who wrote it does not let it out"
    editor.goes_to(file)
    return editor.clicks(editor.page.locator("main a[href^='/cases/']").first).path


def _taught(hand: Callable[[str], Person], file: str, title: str) -> None:
    editor, expert = hand("editor"), hand("expert1")
    editor.goes_to(file).follows("约请专家写以案说法")
    editor.page.locator("main select[name=teacher]").select_option(label=TEACHER)
    editor.presses("约请")
    expert.goes_to("/review/lessons/").follows(title)
    expert.fills(lesson="投放以前逐条核对（旅程）。").presses("交给编辑").sees("已交给编辑")


def corrected(hand: Callable[[str], Person], article: str) -> None:
    """Proposed by one, issued by another; it stands as a dated entry under the article."""
    editor = hand("editor")
    editor.goes_to("/desk/articles/?state=published").clicks(editor.page.locator("main tbody a").first)
    file = editor.path
    editor.follows("更正案例").fills(
        field="happened", before="一条推广素材", after="两条推广素材", because="核对投放记录后更正（旅程）。"
    )
    editor.presses("提出更正")
    assert not editor.may("签发更正")
    hand("issuer").goes_to(file).follows("签发更正").presses("签发更正")
    hand("issuer").goes_to(article).sees(CORRECTED, "核对投放记录后更正（旅程）。")


def says(visitor: Person, article: str, name: str) -> list[str]:
    """Where a visitor meets this name: page, list, datasets, feeds, what programs are told; never on paper or by search."""
    visitor.goes_to(article).sees(CORRECTED)
    answers = {path: visitor.context.request.get(f"{visitor.address}{path}") for path in (article, *LISTED)}
    assert [path for path, answer in answers.items() if not answer.ok] == []
    found = visitor.goes_to(f"/search?q={name}").page.locator(f"main a[href^='{article}']")
    assert found.count() == 0, "search does not lead from a name to an article"
    assert name not in _paper(visitor, article), "what people keep cannot be called back"
    return [path for path, answer in answers.items() if name in answer.text()]


def _paper(visitor: Person, article: str) -> str:
    """The article as PDF, once the worker has made it for what is true now."""
    until = time.monotonic() + PATIENCE
    while not (answer := visitor.context.request.get(f"{visitor.address}{article}document.pdf")).ok:
        assert time.monotonic() < until
        time.sleep(0.5)
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body())).pages)
