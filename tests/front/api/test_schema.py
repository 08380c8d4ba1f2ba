"""The API is what its OpenAPI document says: Schemathesis makes requests from the document, right and wrong ones, and judges the answers."""

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings

from tests import cast

EACH = 3
"""Requests of each address; script/server and `st run http://127.0.0.1:8000/api/v1/openapi.json` try more."""


@pytest.mark.filterwarnings("ignore")  # those of Schemathesis are not ours
@pytest.mark.parametrize("mode", ["right", "wrong"])
def test_every_answer_is_one_the_document_allows(app: Flask, mode: str) -> None:
    import schemathesis
    from schemathesis import GenerationMode

    for serial in (101, 102, 103):
        cast.verified(serial)
    kind = GenerationMode.POSITIVE if mode == "right" else GenerationMode.NEGATIVE
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=EACH, deadline=None, database=None, derandomize=True, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=kind))
        def judged(case) -> None:
            nonlocal tried
            tried += 1
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        judged()
    assert tried > 100
