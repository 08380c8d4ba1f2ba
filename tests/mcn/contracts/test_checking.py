"""The check finds what a contract speaks of, what it leaves out and what wants another look, and never says more than that."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mcn.contracts import beginning, checking
from mcn.contracts.gate import figures_in
from mcn.contracts.models import Outcome

CLAUSES = beginning.rows()
WRITTEN, LOOK, MISSING = Outcome.WRITTEN, Outcome.LOOK, Outcome.MISSING


def found(text: str) -> dict[str, checking.Finding]:
    return {f.clause.topic: f for f in checking.check_text(text, CLAUSES)}


@pytest.mark.parametrize(
    ("topic", "text", "outcome"),
    [
        ("form", "本合同以书面形式订立，一式两份，双方各执一份。", WRITTEN),
        ("form", "本合同經雙方簽字後生效。", LOOK),
        ("form", "双方友好合作。", MISSING),
        ("parties", "甲方：样例传媒，统一社会信用代码：某某。", WRITTEN),
        ("duties", "乙方应当无条件服从甲方安排。乙方义务如下。", LOOK),
        ("duties", "一、甲方义务：提供培训。二、乙方义务：按时直播。", WRITTEN),
        ("term", "本合同期限自某年某月某日起至某年某月某日止。", WRITTEN),
        ("term", "本合同期限届满自动续期。", LOOK),
        ("exclusivity", "本合同为独家合作，限于某平台的直播业务。", WRITTEN),
        ("exclusivity", "乙方独家授权甲方，合同终止后两年内不得直播。", LOOK),
        ("split", "收入分成办法见附件，甲方每月提供结算明细。", WRITTEN),
        ("split", "分成以甲方后台数据为准。", LOOK),
        ("costs", "乙方须缴纳押金。", LOOK),
        ("tax", "甲方依法代扣代缴个人所得税并提供凭证。", WRITTEN),
        ("tax", "以上金额为税后金额，税款另行约定。", LOOK),
        ("penalty", "违约方赔偿实际损失，违约金按下列办法计算。", WRITTEN),
        ("penalty", "乙方违约的，支付违约金２００万元。", LOOK),
        ("penalty", "乙方违约须承担违约责任。", LOOK),
        ("termination", "任何一方提前书面通知，可以解除本合同。", WRITTEN),
        ("termination", "乙方不得单方解除本合同。", LOOK),
        ("accounts", "签约前已有的账号归乙方所有。", WRITTEN),
        ("accounts", "全部账号归甲方所有。", LOOK),
        ("minors", "乙方未满十八周岁的，须经监护人书面同意。", WRITTEN),
        ("minors", "不接受未成年人。", LOOK),
        ("disputes", "发生争议，向某某人民法院起诉。", WRITTEN),
        ("disputes", "争议由甲方所在地法院管辖。", LOOK),
        ("image", "肖像可用于人工智能合成的，另行书面同意。", WRITTEN),
        ("conduct", "甲方处理违规之前告知乙方并听取申辩。", WRITTEN),
    ],
)
def test_a_sentence_of_a_contract_is_understood_as_far_as_words_go(topic, text, outcome):
    assert found(text)[topic].outcome is outcome


def test_what_was_found_is_shown_at_its_place_as_written():
    finding = found("第一条　合作。\n\n第二条　乙方違約的，支付違約金。")["penalty"]
    (place,) = finding.places
    assert (place.paragraph, place.found) == (2, "違約金")
    assert place.before == "第二条　乙方違約的，支付"
    assert finding.remarks == ["写到了违约金或者赔偿，没有看到怎样计算、依据是什么。"]


def test_a_contract_made_of_the_model_clauses_lacks_nothing():
    text = "\n".join(clause.text for clause in CLAUSES)
    missing = [f.clause.topic for f in checking.check_text(text, CLAUSES) if f.outcome is MISSING]
    assert missing == []


def test_the_short_list_gives_a_finding_for_each_answer_and_none_for_none():
    findings = checking.check_answers(
        {"penalty": "no", "term": "yes", "minors": "not_this", "tax": "maybe"}, CLAUSES
    )
    assert {f.clause.topic: f.outcome for f in findings} == {
        "term": WRITTEN, "penalty": MISSING, "minors": Outcome.NOT_THIS,
    }  # fmt: skip


@given(st.text(max_size=400))
@settings(max_examples=30, deadline=None)
def test_any_text_whatever_has_one_finding_for_each_clause(text):
    findings = checking.check_text(text, CLAUSES)
    assert [f.clause.topic for f in findings] == [c.topic for c in CLAUSES]
    assert sum(checking.tally(findings).values()) == len(CLAUSES)


@given(st.lists(st.sampled_from([c.text for c in CLAUSES]), max_size=4), st.sampled_from(CLAUSES))
@settings(max_examples=30, deadline=None)
def test_more_words_never_make_a_topic_missing(paragraphs, clause):
    text = "\n".join(paragraphs)
    before = {f.clause.topic for f in checking.check_text(text, CLAUSES) if f.outcome is MISSING}
    after = {
        f.clause.topic for f in checking.check_text(f"{text}\n{clause.text}", CLAUSES) if f.outcome is MISSING
    }
    assert after <= before


def test_no_model_clause_names_a_price_a_share_or_an_amount():
    assert {c.topic: figures_in(c.text) for c in CLAUSES if figures_in(c.text)} == {}
    assert all(c.text and c.text_en and c.why and c.basis and c.cues and c.question for c in CLAUSES)
    assert len({c.topic for c in CLAUSES}) == len(CLAUSES) == 18


@pytest.mark.parametrize(
    "text",
    ["乙方得七成", "分成30%", "百分之四十归乙方", "违约金二百万元", "三七分成", "押金５００元", "保底3000元"],
)
def test_shares_and_amounts_are_seen(text):
    assert figures_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "不满十六周岁",
        "三十日内",
        "一式两份",
        "分成办法由双方商定",
        "每日不超过____",
        "完成一部作品",
        "组成成员",
    ],
)
def test_days_ages_and_counts_are_no_prices(text):
    assert figures_in(text) == ""


def test_a_place_in_a_long_paragraph_is_shown_with_some_words_around_it():
    place = found("样" * 500 + "违约金" + "例" * 500)["penalty"].places[0]
    assert place == replace(place, before="…" + "样" * 40, after="例" * 40 + "…")
