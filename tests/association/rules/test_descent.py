"""Clauses keep their identity from edition to edition, as people have confirmed it, and citations follow."""

from datetime import date

import pytest

from association.kernel import clock
from association.kernel.db import session
from association.kernel.errors import Forbidden, Refused
from association.kernel.policy import VISITOR
from association.kernel.transactions import writing
from association.rules import actions, queries
from association.rules.models import ClauseFate, Mapping
from tests import cast
from tests.association.rules.texts import NEW, OLD, kept


def lines(first, second) -> dict[tuple, Mapping]:
    return {(tuple(m.old), tuple(m.new)): m for m in queries.mappings(first, second)}


@pytest.fixture
def both(app):
    return kept(OLD), kept(NEW)


@pytest.fixture
def editor(app):
    return cast.staff("editor")


@pytest.fixture
def person(app):
    return cast.somebody().person


def test_the_matcher_proposes_and_nothing_is_confirmed_yet(both):
    found = {pair: m.fate for pair, m in lines(*both).items()}
    assert found[("1",), ("1",)] is ClauseFate.SAME
    assert found[("3",), ("4",)] is ClauseFate.REWORDED
    assert found[(), ("3",)] is ClauseFate.NEW
    assert found[("4",), ()] is ClauseFate.GONE
    assert all(m.confirmed_at is None for m in lines(*both).values())


def test_a_confirmed_clause_keeps_its_identity_and_what_cites_it(both, editor, person):
    first, second = both
    with writing():
        actions.cite(first, "3.1", by=person, title="样例案例", url="/")
        before = queries.clause_at(first.id, "3").provision_id
        assert queries.clause_at(second.id, "4").provision_id != before
    with writing():
        actions.confirm(lines(first, second)[("3",), ("4",)], actor=editor, note="保存得更久。")
    assert queries.clause_at(second.id, "4").provision_id == before
    assert [c.title for c in queries.citations_of(before, actor=VISITOR)] == ["样例案例"]


def test_those_whose_words_are_the_same_are_confirmed_together(both, editor):
    with writing():
        count = actions.confirm_all(*both, fates=[ClauseFate.SAME, ClauseFate.RENUMBERED], actor=editor)
    assert count == 2
    assert sum(m.confirmed_at is not None for m in queries.mappings(*both)) == 2


