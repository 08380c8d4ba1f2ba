"""One person at a browser. Every page they come to is looked at by axe, and must not be wider than its window."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
OF_COLOUR = "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}"
"""The rules that can answer differently in another colour scheme: all that need be asked again in the dark."""
WIDTHS = (1440, 768, 360)
PATIENCE = 90_000
"""Milliseconds until a page must be there, or what is expected on it; far beyond what a busy machine needs."""
expect.set_options(timeout=PATIENCE)
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Scripts that follow the width of the window have had their turn once it was drawn in it: a person sees nothing earlier."""


class Inaccessible(AssertionError):
    """A page that somebody could not use."""


@dataclass
class Person:
    """Somebody with a window of their own; `seen` are pages that were looked at in every width and theme."""

    browser: Browser
    address: str
    seen: set[str] = field(default_factory=set)
    script: bool = True
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": 1440, "height": 900},
            locale="zh-CN",
            java_script_enabled=self.script,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()

    # Going about

    def goes_to(self, path: str) -> "Person":
        self.page.goto(path)
        return self._arrived()

    def follows(self, words: str) -> "Person":
        return self._leaves_by(self.page.get_by_role("link", name=words, exact=True).first, f"link “{words}”")

    def fills(self, **by_name: str | Path) -> "Person":
        """Fields by their names: text, a choice's value, a file's path; True and False tick and untick."""
        for name, value in by_name.items():
            control = self.page.locator(f"main [name='{name}']").first
            if isinstance(value, Path):
                control.set_input_files(value)
            elif isinstance(value, bool):
                control.set_checked(value)
            elif control.evaluate("e => e.tagName") == "SELECT" if self.script else False:
                control.select_option(value)
            else:
                control.fill(value)
        return self

    def ticks(self, words: str) -> "Person":
        self.page.get_by_label(words, exact=True).first.check()
        return self

    def presses(self, words: str) -> "Person":
        button = self.page.locator("main").get_by_role("button", name=words, exact=True).first
        return self._leaves_by(button, f"button “{words}”")

    def clicks(self, where: Locator) -> "Person":
        """What is there, where words alone would not say which."""
        return self._leaves_by(where, "such a place")

    def _leaves_by(self, way: Locator, called: str) -> "Person":
        """Click, and wait for the page that follows: the old one is still there for a moment."""
        try:
            with self.page.expect_navigation(wait_until="load"):
                way.click()
        except TookTooLong as late:
            seen = self.page.inner_text("main")[:600]
            raise LookupError(f"no {called} at {self.path}, or nothing followed: {seen}") from late
        return self._arrived()

    def signs_in(self, email: str, password: str) -> "Person":
        self.goes_to("/account/login").fills(email=email, password=password).presses("登录")
        if self.path.startswith("/account/login"):
            raise LookupError(f"{email} is not let in: {self.page.inner_text('main')[:400]}")
        return self

    def sees(self, *words: str) -> "Person":
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each)
        return self

    def may(self, words: str) -> bool:
        """Whether the page offers this."""
        main = self.page.locator("main")
        return bool(
            main.get_by_role("link", name=words, exact=True)
            .or_(main.get_by_role("button", name=words, exact=True))
            .count()
        )

    @property
    def heading(self) -> str:
        return self.page.locator("h1").first.inner_text()

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.address)

    # Looking

    def _arrived(self) -> "Person":
        if self.script:
            kind = re.sub(r"[0-9A-Z]{6,}|[0-9]+", "n", self.path.partition("?")[0])
            errors = self.page.locator(".error-summary").count()
            if (key := f"{kind} {errors}") not in self.seen:
                self.seen.add(key)
                self.looks()
        return self

    def looks(self) -> None:
        """At this page in every width, light and dark."""
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                self.page.set_viewport_size({"width": width, "height": 900})
                self.page.evaluate(DRAWN)
                self._is_not_wider_than(width)
                if width != 768:
                    rules = RULES if scheme == "light" else OF_COLOUR
                    self._pleases_axe(rules, f"{self.path} {scheme} {width}")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size({"width": 1440, "height": 900})

    def _is_not_wider_than(self, width: int) -> None:
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            raise Inaccessible(f"{self.path} is {wide} px wide in a window of {width}")

    def _pleases_axe(self, rules: str, where: str) -> None:
        """Save for the viewer's name over films and scripts, which is faint on purpose and read out to nobody."""
        if self.page.evaluate("typeof axe") == "undefined":
            self.page.evaluate(AXE)
        found: dict[str, Any] = self.page.evaluate(f"axe.run({{exclude: ['.watermark']}}, {rules})")
        faults = [
            f"{v['id']}: {v['nodes'][0]['target']} {v['nodes'][0]['failureSummary']}"
            for v in found["violations"]
        ]
        if faults:
            raise Inaccessible(f"{where}\n" + "\n".join(faults))
