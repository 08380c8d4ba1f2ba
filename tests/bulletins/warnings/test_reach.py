"""Whom a warning reaches: exactly those it applies to, one rule for one and for all, each once."""

import itertools

import pytest
from flask import Flask

from association.kernel import jobs
from association.kernel.db import session
from association.kernel.errors import Refused
from association.kernel.jobs import Job
from association.kernel.letters import Letter
from association.kernel.transactions import writing
from association.organisations.models import Organisation, OrganisationState
from bulletins.warnings import actions, queries
from bulletins.warnings.models import RiskWarning, WarningReceipt
from tests import cast
from tests.bulletins.warnings.issued import drafted, issued, receipt, told, warning


def test_it_reaches_exactly_those_it_applies_to_and_says_why(app: Flask) -> None:
    studio = cast.verified(101)
    platform = cast.verified(102, name="样例视听平台有限公司", kinds=["platform"])
    elsewhere = cast.verified(103, name="样例异地影视有限公司", province="11")
    waiting = cast.submitted(104, name="样例待核验影视有限公司")
    id_ = issued(kinds=["studio"], provinces=["99"])
    told(id_)
    assert receipt(id_, studio) is not None
    assert [receipt(id_, firm) for firm in (platform, elsewhere, waiting)] == [None, None, None]
    assert queries.applies_to(warning(id_), studio.organisation) == ["单位类别：制作机构", "所在地：示例省"]
    assert queries.applies_to(warning(id_), platform.organisation) == []


def test_a_named_one_is_reached_whatever_its_kind_and_only_it_where_that_is_wanted(app: Flask) -> None:
    studio = cast.verified(101)
    platform = cast.verified(102, name="样例视听平台有限公司", kinds=["platform"])
    beside = issued(kinds=["studio"], named=[cast.code(102)])
    only = issued(named=[cast.code(102)], only_named=True)
    told(beside)
    assert receipt(beside, studio)
    assert receipt(beside, platform)
    assert receipt(only, platform)
    assert receipt(only, studio) is None


def test_one_rule_says_the_same_of_one_organisation_and_of_all(app: Flask) -> None:
    firms = [
        cast.verified(101),
        cast.verified(102, name="样例平台", kinds=["platform", "studio"]),
        cast.verified(103, name="样例异地", province="11", kinds=["miniapp"]),
    ]
    for kinds, provinces, named in itertools.product(
        ([], ["studio"], ["platform", "miniapp"]), ([], ["11"]), ([], [cast.code(101)])
    ):
        id_ = drafted(kinds=kinds, provinces=provinces, named=named)
        by_set = set(session.scalars(queries.concerned(warning(id_)).with_only_columns(Organisation.id)))
        by_one = {firm.id for firm in firms if queries.applies_to(warning(id_), firm.organisation)}
        assert by_set == by_one, (kinds, provinces, named)


def test_naming_somebody_who_is_not_verified_is_refused_at_the_field(app: Flask) -> None:
    cast.submitted(104)
    with pytest.raises(Refused, match="没有这些已核验的单位") as refused:
        drafted(named=[cast.code(104)])
    assert refused.value.field == "named"


def test_the_clerk_gets_one_letter_and_the_signer_none_yet(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = issued()
    told(id_)
    told(id_)
    letters = session.query(Letter).filter_by(template="warnings/told").all()
    assert [letter.account_id for letter in letters] == [firm.clerk_account.id]
    assert "适用于全部单位" in letters[0].body


def test_one_that_need_not_be_read_writes_to_nobody_but_is_on_the_list(app: Flask) -> None:
    firm = cast.verified(101)
    id_ = issued(must_read=False)
    told(id_)
    assert session.query(Letter).filter_by(template="warnings/told").count() == 0
    assert [c.warning.id for c in queries.concerns_of([firm.id])] == [id_]


def test_an_organisation_verified_later_is_told_too(app: Flask) -> None:
    id_ = issued()
    told(id_)
    firm = cast.verified(101)
    with writing():
        actions.keep_days()
    told(id_)
    assert receipt(id_, firm) is not None


MANY = 250


def _many() -> None:
    with writing():
        session.add_all(
            Organisation(uscc=f"9199000{n:011d}", name=f"样例第{n}家", name_key=f"{n:05d}", province="99", state=OrganisationState.APPROVED)
            for n in range(MANY)
        )  # fmt: skip


def test_many_recipients_are_one_row_at_issue_and_told_in_batches(app: Flask) -> None:
    _many()
    id_ = issued()
    assert session.query(Job).filter_by(kind="warnings.tell").count() == 1
    assert session.query(WarningReceipt).count() == 0
    told(id_)
    assert session.query(WarningReceipt).filter_by(warning_id=id_).count() == MANY
    assert session.query(Job).filter_by(kind="warnings.tell").count() == MANY // actions.BATCH + 1


def test_what_a_concern_costs_does_not_grow_with_warnings_and_organisations(app: Flask) -> None:
    firms = [cast.verified(101), cast.verified(102, name="样例乙影视有限公司")]
    for _ in range(3):
        issued(must_read=False)
    assert len(queries.concerns_of([firm.id for firm in firms])) == 6
    assert session.query(RiskWarning).count() == 3


def test_a_batch_that_breaks_in_the_middle_leaves_nothing_and_is_done_again(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm = cast.verified(101)
    id_ = issued()
    from bulletins.warnings import letters

    real = letters.told

    def dies(receipts: object) -> None:
        real(receipts)  # type: ignore[arg-type]
        raise RuntimeError("the worker is gone")

    monkeypatch.setattr(letters, "told", dies)
    jobs.run_due()
    session.rollback()
    assert receipt(id_, firm) is None
    assert session.query(Letter).filter_by(template="warnings/told").count() == 0
    monkeypatch.undo()
    with writing():
        actions.keep_days()
    told(id_)
    assert session.query(Letter).filter_by(template="warnings/told").count() == 1
