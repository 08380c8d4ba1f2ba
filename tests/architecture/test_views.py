"""Closed by default: a view that does not say who may see it is refused, and here it is named."""

import ast
from pathlib import Path

from association.kernel.icons import _paths
from association.kernel.policy import Permission, all_permissions
from association.kernel.state import State
from association.kernel.web import _LIBRARY
from front.search.kinds import KINDS
from tests.architecture import house
from tests.conftest import settings_for


def _views(tmp_path: Path):
    from app import create_app

    app = create_app(settings_for(tmp_path, f"sqlite:///{tmp_path / 'none.db'}"))
    return {endpoint: view for endpoint, view in app.view_functions.items() if endpoint not in _LIBRARY}


def test_every_view_says_who_may_see_it(tmp_path):
    def says(view: object) -> bool:
        access = getattr(view, "access", None)
        return access in ("public", "signed_in", "decided_inside") or isinstance(access, Permission)

    views = _views(tmp_path)
    assert len(views) > 50
    assert [endpoint for endpoint, view in views.items() if not says(view)] == []


def test_every_permission_is_granted_to_somebody():
    assert [permission.code for permission, predicates in all_permissions() if not predicates] == []


def test_every_permission_is_a_sentence_of_its_own():
    sentences = [permission.sentence for permission, _ in all_permissions()]
    assert all(sentences)
    assert len({id(p) for p, _ in all_permissions()}) == len(sentences)


def test_every_state_has_an_icon_there_is():
    unknown = [
        f"{kind.__name__}.{state.name}: {state.icon}"
        for kind in _kinds(State)
        for state in kind
        if state.icon not in _paths()
    ]
    assert unknown == []


def _kinds(base: type[State]) -> list[type[State]]:
    return [kind for below in base.__subclasses__() for kind in (below, *_kinds(below))]


def _kinds_published() -> dict[str, str]:
    """Kinds of search records by the module that publishes them."""
    calls = (
        (house.name(path), {k.arg: k.value for k in node.keywords})
        for path in house.modules()
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "publish"
    )
    return {
        words["kind"].value: where
        for where, words in calls
        if "key" in words and isinstance(words.get("kind"), ast.Constant)
    }


def test_every_kind_of_thing_that_can_be_found_has_its_word() -> None:
    published = _kinds_published()
    assert len(published) > 15
    assert {kind: where for kind, where in published.items() if kind not in KINDS} == {}
