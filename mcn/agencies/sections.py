"""The sections of an agency's file as a table: what is asked, how it is typed, what is personal. Forms, checks of completeness, differences, masks, the form
“please change these fields” and the workbook are all read off it.

A section is one form, or a list of rows (`is_list`). Its facts are what JSON keeps: `{"field": value}`, or `{"rows": [{"id": …, …}], "none": bool}`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from association.kernel import dated
from association.kernel.words import _l

Facts = Mapping[str, Any]
Pairs = Sequence[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked. Kinds: line, prose, day, count, choice, choices, yesno, phone, email, address (of a page)."""

    name: str
    label: object
    kind: str = "line"
    hint: object = ""
    is_needed: bool = True
    is_personal: bool = False
    pairs: Callable[[], Pairs] = tuple
    at_most: int = 200


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    title: object
    lede: object
    fields: tuple[Field, ...]
    is_list: bool = False
    row: object = ""
    """What one row is called."""
    may_be_empty: bool = True
    """A list of which there may be nothing, if that is said."""
    in_roster: bool = False
    """Also read from a workbook."""

    @property
    def by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}


def _dated(key: str) -> Callable[[], Pairs]:
    """The association's own words; those the site has in another language too are shown in it."""
    return lambda: [(word, _l(word)) for word in dated.value(key)]


YES, NO = "yes", "no"
CLIENTS: dict[str, object] = {
    "performers": _l("演员"), "guests": _l("嘉宾"), "presenters": _l("主持人"), "streamers": _l("网络主播"), "others": _l("其他")
}  # fmt: skip
STREAMERS = "streamers"
UNDER, OVER = "under", "over"
"""Bands of minors: below the age from which one may host live streams, and from there to adulthood."""


def bands() -> Pairs:
    youngest, adult = dated.value("mcn.host_from_age"), dated.value("mcn.adult_age")
    return [
        (UNDER, _l("不满%(n)s周岁", n=youngest)),
        (OVER, _l("%(n)s周岁以上、不满%(m)s周岁", n=youngest, m=adult)),
    ]


OWN, CONSENT = "own", "consent"
BASES: Pairs = [(OWN, _l("本机构自己的账号")), (CONSENT, _l("账号持有人单独同意登记和查询"))]
TIMES: Pairs = [("full", _l("全职")), ("part", _l("兼职"))]
CONTACTS: dict[str, object] = {
    "content": _l("内容管理负责人"), "compliance": _l("合规负责人"), "legal": _l("法务联系人"), "liaison": _l("日常联络人"),
}  # fmt: skip
NEEDED_CONTACT = "liaison"


def _contact(word: str, label: object) -> tuple[Field, ...]:
    needed = word == NEEDED_CONTACT
    return (
        Field(
            f"{word}_name", _l("%(who)s：姓名", who=label), is_needed=needed, is_personal=True, at_most=100
        ),
        Field(f"{word}_phone", _l("%(who)s：电话", who=label), "phone", is_needed=needed, is_personal=True),
        Field(f"{word}_email", _l("%(who)s：邮箱", who=label), "email", is_needed=False, is_personal=True),
    )


