"""The demo's warnings: one in force, confirmed by some and passed on at one; one lifted; one that waits for the second review."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from association.kernel import clock, dated
from association.kernel.db import session
from association.kernel.policy import Actor
from bulletins.warnings import actions
from bulletins.warnings.models import Level, RiskWarning, WarningReceipt
from bulletins.warnings.workflow import RECEIPT, WARNING

Scene = Callable[[int, int], AbstractContextManager[None]]
Who = Callable[[str], Actor]
REVIEWS = (
    ("submit", "editor"),
    ("first_review", "editor2"),
    ("second_review", "reviewer"),
    ("third_review", "issuer"),
)
CONFIRM = ("clerk@aurora.example", "clerk@shiguang.example", "clerk@nanfeng.example", "clerk@qinghe.example",
           "clerk@platform.example", "clerk@songyan.example", "clerk@xinghe.example")  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    """Two stories that are over or under way, and one that waits."""
    with scene(100, 1):
        dated.change(
            "warnings.number", value="示视协警〔{year}〕{number}号", basis="演示协会的设置", in_force_from=clock.today(),
            checked_by="管样例", checked_on=clock.today(), actor=who("admin"),
        )  # fmt: skip
    _lifted(scene, who)
    _in_force(scene, who)
    _in_review(scene, who)


def _reviewed(scene: Scene, who: Who, id_: int, *, days_ago: int, steps: int = len(REVIEWS)) -> None:
    for hour, (deed, person) in enumerate(REVIEWS[:steps], start=2):
        with scene(days_ago, hour):
            WARNING.take(deed, session.get_one(RiskWarning, id_), actor=who(person))


def _told(scene: Scene, id_: int, *, days_ago: int) -> None:
    """The worker's part, at its moment."""
    with scene(days_ago, 7):
        actions.tell(session.get_one(RiskWarning, id_))


def _lifted(scene: Scene, who: Who) -> None:
    with scene(90, 1):
        id_ = actions.draft(
            title="冒充协会名义收取“片名备案加急费”", level=Level.YELLOW, topic="其他", actor=who("editor"),
            happens="有人冒充本会工作人员，向制作机构收取所谓片名备案加急费。本会从不代收任何备案费用（演示）。",
            todo="不要付款，保留聊天和转账记录\n核对来电，向秘书处反映", act_by=None, valid_from=None,
            valid_to=clock.today() + timedelta(days=60), must_read=True, confirm_days=5, kinds=["studio"],
        ).id  # fmt: skip
    _reviewed(scene, who, id_, days_ago=90)
    _told(scene, id_, days_ago=90)
    for address in CONFIRM:
        _confirm(scene, who, id_, address, days_ago=88)
    with scene(52, 3):
        WARNING.take(
            "lift", session.get_one(RiskWarning, id_), actor=who("issuer"),
            reason="冒用的账号已被平台关闭，一个多月没有新的反映，现予解除（演示）。",
        )  # fmt: skip


def _in_force(scene: Scene, who: Who) -> None:
    with scene(9, 1):
        id_ = actions.draft(
            title="警惕冒用“AI修复”名义传播被改编经典影视片段的推广素材", level=Level.ORANGE, topic="推广与投流", actor=who("editor"),
            happens="近期有推广账号以“AI修复”“高清重制”为名，把经典影视片段改头换面后用作微短剧的投流素材，情节与正片无关（演示）。\n"
            "这类素材既可能侵害他人权利，也会使观众误以为是正片内容。",
            todo="清查本单位在投和待投的推广素材，停用来源不明的\n核对投流代理提交的素材授权\n保存清查记录，以备核对",
            act_by=clock.today() + timedelta(days=21), valid_from=None, valid_to=clock.today() + timedelta(days=34),
            kinds=["studio", "platform", "miniapp", "promoter"], contents=["微短剧", "推广素材"], platforms=["信息流广告", "小程序"],
            must_read=True, wants_statement=True, confirm_days=3,
        ).id  # fmt: skip
    _reviewed(scene, who, id_, days_ago=9)
    _told(scene, id_, days_ago=9)
    for address in CONFIRM:
        _confirm(scene, who, id_, address)
    with scene(6, 2):
        receipt = _receipt(id_, who("clerk@aurora.example"))
        if receipt is not None:
            actions.report(
                receipt, statement="已停用两条来源不明的素材，其余素材的授权书已逐一核对（演示）。", evidence=[],
                actor=who("clerk@aurora.example"),
            )  # fmt: skip
    with scene(2, 1):
        actions.keep_days()


def _receipt(id_: int, officer: Actor) -> WarningReceipt | None:
    rows = session.query(WarningReceipt).filter(
        WarningReceipt.warning_id == id_,
        WarningReceipt.organisation_id.in_(officer.ids("organisation", "clerk")),
    )
    return rows.first()


def _confirm(scene: Scene, who: Who, id_: int, address: str, *, days_ago: int = 8) -> None:
    """Those it does not concern have nothing to confirm."""
    with scene(days_ago, 3):
        officer = who(address)
        receipt = _receipt(id_, officer)
        if receipt is not None:
            RECEIPT.take("confirm", receipt, actor=officer)


def _in_review(scene: Scene, who: Who) -> None:
    with scene(3, 1):
        id_ = actions.draft(
            title="连续包月的取消入口不明显，集中投诉增多", level=Level.BLUE, topic="收费与退款", actor=who("editor"),
            happens="近两周关于小程序连续包月难以取消的投诉增多，多数反映取消入口层级过深（演示）。",
            todo="检查取消入口，两步以内可达\n到期扣款前提醒", act_by=None, valid_from=None,
            valid_to=clock.today() + timedelta(days=90), kinds=["miniapp"],
        ).id  # fmt: skip
    _reviewed(scene, who, id_, days_ago=3, steps=2)
