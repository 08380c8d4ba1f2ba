"""What every file of the house keeps to, whoever wrote it."""

import ast
import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from association.kernel.settings import ROOT
from tests.architecture import house

LONGEST = 300
COMMITS = {"association/kernel/transactions.py"}
# They look at the clock for what is not the association's time: a heartbeat, a made-up past.
CLOCKS = {"association/kernel/clock.py", "demo/story.py"}
SAYS_NOTHING = re.compile(r"(helper|manager|service|util|misc|common)s?$", re.IGNORECASE)


def test_no_file_is_longer_than_one_can_hold_in_the_head():
    scripts = (ROOT / "static").rglob("*.js")
    long = {
        house.name(path): lines
        for path in (*house.written(), *house.templates(), *scripts)
        if (lines := len(path.read_text().splitlines())) > LONGEST
    }
    assert long == {}


def _calls(path, *names: str) -> list[str]:
    """Calls of `something.<name>()` in a module, with what they are called on."""
    return [
        f"{ast.unparse(node.func)} in {house.name(path)}:{node.lineno}"
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    ]


def test_one_place_commits():
    commits = [
        call
        for path in house.modules()
        if house.name(path) not in COMMITS
        for call in _calls(path, "commit")
        # The index's own writer, and the kernel's commit around a view.
        if not call.startswith(("writer.commit", "transactions.commit in association/kernel/web.py"))
    ]
    assert commits == []


def test_one_module_reads_the_clock():
    looks = [
        call
        for path in house.modules()
        if house.name(path) not in CLOCKS
        for call in _calls(path, "now", "utcnow", "today")
        if re.match(r"(datetime|date)\.", call)
    ]
    assert looks == []


def test_names_say_what_a_thing_is_and_not_that_it_helps():
    bad = [house.name(p) for p in house.written() if SAYS_NOTHING.search(p.stem)]
    bad += [
        f"{node.name} in {house.name(path)}"
        for path in house.written()
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.ClassDef) and SAYS_NOTHING.search(node.name)
    ]
    assert bad == []


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    left = [
        f"{house.name(path)}:{number}"
        for path in (*house.modules(), *house.templates())
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if marks.search(line)
    ]
    assert left == []


def test_dark_by_wish_of_the_system_and_dark_by_choice_are_the_same_dark():
    css = (ROOT / "static/css/theme.css").read_text()
    by_system = re.search(r"prefers-color-scheme: dark\) \{ :root[^{]*\{(.*?)\n\}", css, re.DOTALL)
    by_choice = re.search(
        r'^@media screen \{ \[data-bs-theme="dark"\] \{(.*?)\n\}', css, re.DOTALL | re.MULTILINE
    )
    assert by_system
    assert by_choice

    def tokens(block: str) -> dict[str, str]:
        return dict(re.findall(r"(--[a-z-]+):\s*([^;]+);", block))

    assert len(tokens(by_system[1])) > 10
    assert tokens(by_system[1]) == tokens(by_choice[1])


def _pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text().splitlines()
    return dict(line.split("==") for line in lines if "==" in line and not line.startswith("#"))


def test_the_pins_are_what_pyproject_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    run = _pins("requirements.txt")
    dev = run | _pins("requirements-dev.txt")
    unmet = []
    for wanted, pins in ((project["dependencies"], run), (project["optional-dependencies"]["dev"], dev)):
        for requirement in map(Requirement, wanted):
            pinned = pins.get(canonicalize_name(requirement.name))
            if pinned is None or not requirement.specifier.contains(pinned, prereleases=True):
                unmet.append(f"{requirement}: {pinned}; run script/pin")
    assert unmet == []


def test_no_requirement_names_where_it_comes_from():
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        assert not re.search(r"https?://|file:|--index|--find-links", (ROOT / name).read_text()), name
