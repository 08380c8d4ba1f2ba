"""The demo's days are counted back from the day it is told: that must go on whatever day that is."""

import pytest
import time_machine
from flask import Flask

from demo.commands import load_once

MOMENTS = {
    "on a Sunday, just after midnight in China": "2026-11-29T00:05:00+08:00",
    "in the holidays of the Spring Festival": "2027-02-08T21:00:00+08:00",
}


@pytest.mark.slow
@pytest.mark.parametrize("site", ["sqlite"], indirect=True)  # days do not depend on the database
@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_the_demo_is_told_whatever_the_day(app: Flask, moment: str) -> None:
    with time_machine.travel(moment, tick=True):
        assert load_once()
