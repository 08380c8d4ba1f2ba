"""Every table that has to do with an organisation says what it concerns, so that a wall stands before it (decision 0024)."""

from collections.abc import Iterator
from typing import Any

from flask import Flask

from association.kernel import walls
from association.kernel.db import Model

# What points at an organisation without being its business: where it came from, how a candidate was found, what it is called.
ELSEWHERE = {"succession", "expert", "organisation_kind"}


def _pointing() -> Iterator[tuple[type[Any], str]]:
    for mapper in Model.registry.mappers:
        tables = {key.column.table.name for column in mapper.columns for key in column.foreign_keys}
        if "organisation" in tables or hasattr(mapper.class_, "organisation_id"):
            yield mapper.class_, mapper.class_.__tablename__


def test_whatever_points_at_an_organisation_says_what_it_concerns(site: Flask) -> None:
    silent = [name for model, name in _pointing() if name not in ELSEWHERE and not walls.is_said_of(model)]
    assert silent == [], "walls.concerns(…) in the feature's policy; see association/kernel/walls.py"


def test_what_is_said_in_python_can_be_said_in_sql(site: Flask) -> None:
    """Each declaration makes a clause for any thing."""
    things = [("organisation", 1), ("person", 1), ("work", 1)]
    for model, _name in _pointing():
        concern = walls.concern_of(model)
        assert concern is None or str(concern.among(things))
