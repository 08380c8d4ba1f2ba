"""What tells of a person is found where it is written; what is missed and what is found in vain is what docs/privacy.md says."""

import re

import pytest

from association.kernel.exposure import NUMBERS, Exposure, found_in
from tests.architecture.house import ROOT
from tests.kernel.planted import CARRIERS, PLANTED

PRIVACY = (ROOT / "docs/privacy.md").read_text()


def kinds(text: str, **known) -> list[Exposure]:
    return [one.kind for one in found_in(text, **known)]


def is_found(item: str, number: int) -> bool:
    carrier = CARRIERS[number % len(CARRIERS)]
    start = carrier.index("{}")
    return any(one.start < start + len(item) and start < one.end for one in found_in(carrier.format(item)))


def measured() -> dict[str, tuple[int, int]]:
    """How many of each kind were planted, and found."""
    return {
        kind.value: (len(items), sum(is_found(item, n) for n, item in enumerate(items)))
        for kind, items in PLANTED.items()
    }


def told() -> dict[str, tuple[int, int]]:
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \| (\d+) \|", PRIVACY, re.MULTILINE)
    return {kind: (int(planted), int(found)) for kind, planted, found in rows}


def test_of_three_hundred_planted_things_so_many_are_found_as_is_told():
    assert sum(planted for planted, _found in measured().values()) == 300
    assert measured() == told()


def test_false_alarms_in_texts_that_name_nobody_are_as_few_as_is_told():
    texts = [path.read_text() for path in sorted((ROOT / "demo/texts").glob("*.md"))]
    for part in sorted((ROOT / "translations/en/parts").glob("*.po")):
        texts += re.findall(r'^msgid "(.+)"', part.read_text(), re.MULTILINE)
    letters = sum(map(len, texts))
    alarms = sum(len(found_in(text)) for text in texts)
    most = float(re.search(r"at most (\d+) false alarms in 10,000 characters", PRIVACY)[1])  # type: ignore[index]
    assert alarms / letters * 10_000 <= most


@pytest.mark.parametrize(
    "text",
    [
        "王某某、李某和张**在场。", "依据《样例办法》第三条第二款第（一）项。", "案〔2026〕12号", "2026年11月28日10时", "共12345678元", "91990000MA0000007X",
        "演员方面高度重视", "负责人应当及时报告", "主播关注未成年人保护", "第1集至第100集", "99.99%", "工号00012", "12.5万人次观看1380000次",
        "协会地址见首页", "一共三十六集", "主任安排专人",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_left_alone(text):
    assert found_in(text) == []


def test_a_place_is_given_in_the_text_as_it_was_written():
    text = "请致电１３８ 0000 0001，谢谢"
    (one,) = found_in(text)
    assert one.words == "１３８ 0000 0001"
    assert text[one.start : one.end] == one.words
    assert one.kind in NUMBERS


def test_a_known_name_is_found_without_anything_beside_it():
    assert kinds("昨天水样例到过现场") == []
    assert kinds("昨天水 样例到过现场", names=["水样例"]) == [Exposure.NAME]


def test_a_long_text_takes_no_time():
    import time

    began = time.perf_counter()
    found_in("样例影视制作的第三集里有一段话，同备案的不一致。2026-11-28" * 2_000)
    assert time.perf_counter() - began < 5
