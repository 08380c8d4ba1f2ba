"""The demo's register of agencies: one on it for more than a year, reviewed and changed; one with its application before the registrars; one drafting; and
the incubation of young talent.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from association.kernel import clock
from association.organisations import queries as organisations
from association.organisations.models import Organisation
from demo import incubation
from demo.cast import FIRMS, code
from demo.consulting import Scene, Who
from demo.papers import Paper
from mcn.agencies import actions, effects, queries
from mcn.agencies.models import Agency, Filing
from mcn.agencies.sections import BY_NAME, ROSTER, SECTIONS, rows_of
from mcn.agencies.workflow import FILING
from mcn.roster import actions as roster
from mcn.roster import workbook

Rows = Sequence[Mapping[str, Any]]

SYSTEMS = ("内容审核制度", "个人信息保护制度", "应急处置制度", "培训制度", "投诉处理制度")


def _forms(surname: str, *, clients: int, content: bool = True) -> dict[str, dict[str, Any]]:
    contacts = {
        "liaison_name": f"{surname}样例", "liaison_phone": "13800000000", "liaison_email": "liaison@demo.example",
        "compliance_name": "蓝样例", "compliance_phone": "13800000000",
    }  # fmt: skip
    if content:
        contacts |= {"content_name": "米样例", "content_phone": "13800000000"}
    return {
        "identity": {
            "entity_kind": "公司", "registered_at": "示例市市场监督管理局", "services": ["签约服务", "推广服务"], "started_on": "2019-03-01",
        },
        "contacts": contacts,
        "permits": {"complete": "yes"},
        "clients": {
            "performers": 6, "guests": 2, "presenters": 1, "streamers": clients, "others": 0, "in_writing": clients + 9, "exclusive": 12,
        },
        "reviewers": {"number": 3, "trained": 2, "certificates": "示训审00001\n示训审00002"},
        "statements": {"tax": "yes", "advertising": "yes"},
    }  # fmt: skip


def _lists(word: str, start: int) -> dict[str, Rows]:
    return {
        "agents": [
            {
                "name": f"{surname}样例", "certificate": "演出经纪人员资格证", "certificate_number": f"示经纪{start + n:05d}",
                "time": "full" if n else "part", "insured": "yes", "starts_on": "2021-07-01",
            }
            for n, surname in enumerate("庄温柯")
        ],
        "minors": [
            {
                "kind": "performers", "band": "over", "number": 2, "consents": 2, "consented_on": "2025-06-01", "schooling": "yes",
            },
        ],
        "accounts": [
            {"platform": "示例短视频", "account": f"{word}-yangli-{n + 1}", "shown_name": f"样例频道{n + 1}", "basis": "own", "shows_agency": "yes"}
            for n in range(4)
        ],
        "fan_groups": [{"platform": "示例社区", "name": "样例后援会", "authorised": "yes", "owner_adult": "yes"}],
        "works": [
            {"title": "样例小城故事", "work_class": "普通微短剧", "number": "示微剧审字第00018号", "platform": "白鹭样例短剧平台"},
        ],
        "systems": [
            {"kind": kind, "title": f"{kind}（样例）", "published_on": "2023-01-01", "address": f"https://www.{word}.example/rules/{n}"}
            for n, kind in enumerate(SYSTEMS)
        ],
    }  # fmt: skip


def tell(scene: Scene, who: Who) -> None:
    _borealis(scene, who)
    _yuanshan(scene, who)
    _roster(scene, who)
    incubation.tell(scene, who)


def _roster(scene: Scene, who: Who) -> None:
    """北辰 has handed in a roster: one agent new, one full time now; it waits to be taken."""
    with scene(1, 2):
        agency = _agency("borealis")
        rows = {name: rows_of(queries.fact_of(agency, name)) for name in ROSTER}
        first, *others = rows["agents"]
        new = first | {"name": "窦样例", "certificate_number": "示经纪00140", "starts_on": "2026-11-01"}
        rows["agents"] = [first | {"time": "full"}, *others, new]
        file = Paper("花名册.xlsx", workbook.written(rows, workbook.shape()))
        roster.hand_in(agency, file=file, language="zh", actor=who("clerk@borealis.example"))


def _organisation(word: str) -> Organisation:
    found = organisations.living(code(next(f.serial for f in FIRMS if f.word == word)))
    if found is None:
        raise LookupError(word)
    return found


def _agency(word: str) -> Agency:
    found = queries.living(_organisation(word).id)
    if found is None:
        raise LookupError(word)
    return found


def _filing(word: str) -> Filing:
    found = queries.open_filing(_agency(word))
    if found is None:
        raise LookupError(word)
    return found


def _applied(
    scene: Scene, who: Who, word: str, day: int, forms: dict[str, Any], lists: dict[str, Rows]
) -> None:
    """Filled in over two days."""
    clerk = f"clerk@{word}.example"
    with scene(day, 1):
        actions.begin_application(_organisation(word), actor=who(clerk))
    for name, facts in forms.items():
        with scene(day, 2):
            actions.save_section(_filing(word), BY_NAME[name], facts=facts, actor=who(clerk))
    for name, rows in lists.items():
        for row in rows:
            with scene(day - 1, 2):
                actions.save_row(_filing(word), BY_NAME[name], row=None, facts=row, actor=who(clerk))
        if not rows:
            with scene(day - 1, 2):
                actions.say_none(_filing(word), BY_NAME[name], actor=who(clerk))


def _handed_on(scene: Scene, who: Who, word: str, day: int) -> None:
    with scene(day, 3):
        FILING.take("finish", _filing(word), actor=who(f"clerk@{word}.example"))
    with scene(day, 4):
        FILING.take("sign", _filing(word), actor=who(f"signer@{word}.example"))


def _decided(scene: Scene, who: Who, word: str, day: int, interview: str) -> None:
    with scene(day, 2):
        actions.examine(
            _filing(word), interviewed_on=clock.today(), interview=interview, answers={}, actor=who("registrar")
        )  # fmt: skip
    with scene(day - 1, 2):
        FILING.take("approve", _filing(word), actor=who("registrar2"))
    with scene(day - 1, 3):  # the worker's part
        effects.keep_claims(_agency(word), queries.facts_of(_agency(word)))


def _borealis(scene: Scene, who: Who) -> None:
    """北辰: asked for a change, registered, and a year later reviewed with a new content lead."""
    word = "borealis"
    _applied(scene, who, word, 366, _forms("彭", clients=86, content=False), _lists(word, 100))
    _handed_on(scene, who, word, 364)
    with scene(360, 2):
        actions.ask(
            _filing(word), asked=[("contacts__content_name", "请补充内容管理负责人（演示）。")], reason="", actor=who("registrar")
        )  # fmt: skip
    with scene(358, 2):
        actions.save_section(
            _filing(word), BY_NAME["contacts"], facts=_forms("彭", clients=86)["contacts"], actor=who(f"clerk@{word}.example")
        )  # fmt: skip
    _handed_on(scene, who, word, 358)
    _decided(scene, who, word, 354, "面谈了负责人和内容管理负责人，看了制度文本和许可证（演示）。")
    _reviewed(scene, who, word)


def _reviewed(scene: Scene, who: Who, word: str) -> None:
    """Begun a month before it is due; every section is looked at, two have changed."""
    changed = {
        "contacts": _forms("彭", clients=86)["contacts"] | {"content_name": "余样例"},
        "clients": _forms("彭", clients=112)["clients"],
    }
    with scene(20, 1):
        actions.begin_review(_agency(word), actor=who(f"clerk@{word}.example"))
    for section in SECTIONS:
        with scene(20, 2):
            clerk = who(f"clerk@{word}.example")
            if section.name in changed:
                actions.save_section(_filing(word), section, facts=changed[section.name], actor=clerk)
            else:
                actions.confirm_section(_filing(word), section, actor=clerk)
    _handed_on(scene, who, word, 19)
    with scene(16, 2):
        FILING.take("approve", _filing(word), actor=who("registrar"))


def _yuanshan(scene: Scene, who: Who) -> None:
    """远山: its application waits for the registrars. The checks warn (more clients than agents, in principle) and ask (an agent's certificate
    that another agency has too)."""
    lists = _lists("yuanshan", 102) | {"minors": [], "fan_groups": []}
    _applied(scene, who, "yuanshan", 8, _forms("萧", clients=340), lists)
    _handed_on(scene, who, "yuanshan", 5)
