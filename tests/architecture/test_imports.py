"""Arrows only point down (docs/architecture.md); the contracts are in pyproject.toml, with reasons."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from association.kernel.settings import ROOT
from tests.architecture.house import PACKAGES

CLOSED_ROOMS = {"views", "forms"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*PACKAGES, exclude_type_checking_imports=True)


def test_every_contract_of_pyproject_is_kept():
    lint_imports = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run(
        [lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def _feature(module: str) -> str:
    return ".".join(module.split(".")[:2])


def test_views_and_forms_are_imported_by_their_own_feature_only(graph):
    def is_closed(module: str) -> bool:
        parts = module.split(".")
        return parts[:2] != ["association", "kernel"] and len(parts) > 2 and parts[2] in CLOSED_ROOMS

    intruders = [
        f"{importer} → {module}"
        for module in graph.modules
        if is_closed(module)
        for importer in graph.find_modules_that_directly_import(module)
        if _feature(importer) != _feature(module)
    ]
    assert intruders == []


def test_no_two_modules_of_the_site_need_each_other(graph):
    # Layers hold features apart; inside a feature a ring would make the order of import matter.
    rings = {
        frozenset((module, imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if module in graph.find_modules_directly_imported_by(imported)
    }
    assert rings == set()
