"""What templates may use: the site, the reader's language, size and theme, the actor, dates in words, safe Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

import nh3
from flask import Flask, request, url_for
from flask.json.provider import DefaultJSONProvider
from flask_babel import Babel
from flask_wtf.csrf import generate_csrf
from jinja2 import StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from association.kernel import clock, contact, web
from association.kernel.day_words import day_words, is_english
from association.kernel.icons import icon
from association.kernel.policy import VISITOR, can, permission_called
from association.kernel.site import site
from association.kernel.viewer import Viewer
from association.kernel.words import N_, _, retold

LANGUAGES = {"zh": "zh_Hans", "en": "en"}
SIZES = ("normal", "large")
THEMES = ("system", "light", "dark")


def choose_locale() -> str:
    """The reader's remembered choice; else the browser's wish, in which any zh tag, or no wish at all, means Chinese."""
    if not request:
        return "zh_Hans"
    chosen = request.cookies.get("lang")
    if chosen in LANGUAGES:
        return LANGUAGES[chosen]
    wishes = [tag.lower() for tag in request.accept_languages.values()]
    if any(tag.split("-")[0] == "zh" for tag in wishes):
        return "zh_Hans"
    return "en" if any(tag.split("-")[0] == "en" for tag in wishes) else "zh_Hans"


def day(value: date | datetime | None) -> Markup:
    """`<time>` with the day (of a moment: in China) in words: 2026年11月23日."""
    if value is None:
        return Markup("")
    if isinstance(value, datetime):
        value = clock.day_of(value)
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), day_words(value))


def moment(value: datetime | None) -> Markup:
    """`<time>` with day and minute in China."""
    if value is None:
        return Markup("")
    local = value.astimezone(clock.CHINA)
    return Markup('<time datetime="{}">{} {}</time>').format(
        local.isoformat(timespec="minutes"), day_words(local.date()), local.strftime("%H:%M")
    )


def due(value: date | None) -> str:
    """Relative words to stand beside a day, never instead of it."""
    if value is None:
        return _("无期限")
    days = (value - clock.today()).days
    if days < 0:
        return _("已逾期%(n)d天", n=-days)
    if days == 0:
        return _("今天截止")
    return _("%(n)d天后", n=days)


def due_tone(value: date | None) -> str:
    if value is None:
        return "soft"
    days = (value - clock.today()).days
    return "cinnabar" if days < 0 else "ochre" if days <= 3 else ""


def ago_days(value: date) -> str:
    days = (clock.today() - value).days
    return _("今天") if days == 0 else _("%(n)d天前", n=days) if days > 0 else _("%(n)d天后", n=-days)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def markdown(text: str | None) -> Markup:
    """Markdown to HTML that holds only structure: no scripts, no styles, no images, links without tracking."""
    html = _markdown().render(text or "")
    return Markup(nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}, "th": {"scope"}}))  # noqa: S704


_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h2", "h3", "h4", "table", "thead", "tbody", "tr",
         "th", "td", "a", "code", "hr"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Door:
    """A place in the main navigation; a door to several rooms leads to the first and shows the others beneath while one is in them."""

    label: str
    url: str
    is_current: bool
    rooms: tuple["Door", ...] = ()


_rooms: dict[str, object] = {}
_doors: list[tuple[object, tuple[str, ...]]] = []


def add_to_navigation(label: object, endpoint: str) -> None:
    """A feature's place in the main navigation, in the order of registration."""
    _rooms.setdefault(endpoint, label)


def one_door(label: object, *endpoints: str) -> None:
    """These places share a door; said by the layer that knows them all. Doors come in this order, places without one after them."""
    if (label, endpoints) not in _doors:
        _doors.append((label, endpoints))


def nav() -> list[Door]:
    """The doors of the main navigation, and where we are."""
    behind = {endpoint for _label, endpoints in _doors for endpoint in endpoints}
    alone = [(label, (endpoint,)) for endpoint, label in _rooms.items() if endpoint not in behind]
    return [_door(label, [e for e in endpoints if e in _rooms]) for label, endpoints in (*_doors, *alone)]


def _door(label: object, endpoints: list[str]) -> Door:
    rooms = tuple(_room(endpoint) for endpoint in endpoints)
    is_current = any(room.is_current for room in rooms)
    return Door(str(label), rooms[0].url, is_current, rooms if len(rooms) > 1 else ())


def _room(endpoint: str) -> Door:
    url = url_for(endpoint)
    return Door(str(_rooms[endpoint]), url, request.path.startswith(url))


def _here_with(name: str, value: str) -> str:
    """The address that remembers a reading preference and comes back here."""
    here = request.full_path.rstrip("?") if request.method in web.SAFE else request.path
    return url_for("preferences.set", name=name, value=value, back=here)


def _context() -> dict[str, Any]:
    english = is_english()
    size = request.cookies.get("size") if request else None
    theme = request.cookies.get("theme") if request else None
    return {
        "site": site(english),
        "actor": Viewer(web.actor() if request else VISITOR),
        "today": clock.today(),
        "locale": "en" if english else "zh_Hans",
        "html_lang": "en" if english else "zh-Hans",
        "text_size": size if size in SIZES else "normal",
        "theme": theme if theme in THEMES else "system",
    }


def lines(text: str | None) -> Markup:
    """Plain text with its line breaks."""
    return Markup("<br>").join(escape(line) for line in (text or "").splitlines())


def listed(words: Iterable[object]) -> str:
    """Words one after another, with the mark the language puts between them."""
    return _("、").join(str(word) for word in words)


def init_app(app: Flask) -> None:
    Babel(app, default_locale="zh_Hans", default_timezone="Asia/Shanghai", locale_selector=choose_locale,
          default_translation_directories=str(app.root_path) + "/translations")  # fmt: skip
    # JSON is read by people too: Chinese as it is, fields in the order of the list.
    provider = cast(DefaultJSONProvider, app.json)
    provider.ensure_ascii = provider.sort_keys = False
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.globals.update(
        icon=icon, nav=nav, N_=N_, csrf_token=generate_csrf, can=_can,
        here_in=lambda lang: _here_with("lang", lang),
        size_url=lambda size: _here_with("size", size),
        theme_url=lambda theme: _here_with("theme", theme),
        due_tone=due_tone, ask_url=contact.ask_url,
    )  # fmt: skip
    app.jinja_env.filters.update(
        day=day,
        moment=moment,
        due=due,
        ago_days=ago_days,
        markdown=markdown,
        lines=lines,
        listed=listed,
        day_words=day_words,
        retold=retold,
    )
    app.context_processor(_context)


def _can(permission: str, subject: Any = None) -> bool:
    """For templates: `can("organisations.VERIFY", organisation)`."""
    return can(web.actor(), permission_called(permission), subject)
