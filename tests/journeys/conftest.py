"""One site and one Chromium for all journeys; each person has a window of their own."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from demo.cast import PASSWORD
from demo.papers import scan
from tests.journeys.reader import Person
from tests.journeys.server import LiveSite, running

HERE = Path(__file__).parent

DEMANDED = bool(os.environ.get("YUEZHANG_DEMAND_ALL"))
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every journey wants a browser; the mark lets a machine leave them out, and counts them where they are skipped."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(
                pytest.mark.timeout(1500)
            )  # it starts a site of its own, and axe looks at every page


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; skipped, visibly, where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if DEMANDED:
            pytest.fail("Chromium is demanded and not here")
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def live(demo_in: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveSite]:
    """The demo association, served."""
    with running(demo_in(tmp_path_factory.mktemp("live") / "data")) as site:
        yield site


@pytest.fixture(scope="session")
def seen() -> set[str]:
    return set()


@pytest.fixture
def somebody(chromium: Browser, live: LiveSite, seen: set[str]) -> Iterator[Callable[..., Person]]:
    """`somebody()` sits down at a window; `somebody("registrar@demo.example")` has signed in."""
    windows: list[Person] = []

    def sits_down(email: str = "", *, script: bool = True) -> Person:
        person = Person(chromium, live.address, seen=seen, script=script)
        windows.append(person)
        return person.signs_in(email, PASSWORD) if email else person

    yield sits_down
    for person in windows:
        person.context.close()


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """A scan of a document of authority."""
    paper = scan("授权书", "样例")
    path = tmp_path / paper.filename
    path.write_bytes(paper.stream.read())
    return path
