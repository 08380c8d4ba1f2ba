"""Forty invented works around every boundary and day of the rule, each with its class and the words that say why."""

from datetime import date

import pytest

from association.works import beginning, classing, queries
from association.works.classing import WorkFacts
from association.works.models import DramaClass, Making, Trigger

KEY, ORDINARY, OTHER, UNDECIDED = DramaClass.KEY, DramaClass.ORDINARY, DramaClass.OTHER, None
LIVE, ANIMATED, AI = Making.LIVE, Making.ANIMATED, Making.AI
SPONSORED, FRONT, MEMBERS, PAID = Trigger.SPONSORED, Trigger.FRONT, Trigger.MEMBERS, Trigger.PAID
ADVERTISED, VOLUNTARY = Trigger.ADVERTISED, Trigger.VOLUNTARY

WORKS = [
    # day, making, 万元, subjects and circumstances, class, words of a reason
    # before anything is on file
    ("2022-11-13", LIVE, "500", [], UNDECIDED, "没有登记在案的分类规则"),
    ("2025-11-07", ANIMATED, "500", [], UNDECIDED, "没有登记在案的分类规则"),
    ("2025-11-07", AI, "500", [], UNDECIDED, "没有登记在案的分类规则"),
    # 2022: money does not matter, four circumstances do
    ("2022-11-14", LIVE, "500", [], OTHER, "这一时期不看投资额"),
    ("2022-11-14", LIVE, None, [], OTHER, "这一时期不看投资额"),
    ("2022-11-14", LIVE, "1", [SPONSORED], KEY, "平台招商主推"),
    ("2022-12-27", LIVE, "1", [FRONT], KEY, "首页首屏推荐"),
    ("2023-06-01", LIVE, None, [MEMBERS], KEY, "优先提供会员观看"),
    ("2024-01-31", LIVE, "0.5", [PAID], KEY, "付费观看"),
    ("2024-01-31", LIVE, "500", ["公安"], OTHER, "这一时期不看投资额"),
    ("2024-01-31", LIVE, "500", [VOLUNTARY], OTHER, "这一时期不看投资额"),
    # 2024: 30 and 100, the lower bound belongs to the class
    ("2024-02-01", LIVE, "100", [], KEY, "投资100万元，不低于重点的起点100万元（含）"),
    ("2024-02-01", LIVE, "99.9999", [], ORDINARY, "投资99.9999万元，在30万元（含）至100万元（不含）之间"),
    ("2024-02-01", LIVE, "30", [], ORDINARY, "投资30万元，在30万元（含）"),
    ("2024-02-01", LIVE, "29.9999", [], OTHER, "投资29.9999万元，低于普通的起点30万元（不含）"),
    ("2024-02-01", LIVE, "0", [], OTHER, "投资0万元，低于普通的起点30万元"),
    ("2024-02-01", LIVE, None, [], UNDECIDED, "没有填投资额"),
    ("2024-05-31", LIVE, "5", ["公安"], KEY, "“公安”属于这一时期的特殊题材"),
    ("2024-06-01", LIVE, "5", ["宗教"], KEY, "“宗教”属于这一时期的特殊题材"),
    ("2024-06-01", LIVE, "5", [FRONT], KEY, "首页首屏推荐"),
    ("2024-06-01", LIVE, None, [SPONSORED], KEY, "平台招商主推"),
    ("2024-06-01", LIVE, "5", [VOLUNTARY], KEY, "自愿按重点申报"),
    ("2024-06-01", LIVE, "5", [PAID], OTHER, "低于普通的起点30万元"),
    ("2024-06-01", LIVE, "5", [ADVERTISED], OTHER, "低于普通的起点30万元"),
    ("2025-12-31", LIVE, "299", [], KEY, "投资299万元，不低于重点的起点100万元（含）"),
    # 2025-11-08: animation and AI come in
    ("2025-11-08", ANIMATED, "100", [], KEY, "不低于重点的起点100万元（含）"),
    ("2025-11-08", AI, "30", [], ORDINARY, "在30万元（含）至100万元（不含）之间"),
    ("2025-12-31", ANIMATED, "29", [], OTHER, "低于普通的起点30万元"),
    # 2026: 100 and 300 for everybody
    ("2026-01-01", LIVE, "300", [], KEY, "不低于重点的起点300万元（含）"),
    ("2026-01-01", LIVE, "299.9999", [], ORDINARY, "在100万元（含）至300万元（不含）之间"),
    ("2026-01-01", LIVE, "100", [], ORDINARY, "投资100万元，在100万元（含）"),
    ("2026-01-01", LIVE, "99.9999", [], OTHER, "低于普通的起点100万元（不含）"),
    ("2026-01-01", LIVE, "1", ["外交"], KEY, "“外交”属于这一时期的特殊题材"),
    ("2026-03-31", ANIMATED, "300", [], KEY, "不低于重点的起点300万元（含）"),
    ("2026-04-01", ANIMATED, "120", [], ORDINARY, "在100万元（含）至300万元（不含）之间"),
    ("2026-06-30", AI, "80", [], OTHER, "低于普通的起点100万元（不含）"),
    # 2026-07-01: 30 and 80 for AI alone
    ("2026-07-01", AI, "80", [], KEY, "投资80万元，不低于重点的起点80万元（含）"),
    ("2026-07-01", AI, "79.9999", [], ORDINARY, "在30万元（含）至80万元（不含）之间"),
    ("2026-07-01", AI, "29.9999", [], OTHER, "低于普通的起点30万元（不含）"),
    ("2026-07-01", ANIMATED, "80", [], OTHER, "低于普通的起点100万元（不含）"),
    ("2026-07-01", LIVE, "80", [], OTHER, "低于普通的起点100万元（不含）"),
    ("2026-11-23", AI, "1", ["民族"], KEY, "“民族”属于这一时期的特殊题材"),
]


