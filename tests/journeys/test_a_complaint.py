"""A complaint by somebody who says no name: told with a photograph, asked back under the code, handled together with a call, transferred to an authority by
two people, answered; the photograph that goes along no longer says where it was taken."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.journeys.reader import Person
from tests.kernel.test_cleaning import TRACES, photograph

TOLD = "片头没有标识，评论里有人收钱（旅程）"
FACTS = "一部样例短剧的片头没有标识（旅程）。"


def test_a_complaint_is_told_followed_joined_transferred_and_answered(
    somebody: Callable[..., Person], tmp_path: Path
) -> None:
    visitor, intake, investigator = (
        somebody(), somebody("intake@demo.example"), somebody("investigator@demo.example"),
    )  # fmt: skip
    picture = tmp_path / "photograph.jpg"
    picture.write_bytes(photograph())

    # Without an account, without a name; where the evidence is from is asked for, and the file waits.
    visitor.goes_to("/complaints/").follows("我要投诉举报").fills(
        words=TOLD, work="样例短剧（旅程）", files=picture
    )
    visitor.presses("提交").sees("请写明证据从哪里来、什么时候取得。")
    visitor.fills(source="自己拍的，昨天（旅程）").presses("提交").sees("回执码")
    code = visitor.page.inner_text("main code")

    # It waits at the desk; the copy is ready soon.
    intake.goes_to("/desk/complaints/").page.locator("main tbody a").first.click()
    intake.page.wait_for_load_state()
    complaint = intake.path
    intake.sees(TOLD).follows("受理").presses("受理")
    intake.goes_to(complaint).follows("问投诉人…").fills(words="是哪个平台（旅程）？").presses("写下")
    visitor.goes_to("/complaints/follow/").fills(code=code).presses("查看或补充").sees(
        "已受理", "是哪个平台（旅程）？"
    )
    visitor.fills(words="样例平台（旅程）。").presses("查看或补充").sees("样例平台（旅程）。")

    # Somebody calls about the same.
    intake.goes_to("/desk/complaints/").follows("登记投诉举报")
    intake.fills(channel="phone", words="同一件事（旅程）", work="样例短剧（旅程）").presses("登记")
    number = investigator.goes_to(complaint).heading.removeprefix("投诉举报").strip()
    investigator.follows("开始核查").presses("开始核查")
    investigator.goes_to("/desk/complaints/").page.locator("main tbody a").first.click()
    investigator.page.wait_for_load_state()
    investigator.sees("同一件事（旅程）").follows("合并办理").fills(number=number).presses("合并办理")
    investigator.sees("已合并办理", number)

    # One prepares, another sends.
    _until_copied(investigator, complaint)
    investigator.goes_to(complaint).follows("移送主管部门…").fills(
        authority="样例主管部门（旅程）", basis="样例规定第一条（旅程）", facts=FACTS, evidence=True
    )
    investigator.presses("拟移送").sees("待审核移送", "01.jpg")
    transfer = investigator.path
    assert not investigator.may("移送")
    intake.goes_to(transfer).follows("移送").fills(way="专人送交（旅程）").presses("移送").sees("已移送")
    held = _package(intake, transfer)
    assert {"00-移送函.pdf", "00-目录.csv", "01.jpg"} == set(held)
    assert not any(trace in held["01.jpg"] for trace in TRACES)

    # The answer, and the end.
    investigator.goes_to(complaint).follows("反馈").fills(reason="已移送主管部门（旅程）。").presses("反馈")
    investigator.goes_to(complaint).follows("办结").presses("办结")
    visitor.goes_to("/complaints/follow/").fills(code=code).presses("查看或补充").sees(
        "已办结", "已移送主管部门（旅程）。"
    )


def _until_copied(person: Person, complaint: str) -> None:
    """The worker takes a moment."""
    until = time.monotonic() + 240
    while "副本正在生成" in person.goes_to(complaint).page.inner_text("main"):
        assert time.monotonic() < until
        time.sleep(0.5)


def _package(person: Person, transfer: str) -> dict[str, bytes]:
    until = time.monotonic() + 240
    while True:
        answer = person.context.request.get(f"{person.address}{transfer}package.zip")
        if answer.status == 200:
            break
        assert time.monotonic() < until
        time.sleep(1)
    with zipfile.ZipFile(io.BytesIO(answer.body())) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}