SECTIONS: tuple[Section, ...] = (
    Section(
        "identity", _l("机构"), _l("名称、代码、住所等取自单位登记；这里只填机构自己的情况。"),
        (
            Field("entity_kind", _l("组织形式"), "choice", pairs=_dated("mcn.entity_kinds")),
            Field("registered_at", _l("登记机关"), hint=_l("营业执照上的登记机关。")),
            Field("brand", _l("对外使用的名称"), is_needed=False, hint=_l("与全称不同的才填。")),
            Field("services", _l("提供的服务"), "choices", pairs=_dated("mcn.services")),
            Field("started_on", _l("开展经纪业务的日期"), "day", hint=_l("例如2020-05-01。")),
        ),
    ),
    Section(
        "contacts", _l("联系人"), _l("姓名、电话和邮箱加密保存，只有本单位和经办的登记员能看到，不公开。"),
        tuple(field for word, label in CONTACTS.items() for field in _contact(word, label)),
    ),
    Section(
        "permits", _l("许可证"), _l("许可证在单位的许可证页填报，由秘书处核对；这里说明是否齐全。"),
        (
            Field("complete", _l("业务所需的许可证已经全部填报"), "yesno"),
            Field("note", _l("说明"), "prose", is_needed=False, at_most=1000),
        ),
    ),
    Section(
        "agents", _l("经纪人员"), _l("逐人填写；人多的用花名册表格导入。姓名和证书编号加密保存，不公开。"),
        (
            Field("name", _l("姓名"), is_personal=True, at_most=100),
            Field("certificate", _l("证书"), "choice", is_needed=False, pairs=_dated("mcn.agent_certificates")),
            Field("certificate_number", _l("证书编号"), is_needed=False, is_personal=True, at_most=60),
            Field("time", _l("全职或兼职"), "choice", pairs=lambda: TIMES),
            Field("insured", _l("由本机构缴纳社会保险"), "yesno"),
            Field("starts_on", _l("任职起"), "day", hint=_l("例如2024-03-01。")),
            Field("ends_on", _l("任职止"), "day", is_needed=False, hint=_l("仍在任的不填。")),
        ),
        is_list=True, row=_l("经纪人员"), may_be_empty=False, in_roster=True,
    ),
    Section(
        "clients", _l("签约人员"), _l("只填人数。姓名不收集，合同由机构自己保存。"),
        (
            *(Field(word, label, "count") for word, label in CLIENTS.items()),
            Field("in_writing", _l("其中签有书面合同的"), "count"),
            Field("exclusive", _l("其中独家签约的"), "count"),
        ),
    ),
    Section(
        "minors", _l("未成年签约人员"), _l("按类别和年龄段填人数、监护人同意书的份数和日期；姓名不收集，同意书由机构保存。"),
        (
            Field("kind", _l("类别"), "choice", pairs=lambda: list(CLIENTS.items())),
            Field("band", _l("年龄段"), "choice", pairs=bands),
            Field("number", _l("人数"), "count"),
            Field("consents", _l("监护人书面同意的份数"), "count"),
            Field("consented_on", _l("最近一份同意书的日期"), "day", hint=_l("例如2026-01-10。")),
            Field("schooling", _l("已安排好学业和休息"), "yesno"),
        ),
        is_list=True, row=_l("一类未成年人"),
    ),
    Section(
        "accounts", _l("平台账号"), _l("只登记本机构自己的账号，和持有人单独同意登记的账号；不列入任何公开的名单。"),
        (
            Field("platform", _l("平台"), at_most=60),
            Field("account", _l("账号"), is_personal=True, at_most=100, hint=_l("平台上唯一的账号名，照平台显示的写。")),
            Field("shown_name", _l("昵称"), is_needed=False, is_personal=True, at_most=100),
            Field("basis", _l("登记的依据"), "choice", pairs=lambda: BASES),
            Field("consented_on", _l("持有人同意的日期"), "day", is_needed=False, hint=_l("持有人同意的，填日期；本机构自己的不填。")),
            Field("shows_agency", _l("主页标明了本机构"), "yesno"),
            Field("ends_on", _l("管理到哪天为止"), "day", is_needed=False, hint=_l("仍在管理的不填。")),
        ),
        is_list=True, row=_l("账号"), in_roster=True,
    ),
    Section(
        "fan_groups", _l("官方粉丝群"), _l("由机构授权或认证的后援会、粉丝群。群主姓名不收集。"),
        (
            Field("platform", _l("平台"), at_most=60),
            Field("name", _l("群的名称"), at_most=100),
            Field("authorised", _l("经本机构授权或认证"), "yesno"),
            Field("owner_adult", _l("群主和管理员都已成年"), "yesno"),
        ),
        is_list=True, row=_l("粉丝群"),
    ),
    Section(
        "works", _l("出品的作品"), _l("近两年出品或参与出品的网络微短剧。"),
        (
            Field("title", _l("作品的片名"), at_most=100),
            Field("work_class", _l("类别"), "choice", pairs=_dated("mcn.work_classes")),
            Field("number", _l("许可证号或备案号"), is_needed=False, at_most=100),
            Field("platform", _l("播出平台"), is_needed=False, at_most=100),
        ),
        is_list=True, row=_l("一部作品"),
    ),
    Section(
        "systems", _l("公布的管理制度"), _l("每项制度的名称、公布日期和网址；登记后在公开页列出。"),
        (
            Field("kind", _l("哪一项"), "choice", pairs=_dated("mcn.system_kinds")),
            Field("title", _l("制度的名称"), at_most=100),
            Field("published_on", _l("公布日期"), "day", hint=_l("例如2025-06-01。")),
            Field("address", _l("网址"), "address", is_needed=False, hint=_l("没有网址的，上传文件。")),
        ),
        is_list=True, row=_l("制度"), may_be_empty=False,
    ),
    Section(
        "reviewers", _l("内容审核人员"), _l("人数和培训证书。证书编号加密保存，不公开。"),
        (
            Field("number", _l("专职审核人员人数"), "count"),
            Field("trained", _l("其中持有培训证书的"), "count"),
            Field("certificates", _l("培训证书编号"), "prose", is_needed=False, is_personal=True, at_most=4000, hint=_l("每行一个。")),
        ),
    ),
    Section(
        "statements", _l("年度说明"), _l("由机构自己说明，秘书处不据此评价。"),
        (
            Field("tax", _l("已依法代扣代缴税款，并提醒签约人员申报"), "yesno"),
            Field("advertising", _l("签约人员代言的广告逐件审核并留有记录"), "yesno"),
            Field("note", _l("说明"), "prose", is_needed=False, at_most=1000),
        ),
    ),
)  # fmt: skip
BY_NAME = {section.name: section for section in SECTIONS}
ROSTER = tuple(section.name for section in SECTIONS if section.in_roster)
SEP = "__"


def asked_labels(names: Sequence[str]) -> dict[str, object]:
    """What staff may ask to have changed: every field of a form, every list as a whole. `section` or `section__field` → words."""
    found: dict[str, object] = {}
    for name in names:
        section = BY_NAME[name]
        if section.is_list:
            found[name] = section.title
        else:
            found |= {
                f"{name}{SEP}{f.name}": _l("%(section)s：%(field)s", section=section.title, field=f.label)
                for f in section.fields
            }
    return found


def rows_of(facts: Facts | None) -> list[dict[str, Any]]:
    return list((facts or {}).get("rows", ()))
