"""The demo's register of works: one of 晨曦 on the register with two versions of its files, one of another studio with its number, and a draft
nobody else sees. The film is six seconds we drew ourselves."""

import io
from datetime import date
from pathlib import Path

from association.footage import actions as footage
from association.footage import queries
from association.footage.models import FileKind, WorkVersion
from association.kernel.attachments import Named
from association.organisations import queries as organisations
from association.works import actions
from association.works.models import Making, Trigger, Work
from association.works.workflow import WORK
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who

LANTERN = "样例河灯"
SYNOPSIS = "渡口的老人每年放一盏河灯，三个孩子想知道灯漂到哪里去了。三集，每集一段河。（演示文本）"

HERE = Path(__file__).parent
FILMED = "lantern.webm"
CLERK = "clerk@aurora.example"


def tell(scene: Scene, who: Who) -> None:
    with scene(40, 2):
        lantern = _enter(
            who, "aurora", title=LANTERN, aliases="样例灯火", synopsis=SYNOPSIS, day=date(2026, 8, 1), making=Making.AI,
            yuan=450_000, episodes=3, seconds=95, child_actors=3,
        )  # fmt: skip
    with scene(39, 2):
        WORK.take("keep_work", lantern, actor=who(CLERK))
    with scene(38, 2):
        first = footage.begin_version(lantern, note="初剪", actor=who(CLERK))
        _add(who, first, "剧本.txt", FileKind.SCRIPT, "texts/lantern-script.md")
        _add(who, first, "第一集.webm", FileKind.EPISODE, f"films/{FILMED}", episode=1)
        _add(who, first, "第一集.vtt", FileKind.SUBTITLE, "texts/lantern-1.vtt", episode=1)
    with scene(37, 2):
        footage.close(first, actor=who(CLERK))
    with scene(12, 2):
        second = footage.begin_version(lantern, note="补了字幕，画面没有改", actor=who(CLERK))
        _add(who, second, "剧本.txt", FileKind.SCRIPT, "texts/lantern-script.md")
        _add(who, second, "第一集.webm", FileKind.EPISODE, f"films/{FILMED}", episode=1)
    with scene(11, 2):
        film = next(f for f in queries.files_of(second) if f.kind is FileKind.EPISODE)
        footage.open_file(film, actor=who("signer@aurora.example"))
    with scene(30, 2):
        bridge = _enter(
            who, "songyan", title="样例石桥", synopsis="修桥的人和过桥的人，十二个早晨。（演示文本）", day=date(2026, 3, 1), yuan=1_300_000, episodes=12,
            seconds=120, triggers=[Trigger.ADVERTISED.value], number_kind="规划备案号", number="样例备字〔2026〕第1号", number_issuer="示例主管部门",
        )  # fmt: skip
        WORK.take("keep_work", bridge, actor=who("clerk@songyan.example"))
    with scene(3, 2):
        _enter(who, "aurora", title="样例夜航", day=date(2026, 12, 1), subjects=["公安"])


def _enter(who: Who, word: str, **facts: object) -> Work:
    firm = next(f for f in FIRMS if f.word == word)
    organisation = organisations.living(code(firm.serial))
    if organisation is None:
        raise LookupError(word)
    empty: dict[str, object] = {
        "aliases": "", "synopsis": "", "making": Making.LIVE, "yuan": None, "subjects": [], "triggers": [], "episodes": None, "seconds": None,
        "child_actors": 0, "number_kind": "", "number": "", "number_issuer": "",
    }  # fmt: skip
    return actions.enter(organisation, facts=empty | facts, actor=who(f"clerk@{word}.example"))


def _add(
    who: Who, version: WorkVersion, name: str, kind: FileKind, path: str, *, episode: int | None = None
) -> None:
    stream = io.BytesIO((HERE / path).read_bytes())
    footage.add(version, kind=kind, episode=episode, file=Named(name, stream), actor=who(CLERK))
