"""The demo's complaints: one answered and closed, one being looked into, one just come in. Whom they are about is invented."""

from association.kernel.db import session
from bulletins.complaints import actions
from bulletins.complaints.models import Complaint
from bulletins.complaints.workflow import COMPLAINT
from demo.consulting import Scene, Who

TOLD = (
    (
        "片名、海报和推广素材",
        "推广素材里的情节，正片里没有（演示）。",
        "样例短剧《海边的灯》，推广素材，第1集（演示）",
    ),
    ("收费和误导付费", "付费前没有写明一共多少集（演示）。", "一个样例小程序，付费页（演示）"),
    ("未成年人保护", "评论区里有人向未成年人推销（演示）。", "一个样例账号的评论区（演示）"),
)


def tell(scene: Scene, who: Who) -> None:
    """Each through the hands it needs."""
    for days, (kind, words, place) in zip((60, 20, 2), TOLD, strict=True):
        with scene(days, 10):
            actions.complain(kind=kind, words=words, place=place, who="", token=f"demo {days}")
    for index, days in ((0, 58), (1, 18)):
        with scene(days, 10):
            COMPLAINT.take("accept", _complaint(index), actor=who("intake"))
        with scene(days - 1, 10):
            COMPLAINT.take("check", _complaint(index), actor=who("investigator"))
    with scene(45, 10):
        COMPLAINT.take(
            "answer",
            _complaint(0),
            actor=who("investigator"),
            reason="经核实，素材已由制作单位撤下并更换（演示）。",
        )
    with scene(40, 10):
        COMPLAINT.take("close", _complaint(0), actor=who("investigator"))


def _complaint(index: int) -> Complaint:
    return session.query(Complaint).order_by(Complaint.id).offset(index).limit(1).one()
