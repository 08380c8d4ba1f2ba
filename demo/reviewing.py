"""The demo's reviews: a report of another studio's work waits for its answer, with a dissent on it; a work of 晨曦 is being watched. All wording is ours."""

import io

from association.accounts import queries as accounts
from association.footage import actions as footage
from association.footage import queries as files
from association.footage.models import FileKind
from association.kernel.attachments import Named
from association.kernel.db import session
from association.kernel.policy import Actor
from association.panels import actions as panels
from association.panels.models import PanelSeat
from association.review import actions, queries, queue
from association.review.models import Conclusion, Gate, Genre, ReviewRound, Severity, WorkReview
from association.review.opinions import Noted
from association.review.workflow import REVIEW
from association.works.models import Work
from demo import productions
from demo.consulting import Scene, Who

BRIDGE = "样例石桥"
CLEAR = {gate.value: ("clear", "") for gate in Gate}
SEEN = CLEAR | {Gate.CONTENT.value: ("concern", ""), Gate.PAY.value: ("not_seen", "")}
QUARREL = Noted(
    gate="content", severity="ordinary", where="第1集", at=3, fact="桥头的争吵重复了三遍，后两遍没有新的信息。", cause="为了留住观众，剪辑时保留了全部素材。",
    proposal="保留第一遍，后两遍各剪去一半。",
)  # fmt: skip
NOISE = Noted(
    gate="taste", severity="slight", where="第1集", at=5, fact="水声盖过了对白。", cause="混音时没有试听手机外放。", proposal="对白段落的水声降低。"
)  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    bridge = _bridge(scene, who)
    _opinions(scene, who, bridge)
    _report(scene, who, bridge)
    _lantern(scene, who)


def _review(id_: int) -> WorkReview:
    return session.get_one(WorkReview, id_)


def _round(id_: int) -> ReviewRound:
    found = queries.current_round(_review(id_))
    if found is None:
        raise LookupError(id_)
    return found


def _handed_in(
    scene: Scene, who: Who, title: str, clerk: str, day: int, *, wish: str, wants: tuple[str, ...]
) -> int:
    with scene(day, 2):
        work = session.query(Work).filter_by(title=title).one()
        id_ = int(actions.submit(work, genre=Genre.DRAMA, wish=wish, actor=who(clerk)).id)
    with scene(day - 1, 2):
        actions.accept(_review(id_), genre=Genre.DRAMA, wants=wants, actor=who("experts"))
    with scene(day - 1, 4):
        proposed = queue.waiting().proposals()[id_].pairs
        actions.assign(
            _review(id_), people=[pair.candidate for pair in proposed], reason="", actor=who("experts")
        )
    with scene(day - 2, 3):
        for seat in _round(id_).panel.sitting:
            panels.declare_clear(seat, actor=_member(who, seat))
    return id_


def _member(who: Who, seat: PanelSeat) -> Actor:
    account = next(iter(accounts.accounts_of([seat.person_id] if seat.person_id else [])))
    return who(account.email)


def _bridge(scene: Scene, who: Who) -> int:
    with scene(29, 2):
        work = session.query(Work).filter_by(title=BRIDGE).one()
        clerk = who("clerk@songyan.example")
        version = footage.begin_version(work, note="成片", actor=clerk)
        film = io.BytesIO((productions.HERE / "films" / productions.FILMED).read_bytes())
        footage.add(version, kind=FileKind.EPISODE, episode=1, file=Named("第一集.webm", film), actor=clerk)
    return _handed_in(
        scene, who, BRIDGE, "clerk@songyan.example", 28, wish="桥头的几场争吵是否过长。", wants=("剧本创作", "影视评论"),
    )  # fmt: skip


def _opinions(scene: Scene, who: Who, id_: int) -> None:
    seats = [seat.id for seat in _round(id_).panel.sitting]
    for hour, seat_id in enumerate(seats, start=1):
        with scene(22, hour):
            seat = session.get_one(PanelSeat, seat_id)
            member = _member(who, seat)
            for file in files.files_of(_round(id_).version):
                footage.confirm_seen(footage.open_file(file, actor=member), actor=member)
            for noted in (QUARREL, NOISE)[: 3 - hour] if hour < 3 else ():
                actions.keep_noted(seat, noted, actor=member)
            dissents = hour == len(seats)
            actions.save(
                seat, gates=CLEAR if dissents else SEEN, merits="修桥的手艺拍得清楚。", checks={},
                word=(Conclusion.MEETS if dissents else Conclusion.AFTER_CHANGES).value,
                summary="争吵是人物的说话方式，可以不改。" if dissents else "人物可信，第一集的节奏宜修改。", actor=member,
            )  # fmt: skip
            actions.hand_in(seat, actor=member)


def _report(scene: Scene, who: Who, id_: int) -> None:
    with scene(19, 3):
        findings = queries.findings_of(_round(id_))
        for gate in (Gate.CONTENT, Gate.TASTE):
            same = [f for f in findings if f.gate is gate]
            if same:
                actions.make_point(
                    _round(id_), same, gate=gate, severity=Severity(same[0].severity), fact=same[0].fact, cause=same[0].cause, proposal=same[0].proposal,
                    actor=who("experts"),
                )  # fmt: skip
    with scene(19, 4):
        actions.write_report(
            _round(id_), conclusion=Conclusion.AFTER_CHANGES, merits="修桥的手艺拍得清楚，人物说的是本地人说的话。",
            summary="人物可信，手艺清楚。第一集桥头的争吵宜剪短，对白段落的声音宜再调（演示文本）。", actor=who("experts"),
        )  # fmt: skip
    for hour, seat_id in enumerate([seat.id for seat in _round(id_).panel.sitting], start=1):
        with scene(17, hour):
            seat = session.get_one(PanelSeat, seat_id)
            panels.confirm(seat, agrees=True, note="", actor=_member(who, seat))
    for day, (deed, role) in zip((15, 14), (("compile", "experts"), ("issue", "issuer")), strict=True):
        with scene(day, 2):
            REVIEW.take(deed, _review(id_), actor=who(role))


def _lantern(scene: Scene, who: Who) -> None:
    id_ = _handed_in(
        scene, who, productions.LANTERN, "clerk@aurora.example", 8, wish="孩子的几场戏是否合适。", wants=("剧本创作", "影视评论"),
    )  # fmt: skip
    with scene(3, 3):
        first = who("expert1")
        seat = _round(id_).panel.seat_of(first.person_id)
        if seat is None:
            raise LookupError("expert1")
        film = next(f for f in files.files_of(_round(id_).version) if f.episode == 1)
        footage.open_file(film, actor=first)
        actions.keep_noted(
            seat, Noted(file=film.id, where="第1集", at=4, fact="河灯下水的镜头停得太短。"), actor=first
        )
        actions.save(
            seat, gates={}, merits="", checks={}, word="", summary="还没有看完（演示）。", actor=first
        )
