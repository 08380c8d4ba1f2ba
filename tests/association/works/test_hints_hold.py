"""What must be true of every answer, whatever is asked."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from association.works import beginning, classing, queries, titling
from association.works.classing import WAN, WorkFacts
from association.works.defining import Limits, Shape, define
from association.works.faults import WORDS, TitleFault
from association.works.models import DramaClass, Making, MicroDrama, Trigger
from association.works.titling import TitleWords, look_over

RULES = beginning.rows()
DAYS = st.dates(date(2022, 11, 14), date(2027, 12, 31))
AMOUNTS = st.integers(0, 1_000 * WAN)
CIRCUMSTANCES = st.frozensets(st.sampled_from(list(Trigger)))
SUBJECTS = st.frozensets(st.sampled_from([*beginning.SUBJECTS, "都市"]), max_size=2)
LIMITS = Limits(shortest_seconds=20, longest_minutes=15, about_minutes=2, usual_episodes=3)


def class_of(**facts: object) -> DramaClass | None:
    asked = WorkFacts(**facts)
    return classing.classify(asked, queries.holding(RULES, day=asked.day, making=asked.making)).drama_class


def weight(found: DramaClass | None) -> int:
    return -1 if found is None else found.weight


@given(DAYS, st.sampled_from(list(Making)), AMOUNTS, AMOUNTS, CIRCUMSTANCES, SUBJECTS)
def test_more_money_never_means_a_lower_class(day, making, one, other, triggers, subjects):
    less, more = sorted((one, other))
    same = {"day": day, "making": making, "triggers": triggers, "subjects": subjects}
    assert weight(class_of(yuan=less, **same)) <= weight(class_of(yuan=more, **same))


@given(DAYS, st.sampled_from(list(Making)), AMOUNTS, CIRCUMSTANCES, CIRCUMSTANCES, SUBJECTS)
def test_one_more_circumstance_never_means_a_lower_class(day, making, yuan, some, more, subjects):
    same = {"day": day, "making": making, "yuan": yuan, "subjects": subjects}
    assert weight(class_of(triggers=some, **same)) <= weight(class_of(triggers=some | more, **same))


@given(DAYS, st.sampled_from(list(Making)), AMOUNTS)
def test_within_a_period_the_day_makes_no_difference(day, making, yuan):
    changes = {rule.in_force_from for rule in RULES if making.value in rule.makings}
    if day + timedelta(days=1) not in changes:
        same = {"making": making, "yuan": yuan}
        assert class_of(day=day, **same) is class_of(day=day + timedelta(days=1), **same)


@given(DAYS, st.sampled_from(list(Making)), AMOUNTS, CIRCUMSTANCES, SUBJECTS)
def test_there_is_always_a_reason(day, making, yuan, triggers, subjects):
    facts = WorkFacts(day=day, making=making, yuan=yuan, triggers=triggers, subjects=subjects)
    assert classing.classify(facts, queries.holding(RULES, day=day, making=making)).reasons


@given(st.integers(20, 15 * 60), st.integers(1, 200))
def test_every_length_the_definition_names_is_one(seconds, more):
    assert define(Shape(seconds=seconds), LIMITS).verdict is MicroDrama.YES
    assert define(Shape(seconds=17 * 60 + more), LIMITS).verdict is MicroDrama.NO


@given(st.sampled_from(["yes", "no", "unsure", ""]), st.sampled_from(["yes", "no", "unsure", ""]))
def test_one_clear_no_decides(theme, plot):
    verdict = define(Shape(seconds=90, theme=theme, plot=plot), LIMITS).verdict
    assert (verdict is MicroDrama.NO) is ("no" in (theme, plot))


ALL = TitleWords(lines={fault: tuple(lines) for fault, lines in WORDS.items()}, longest=15)
TITLES = st.text(alphabet="晨曦里的河灯一封信豪门總裁虐渣亿１2aA·！ 　-哈", max_size=30)


@given(TITLES)
def test_what_is_found_stands_in_the_title_at_its_place(title):
    for hit in look_over(title, ALL):
        assert 0 <= hit.start < hit.end <= len(title)
        assert title[hit.start : hit.end] == hit.found
        assert hit.pattern or str(hit.reason)


@given(TITLES, st.sampled_from([w for w in WORDS[TitleFault.WEALTH] if w.isalpha()]), TITLES)
def test_a_word_of_the_table_is_found_wherever_it_stands(before, word, after):
    title = before[:20] + word + after[:20]
    assert TitleFault.WEALTH in {hit.fault for hit in look_over(title, ALL)}


@given(TITLES)
def test_looking_twice_finds_the_same(title):
    assert look_over(title, ALL) == look_over(title, ALL)


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_no_text_whatever_breaks_it(title):
    look_over(title, ALL)
    assert len(titling.BLIND) >= 3