def test_a_correction_frees_what_it_takes_from_other_lines(both, editor):
    first, second = both
    with writing():
        line = lines(first, second)[("3",), ("4",)]
        actions.correct(line, fate=ClauseFate.SPLIT, old=["3"], new=["3", "4"], note="", actor=editor)
    found = {pair: m.fate for pair, m in lines(first, second).items()}
    assert found[("3",), ("3", "4")] is ClauseFate.SPLIT
    assert ((), ("3",)) not in found
    told = [p for m in queries.mappings(first, second) for p in m.old]
    assert sorted(told) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("fate", "old", "new", "field"),
    [
        (ClauseFate.SPLIT, ["3"], ["4"], "fate"),
        (ClauseFate.NEW, ["3"], ["4"], "fate"),
        (ClauseFate.REWORDED, ["3"], ["99"], "new"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_at_its_field(both, fate, old, new, field, editor):
    line = lines(*both)[("3",), ("4",)]
    with pytest.raises(Refused) as refused, writing():
        actions.correct(
            session.get_one(Mapping, line.id),
            fate=fate,
            old=old,
            new=new,
            note="",
            actor=editor,
        )
    assert refused.value.field == field


def test_only_editors_confirm(both):
    reviewer = cast.staff("reviewer")
    with pytest.raises(Forbidden), writing():
        actions.confirm(lines(*both)[("1",), ("1",)], actor=reviewer)


def test_the_descent_of_a_clause_is_told_both_ways(both):
    first, second = both
    among = queries.mappings_of(first.document_id)
    earlier, later = queries.descent_of(queries.clause_at(second.id, "4"), among)
    assert [m.old for m in earlier] == [["3"]]
    assert later == []
    assert [m.new for m in queries.descent_of(queries.clause_at(first.id, "3"), among)[1]] == [["4"]]


def test_an_edition_in_force_ends_the_one_before_it_and_each_day_has_its_text(both, editor):
    first, second = both
    for edition, day in ((first, date(2024, 5, 1)), (second, date(2026, 7, 1))):
        with writing():
            actions.check(
                edition, kind=edition.document.kind, issuer="样例协会", binds=[], effective_on=day, ceased_on=None, repealed=False,
                source="样例公报", note="", actor=editor,
            )  # fmt: skip
    document = second.document
    days = {
        date(2024, 4, 30): None,
        date(2024, 5, 1): first.id,
        date(2026, 6, 30): first.id,
        date(2026, 7, 1): second.id,
    }
    for day, expected in days.items():
        found = queries.in_force_on(document, day)
        assert (found.id if found else None) == expected
    assert str(first.standing_on(clock.today()).label) == "已被代替"


def test_checking_needs_a_source(both, editor):
    with pytest.raises(Refused) as refused, writing():
        actions.check(
            both[0], kind=both[0].document.kind, issuer="", binds=[], effective_on=None, ceased_on=None, repealed=False, source=" ",
            note="", actor=editor,
        )  # fmt: skip
    assert refused.value.field == "source"


def test_a_citation_in_confidence_is_seen_by_those_it_is_meant_for(both, person):
    first = both[0]
    with writing():
        actions.cite(first, "3", by=person, title="未公开案件", url="/", audience="rules.CHECK")
    provision = queries.clause_at(first.id, "3").provision_id
    assert queries.citations_of(provision, actor=VISITOR) == []
    assert len(queries.citations_of(provision, actor=cast.staff("legal"))) == 1


def test_citing_what_is_not_there_is_refused_and_taking_back_takes_all(both, person):
    with pytest.raises(Refused), writing():
        actions.cite(both[0], "88", by=person, title="x", url="/")
    with writing():
        actions.cite(both[0], "3", by=person, title="x", url="/")
        actions.cite(both[0], "4", by=person, title="x", url="/")
    with writing():
        actions.uncite(person)
    assert queries.citing_by_clause(both[0], actor=VISITOR) == {}


def provisions(both, old: str, new: str) -> tuple[int, int]:
    return tuple(queries.clause_at(e.id, p).provision_id for e, p in zip(both, (old, new), strict=True))


def test_a_confirmation_taken_back_by_a_correction_parts_the_clauses_again(both, editor, person):
    first, second = both
    with writing():
        actions.cite(first, "3.1", by=person, title="样例旧案", url="/")
        actions.cite(second, "4", by=person, title="样例新案", url="/")
        actions.confirm(lines(first, second)[("3",), ("4",)], actor=editor)
    with writing():
        line = lines(first, second)[("3",), ("4",)]
        actions.correct(line, fate=ClauseFate.GONE, old=["3"], new=[], note="", actor=editor)
    before, after = provisions(both, "3", "4")
    assert before != after
    titles = [[c.title for c in queries.citations_of(p, actor=VISITOR)] for p in (before, after)]
    assert titles == [["样例旧案"], ["样例新案"]]


def test_a_correction_of_another_line_parts_what_it_takes_away(both, editor):
    first, second = both
    with writing():
        actions.confirm(lines(first, second)[("3",), ("4",)], actor=editor)
    with writing():
        line = lines(first, second)[("4",), ()]
        actions.correct(line, fate=ClauseFate.REWORDED, old=["4"], new=["4"], note="", actor=editor)
    before, after = provisions(both, "4", "4")
    assert before == after
    assert queries.clause_at(first.id, "3").provision_id != after
    assert lines(first, second)[("3",), ()].fate is ClauseFate.GONE


def test_a_split_that_loses_all_but_one_is_no_split(both, editor):
    first, second = both
    with writing():
        line = lines(first, second)[("3",), ("4",)]
        actions.correct(line, fate=ClauseFate.SPLIT, old=["3"], new=["3", "4"], note="", actor=editor)
    with writing():
        line = lines(first, second)[("4",), ()]
        actions.correct(line, fate=ClauseFate.REWORDED, old=["4"], new=["4"], note="", actor=editor)
    left = next(m for m in queries.mappings(first, second) if m.old == ["3"])
    assert (left.fate, left.new, left.confirmed_at) == (ClauseFate.REWORDED, ["3"], None)


def test_who_cites_a_split_clause_is_listed_on_each_part_and_not_across_the_parts(both, editor, person):
    first, second = both
    with writing():
        actions.cite(first, "3.1", by=person, title="样例案例", url="/")
        actions.cite(second, "4", by=person, title="样例后案", url="/")
        line = lines(first, second)[("3",), ("4",)]
        actions.correct(line, fate=ClauseFate.SPLIT, old=["3"], new=["3", "4"], note="", actor=editor)

    def listed(edition, path: str) -> list[str]:
        provision = queries.clause_at(edition.id, path).provision_id
        return [c.title for c in queries.citations_of(provision, actor=VISITOR)]

    assert listed(first, "3") == ["样例后案", "样例案例"]
    assert listed(second, "3") == ["样例案例"]
    assert listed(second, "4") == ["样例后案", "样例案例"]
