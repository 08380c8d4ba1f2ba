"""All tests ask from one machine."""

import pytest

from bulletins.complaints.views import public


@pytest.fixture(autouse=True)
def _many_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "PER_MINUTE", 1000)
