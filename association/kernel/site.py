"""What the site says of itself on every page: the association's name, code and footer, all dated settings."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import current_app

from association.kernel import dated
from association.kernel.settings import Settings
from association.kernel.words import _l

for _key, _label, _initial in (
    ("site.name", _l("协会名称"), "（请在设置中填写协会名称）"),
    ("site.name_en", _l("协会英文名称"), "(Set the association's name in Settings)"),
    ("site.tagline", _l("副题"), "行业自律平台"),
    ("site.tagline_en", _l("英文副题"), "Self-regulation platform"),
    ("site.society_code", _l("社会团体代号"), ""),
    ("site.icp", _l("ICP备案号"), ""),
    ("site.police", _l("公安备案号"), ""),
    ("site.contact", _l("秘书处联系方式"), ""),
):
    dated.define(_key, label=_label, initial=_initial, basis=dated.OWN)


@dataclass(frozen=True, slots=True)
class Site:
    """The site's own words in the reader's language."""

    english: bool
    is_demo: bool

    @property
    def name(self) -> str:
        return str(dated.value("site.name_en" if self.english else "site.name"))

    @property
    def tagline(self) -> str:
        return str(dated.value("site.tagline_en" if self.english else "site.tagline"))

    @property
    def society_code(self) -> str:
        return str(dated.value("site.society_code"))

    @property
    def icp(self) -> str:
        return str(dated.value("site.icp"))

    @property
    def police(self) -> str:
        return str(dated.value("site.police"))

    @property
    def contact(self) -> str:
        return str(dated.value("site.contact"))

    @property
    def name_short(self) -> str:
        return self.name

    def name_on(self, day: date) -> str:
        """The association's name as it was on a day; documents keep the name of their day."""
        return str(dated.value("site.name", on=day))


def site(english: bool = False) -> Site:
    return Site(english=english, is_demo=is_demo())


def is_demo() -> bool:
    """Whether this site shows invented data and lets the demo people in."""
    return settings().mode == "demo"


def settings() -> Settings:
    """The running site's settings, for rooms that do not know the web."""
    return cast(Settings, current_app.extensions["settings"])
