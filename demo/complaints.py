"""The demo's complaints: one answered and closed, one looked into together with another and transferred to an authority, one an authority
sent us, one just come in. Whom they are about is invented."""

from association.kernel.db import session
from bulletins.complaints import actions
from bulletins.complaints.actions import Told
from bulletins.complaints.models import Complaint, ComplaintTransfer
from bulletins.complaints.workflow import COMPLAINT
from demo.consulting import Scene, Who
from demo.papers import scan

CLOSED, LEADING, JOINED, SENT_ON, NEW = range(5)
DAYS_AGO = (60, 20, 18, 9, 2)
TOLD = (
    Told(
        kind="片名、海报和推广素材", words="推广素材里的情节，正片里没有（演示）。", work="海边的灯（样例短剧，演示）", place="推广素材，第1集（演示）",
        files=[scan("样例截图", "推广素材截图")], source="自己截取，看到的当天（演示）。",
    ),
    Told(
        kind="收费和误导付费", words="付费前没有写明一共多少集（演示）。", published_by="一个样例小程序（演示）", place="付费页（演示）",
        files=[scan("付费页", "付费页截图")], source="自己截取（演示）。",
    ),
    Told(kind="收费和误导付费", words="同一个小程序，付了钱才知道还要再付（演示）。", published_by="一个样例小程序（演示）"),
    Told(kind="作品内容", words="转办：有人反映一部样例短剧的情节不当（演示）。", work="样例短剧（演示）", place="第3集（演示）"),
    Told(kind="未成年人保护", words="评论区里有人向未成年人推销（演示）。", published_by="一个样例账号（演示）", place="评论区（演示）"),
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    _come_in(scene, who)
    for index, days in ((CLOSED, 58), (LEADING, 18), (SENT_ON, 7)):
        with scene(days, 10):
            COMPLAINT.take("accept", _complaint(index), actor=who("intake"))
    for index, days in ((CLOSED, 57), (LEADING, 17)):
        with scene(days, 10):
            COMPLAINT.take("check", _complaint(index), actor=who("investigator"))
    with scene(45, 10):
        COMPLAINT.take(
            "answer",
            _complaint(CLOSED),
            actor=who("investigator"),
            reason="经核实，素材已由制作单位撤下并更换（演示）。",
        )
    with scene(40, 10):
        COMPLAINT.take("close", _complaint(CLOSED), actor=who("investigator"))
    with scene(16, 10):
        leading = _complaint(LEADING)
        COMPLAINT.take("join", _complaint(JOINED), actor=who("investigator"), number=leading.number or "")
    _transfer(scene, who)


def _come_in(scene: Scene, who: Who) -> None:
    for days, told in zip(DAYS_AGO, TOLD, strict=True):
        with scene(days, 10):
            if days == DAYS_AGO[SENT_ON]:
                actions.write_down(
                    told, channel="authority", authority="样例区文化主管部门（演示）", authority_number="样例转〔2026〕7号（演示）",
                    token=f"demo {days}", actor=who("intake"),
                )  # fmt: skip
            else:
                actions.complain(told, token=f"demo {days}")


def _transfer(scene: Scene, who: Who) -> None:
    with scene(12, 10):
        actions.prepare_transfer(
            _complaint(LEADING), authority="样例区市场监督管理部门（演示）", basis="价格和收费由主管部门监管的规定（演示，依据待核对）",
            facts="一个样例小程序在付费页没有写明总集数和总价，用户付费后须再次付费（演示）。", evidence=[], actor=who("investigator"),
        )  # fmt: skip
    with scene(11, 10):
        actions.send(session.query(ComplaintTransfer).one(), way="专人送交（演示）", actor=who("intake"))


def _complaint(index: int) -> Complaint:
    return session.query(Complaint).order_by(Complaint.id).offset(index).limit(1).one()