def asked(day: str, making: Making, wan: str | None, said: list[object]) -> WorkFacts:
    return WorkFacts(
        day=date.fromisoformat(day), making=making, yuan=None if wan is None else round(float(wan) * classing.WAN),
        subjects=frozenset(s for s in said if isinstance(s, str)), triggers=frozenset(t for t in said if isinstance(t, Trigger)),
    )  # fmt: skip


@pytest.mark.parametrize(("day", "making", "wan", "said", "drama_class", "words"), WORKS)
def test_each_work_has_its_class_and_the_words_that_say_why(app, day, making, wan, said, drama_class, words):
    facts = asked(day, making, wan, said)
    hint = classing.classify(facts, queries.rule_on(facts.day, making))
    assert hint.drama_class is drama_class
    assert any(words in str(reason) for reason in hint.reasons), [str(r) for r in hint.reasons]


def test_there_are_at_least_forty():
    assert len(WORKS) >= 40


@pytest.mark.parametrize(
    ("day", "said", "warned"),
    [
        ("2023-06-01", VOLUNTARY, True),
        ("2023-06-01", PAID, False),
        ("2024-06-01", PAID, True),
        ("2024-06-01", ADVERTISED, True),
        ("2024-06-01", FRONT, False),
        ("2026-01-01", FRONT, True),
        ("2026-01-01", SPONSORED, True),
    ],
)
def test_a_circumstance_the_period_does_not_name_is_said_to_decide_nothing(app, day, said, warned):
    facts = asked(day, LIVE, "1", [said])
    cautions = [str(c) for c in classing.classify(facts, queries.rule_on(facts.day, LIVE)).cautions]
    assert any(str(said.label) in caution for caution in cautions) is warned


@pytest.mark.parametrize(
    ("day", "making", "named"),
    [
        ("2024-01-31", LIVE, []),
        ("2024-02-01", LIVE, ["2024-06-01"]),
        ("2025-11-08", AI, ["2024-06-01", "2026-03-31"]),
        ("2026-01-01", ANIMATED, ["2024-06-01", "2026-03-31"]),
    ],
)
def test_a_period_names_the_days_by_which_something_must_be_done(app, day, making, named):
    rule = queries.rule_on(date.fromisoformat(day), making)
    assert [on.isoformat() for on, _words in rule.dated_lines] == named


def test_every_period_says_what_it_rests_on_and_that_nobody_has_compared_it_yet(app):
    rules = queries.periods()
    assert len(rules) == len(beginning.RULES) == 5
    assert all(rule.basis and rule.checked_on is None for rule in rules)
    assert [rule.number_to_verify for rule in rules] == [False, True, True, True, True]
    assert all(any(to_verify for _line, to_verify in rule.number_lines) for rule in rules)
