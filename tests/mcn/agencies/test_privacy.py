"""Nothing private of an agency is reachable by another, by the public, or by staff who have nothing to do with it: not on a page, in a list, in search, in an
export, in JSON, in a letter to somebody else, in the trail, or in the database's own bytes."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from flask import Flask
from sqlalchemy import text
from werkzeug.routing import Rule

from association.kernel import jobs
from association.kernel.db import db, session
from association.kernel.search import records
from association.kernel.transactions import writing
from mcn.agencies import actions, queries
from mcn.agencies.sections import BY_NAME
from tests import cast
from tests.mcn.agencies import agencies
from tests.page import Page

PLANTED = (
    "宋密甲", "宋密乙", "宋密丙", "13800000001", "13800000002", "content@private.example", "密证001", "密证审001", "mi-own-account", "密号昵称",
    "密群样例", "密片样例", "密谈记录", "密答案",
)  # fmt: skip
"""A word in every private field; works and fan groups are private to the file as well."""


def _everywhere(app: Flask, numbers: dict[str, str]) -> Iterator[str]:
    """Every address of the register that can be read, for every agency and filing, and the places lists and search show."""
    ids = range(1, 4)
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint.split(".")[0] in (
            "agencies", "agency_file", "agency_desk", "own_agencies", "agency_writing", "roster",
        ):  # fmt: skip
            yield from _filled(app, rule, ids, numbers)
    for word in ("宋密", "密证001", "mi-own-account", "密片", "北辰"):
        yield f"/search?q={word}"
        yield f"/search?q={word}&format=json"
        yield f"/mcn/?q={word}"
    for shape in ("csv", "json", "atom", "jsonfeed"):
        yield f"/mcn/?format={shape}"
    yield from (
        "/",
        "/organisations/",
        f"/organisations/{cast.code(102)}/",
        "/log/",
        "/organisations/?format=json",
    )


def _filled(app: Flask, rule: Rule, ids: Any, numbers: dict[str, str]) -> Iterator[str]:
    for id_ in ids if "id" in rule.arguments else (1,):
        for section in ("contacts", "agents", "accounts") if "section" in rule.arguments else ("",):
            values = {
                "id": id_,
                "section": section,
                "row": numbers["row"],
                "number": numbers["number"],
                "deed": "approve",
            }
            yield app.url_map.bind("x").build(rule.endpoint, {k: values[k] for k in rule.arguments})


def _words(body: bytes) -> str:
    """What an answer says; of a workbook, what its sheets say."""
    if not body.startswith(b"PK"):
        return body.decode()
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return "".join(book.read(name).decode(errors="ignore") for name in book.namelist())


def _seen(page: Page, app: Flask, numbers: dict[str, str]) -> set[tuple[str, str]]:
    found = set()
    for path in _everywhere(app, numbers):
        session.rollback()
        with app.app_context():
            body = _words(page.client.get(path).data)
        # Our own question is repeated in its field.
        asked = path.partition("q=")[2].partition("&")[0]
        body = body.replace(asked, "") if asked else body
        found |= {(path, word) for word in PLANTED if word in body}
    return found


def test_nothing_private_is_reachable_by_anybody_else(
    app: Flask, visitor: Page, as_: Callable[..., Page], post: Callable[[], list[str]]
) -> None:
    # One on the register with an answered question, one drafting, one before the registrars.
    minors = [agencies.ROWS["minors"][0] | {"band": "under"}]
    firm = agencies.registered(102, rows={"minors": minors}, answers={"young_client": "密答案"})
    with writing():
        changing = actions.begin_change(agencies.agency_of(firm), because="试", actor=firm.clerk)
        actions.save_section(
            changing, BY_NAME["contacts"], facts=agencies.FACTS["contacts"], actor=firm.clerk
        )
    other = agencies.verified(103, "青禾样例经纪有限公司")
    agencies.begun(other)
    records.sync()
    letters = post()
    (row,) = queries.fact_of(agencies.agency_of(firm), "agents")["rows"]
    numbers = {"number": str(agencies.agency_of(firm).number), "row": row["id"]}

    own = cast.signed_in(app, firm.clerk_account.email)
    assert {word for _path, word in _seen(own, app, numbers)} >= set(PLANTED) - {"密谈记录", "密答案"}
    readers = {
        "visitor": visitor, "another agency": cast.signed_in(app, other.clerk_account.email), "editor": as_("editor"),
        "issuer": as_("issuer"), "intake": as_("intake"), "expert": as_("expert"), "admin": as_("admin"),
    }  # fmt: skip
    for who, page in readers.items():
        assert _seen(page, app, numbers) == set(), who
    # The auditor reads what is done and decided; persons stay masked.
    auditor = _seen(as_("auditor"), app, numbers)
    assert {word for _path, word in auditor} <= {"密群样例", "密片样例"}
    assert not any(word in letter for letter in letters for word in PLANTED)


def test_the_database_holds_no_private_word_in_the_open(app: Flask) -> None:
    agencies.registered(102)
    for table in db.metadata.sorted_tables:
        if table.name in ("person", "account", "officer"):
            continue
        for line in session.execute(text(f'select * from "{table.name}"')):
            kept = " ".join(str(value) for value in line)
            assert not any(word in kept for word in PLANTED), (table.name, kept[:200])
    session.rollback()


def test_who_manages_an_account_is_answered_for_an_exact_name_and_only_where_it_may_be(
    app: Flask, visitor: Page
) -> None:
    rows = [
        agencies.ROWS["accounts"][0],
        {
            "platform": "示例短视频", "account": "consented", "basis": "consent", "consented_on": "2026-05-01", "shows_agency": "yes",
        },
        {"platform": "示例短视频", "account": "over", "basis": "own", "shows_agency": "yes", "ends_on": "2026-01-01"},
    ]  # fmt: skip
    agencies.registered(102, rows={"accounts": rows})

    def answer(platform: str, account: str) -> bool:
        visitor.get(f"/mcn/accounts/?platform={platform}&account={account}")
        return agencies.NAME in visitor.text

    assert answer("示例短视频", "mi-own-account")
    assert answer("示例 短视频", "@Consented")
    assert not answer("示例短视频", "mi-own")
    assert not answer("示例直播", "mi-own-account")
    assert not answer("示例短视频", "over")
    # Claimed by a second one: nobody is named until it is settled.
    second = agencies.verified(103, "青禾样例经纪有限公司")
    claimed = {"shared_account": "已核实", "shared_agent": "已核实"}
    agencies.decided(agencies.submitted(second), **claimed)
    jobs.run_due()
    assert not answer("示例短视频", "mi-own-account")


def test_asking_through_a_list_of_accounts_is_slowed_down(app: Flask, visitor: Page) -> None:
    answers = [visitor.client.get(f"/mcn/accounts/?platform=a&account={n}").status_code for n in range(25)]
    assert answers.count(429) >= 5
