"""What the paper says: the same facts as the page, in words, as plain JSON. Kept until it is printed, and what it is compared by."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from association.kernel import clock
from association.kernel.day_words import day_words
from association.kernel.words import _, spoken_in
from association.organisations.models import Organisation
from front.record import facts_of

FORM = "1"
"""How the words are put. Whoever puts them otherwise counts on: papers of another form cannot be compared, and no organisation's record is said to
have changed because we write it differently."""

Row = list[str]
"""Day or days, words, what is said below them."""


def printed(organisation: Organisation) -> dict[str, Any]:
    """{"name", "facts": [[label, words]], "sections": [{"title", "note", "rows", "empty"}]}, in Chinese, the paper's language. Nobody's role adds to it."""
    with spoken_in("zh_Hans"):
        facts = facts_of(organisation)
        made = [make(facts) for make in _SECTIONS]
        return {
            "name": organisation.name,
            "facts": [[label, words] for label, words in _head(organisation, facts) if words],
            "sections": [s for s in made if s["rows"] or s["empty"]],
        }


def stamp_of(content: dict[str, Any]) -> str:
    """What tells two states of a record apart."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _day(value: date | datetime | None) -> str:
    if value is None:
        return ""
    return day_words(clock.day_of(value) if isinstance(value, datetime) else value)


def _days(first: date | datetime | None, last: date | datetime | None) -> str:
    """On two lines, so that no day is broken in its column."""
    return _("%(first)s至%(last)s", first=f"{_day(first)}\n", last=_day(last)) if last else _day(first)


def _section(title: str, note: str, rows: list[Row], empty: str = "") -> dict[str, Any]:
    return {"title": title, "note": note, "rows": rows, "empty": empty}


def _words(*parts: object) -> str:
    return "　".join(str(p) for p in parts if p)


def _head(o: Organisation, facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        (_("状态"), _words(o.state.label, _day(o.ended_on))), (_("统一社会信用代码"), o.uscc), (_("类别"), "、".join(o.kind_names)),
        (_("所在地"), o.province_name), (_("成立日期"), _day(o.founded_on)), (_("法定代表人"), facts["legal_representative"]),
        (_("住所"), "" if o.is_natural_person else o.address), (_("核验日期"), _day(o.decided_at)),
    ]  # fmt: skip


def _memberships(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [_days(m.from_on, m.to_on), _words(m.kind, m.number, m.state.label), ""] for m in f["memberships"]
    ]
    return _section(_("会籍"), "", rows, _("不是会员；不是会员不说明其他。"))


def _agencies(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [_day(a.registered_on), _words(a.number, a.state.label), "" if a.state.value == "registered" else _day(a.state_since)]
        for a in f["agencies"]
    ]  # fmt: skip
    return _section(_("机构登记"), _("登记不构成行政许可"), rows)


def _incubated(f: dict[str, Any]) -> dict[str, Any]:
    rows = [[_day(w.shown_at), w.title, ""] for w in f["incubated"]]
    return _section(_("孵化作品"), _("经作者同意展示，不作评价"), rows)


def _permits(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [
            _("有效期至%(day)s", day=_day(p.valid_to)) if p.valid_to else "",
            _words(p.kind, p.number, _("已过期") if p.has_lapsed else ""), str(p.issuer or ""),
        ]
        for p in f["permits"]
    ]  # fmt: skip
    return _section(_("许可证"), _("以发证机关公布的为准"), rows, _("没有登记在案的许可证。"))


def _pledges(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [
            _day(s.signature.since_on), _words(s.signature.pledge.title, s.standing.label, s.signature.number),
            "" if s.standing.value == "good" else _day(s.from_on),
        ]
        for s in f["pledges"]
    ]  # fmt: skip
    return _section(_("公约"), _("自愿签署，不作评价"), rows, _("没有签署本会的公约；没有签署不说明其他。"))


def _statements(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [_day(s.given_on), s.pledge.title, _words(_days(s.period_from, s.due_on).replace("\n", ""), _("迟于截止日") if s.is_late else "")]
        for s in f["statements"]
    ]  # fmt: skip
    return _section(_("年度履约说明"), "", rows)


def _entries(f: dict[str, Any]) -> dict[str, Any]:
    def row(s: Any) -> Row:
        is_owed = s.kind.value == "obligation"
        until = _("期限%(day)s", day=_day(s.to_on)) if is_owed and s.to_on else ""
        closed = _words(_day(s.closed_on), s.closed_because) if s.closed_on else ""
        below = _words(
            until, _("已过期限") if is_owed and s.is_overdue else "", closed, _("依据：") + s.basis
        )
        return [
            _days(s.from_on, None if is_owed else s.to_on), _words(f"{s.kind.label}：{s.title}", s.state.label), below
        ]  # fmt: skip

    return _section(_("记录在案的事实"), _("按日期排列，不作评价"), [row(s) for s in f["entries"]])


def _commentary(f: dict[str, Any]) -> dict[str, Any]:
    rows = [[_day(c.published_at), c.title, str(c.work or "")] for c in f["commentary"]]
    return _section(_("阅评"), _("专家的意见，不是审查结论"), rows)


def _articles(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [
            _day(a.published_at),
            _words(
                a.title, a.number, a.outcome.label if a.outcome else "", _("已改正") if a.case.carried_out_on else ""
            ),
            _("公示到%(day)s", day=_day(a.case.publicity.until_on)),
        ]
        for a in f["articles"]
    ]  # fmt: skip
    return _section(_("典型案例"), _("只列公示期限以内的，怎样改正的也写在里面"), rows)


def _appeals(f: dict[str, Any]) -> dict[str, Any]:
    rows = [
        [
            _days(since, until),
            _words(appeal.notice.title, _("倡议单位") if made else (_("已退出") if until else _("已加入"))), "",
        ]
        for appeal, since, until, made in f["appeals"]
    ]  # fmt: skip
    return _section(_("公益倡议"), "", rows)


def _history(f: dict[str, Any]) -> dict[str, Any]:
    rows = [[_day(n.until), _("曾用名：") + n.name, ""] for n in f["former_names"]]
    rows += [[_day(s.on), f"{s.kind.label}：{s.predecessor.name}", ""] for s in f["came_from"]]
    rows += [[_day(s.on), f"{s.kind.label}：{s.successor.name}", ""] for s in f["went_into"]]
    return _section(_("沿革"), "", rows)


_SECTIONS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
    _memberships, _agencies, _incubated, _permits, _pledges, _statements, _entries, _commentary, _articles, _appeals, _history,
)  # fmt: skip
