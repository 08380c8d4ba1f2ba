"""The judged set of search over the demo, with both engines. Never timed; how good it is beside others is script/bench's to say."""

import pytest
from flask import Flask

from bench import judging

pytestmark = pytest.mark.timeout(2400)  # the demo is told first


@pytest.mark.usefixtures("walked")
def test_what_people_want_of_the_demo_is_found_by_either_engine(demo_site: Flask) -> None:
    asked = judging.judged("demo.tsv", all_of_it=False)
    assert len(asked) > 120
    with demo_site.test_request_context():
        found = judging.verdict(asked, judging.ours)
    assert (found.ndcg >= 0.85, found.recall >= 0.93, len(found.missed) <= 5) == (True, True, True), found


def test_the_measure_is_one_for_the_best_order_and_less_for_any_other() -> None:
    question = judging.Judged("q", {"a": 3, "b": 1}, "")
    assert judging.verdict([question], lambda _q: ["a", "b"]).ndcg == pytest.approx(1.0)
    assert judging.verdict([question], lambda _q: ["b", "a"]).ndcg < 1.0
    assert judging.verdict([question], lambda _q: ["c"]).missed == (question,)
    assert judging.verdict([judging.Judged("q", {}, "")], lambda _q: ["c"]).ndcg == 0.0
