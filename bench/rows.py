"""Many organisations and notices, written past the actions because a bench needs 100,000 rows in seconds; never part of a demo."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import event, insert

from association.kernel import clock
from association.kernel.db import db, session
from association.kernel.transactions import writing
from association.organisations import pinyin
from association.organisations.models import Kind, Organisation, OrganisationKind, OrganisationState
from bulletins.notices.models import Notice, NoticeKind, NoticeState
from demo.cast import code

AT_ONCE = 5_000
_SIGNS = "晨曦北辰白鹭云杉拾光南风青禾远山长桥松烟星河"


def organisations(count: int, *, after: int = 0) -> None:
    """So many verified organisations with a kind each; their ids follow this number."""
    for start in range(after, after + count, AT_ONCE):
        numbers = range(start + 1, min(start + AT_ONCE, after + count) + 1)
        with writing():
            session.execute(insert(Organisation), [_facts(n) for n in numbers])
            session.execute(
                insert(OrganisationKind), [{"organisation_id": n, "kind": _kind(n)} for n in numbers]
            )


def _kind(n: int) -> Kind:
    return Kind.PROMOTER if n in (50, 51) else Kind.STUDIO


def _facts(n: int) -> dict[str, object]:
    name = f"{_SIGNS[n % 22]}{_SIGNS[(n // 22) % 22]}样例{n}有限公司"
    return {
        "id": n, "uscc": code(n), "name": name, "name_key": pinyin.key(name), "short_name": "", "province": "99",
        "legal_representative": "甘样例", "address": "示例路1号", "website": "", "scope": "", "contact_phone": None,
        "state": OrganisationState.APPROVED, "submitted_at": clock.now(), "decided_at": clock.now(), "asked": [],
    }  # fmt: skip


def notices(count: int) -> None:
    """So many issued ones, a day apart at most."""
    with writing():
        session.execute(insert(Notice), [_notice(n) for n in range(1, count + 1)])


def _notice(n: int) -> dict[str, object]:
    kind = NoticeKind.BULLETIN if n % 3 else NoticeKind.ANNOUNCEMENT
    return {
        "state": NoticeState.PUBLISHED, "kind": kind, "title": f"关于样例事项{n}的通报", "slug": f"sample-{n}", "number": f"样例〔2026〕{n}号",
        "published_at": clock.now() - timedelta(hours=n % 9_000), "names_somebody": False, "audience": [], "lines": [["0", "样例正文。"]],
        "made_at": clock.now(),
    }  # fmt: skip


def statements(client: object, path: str) -> int:
    """How many statements one page costs."""
    return sum(1 for _ in _seen(client, path))


def _seen(client: object, path: str) -> Iterator[str]:
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        client.get(path)  # type: ignore[attr-defined]
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return iter(seen)
