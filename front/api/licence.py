"""Under which terms the data may be used: the association's choice, and so dated settings."""

from dataclasses import dataclass

from association.kernel import dated
from association.kernel.rendering import choose_locale
from association.kernel.words import _l


def define() -> None:
    dated.name_group("data", _l("开放数据"))
    for key, label, initial in (
        ("data.licence", _l("许可的名称"), "开放使用，注明出处"),
        ("data.licence_en", _l("许可的英文名称"), "Open use with attribution"),
        ("data.licence_url", _l("许可全文的地址（可不填）"), ""),
        ("data.terms", _l("使用条件"),
         "可以免费复制、加工和再发布，不必申请。请写明来源是本会和取用的日期；更正、撤回、屏蔽之后，请照变更记录同步，不再展示已撤下的内容；不要把公开记录做成评分或排名，不要据此识别被遮盖的个人。"),
        ("data.terms_en", _l("使用条件的英文"),
         ("Copy, adapt and republish free of charge, without asking. Name the association as the source and the day you took the data; follow corrections, "
         "withdrawals and maskings through the changes, and stop showing what was taken down; do not turn the record into scores or rankings, nor use it to "
         "identify people whose names are masked.")),
    ):  # fmt: skip
        dated.define(key, label=label, initial=initial, basis=dated.OWN)


@dataclass(frozen=True, slots=True)
class Licence:
    """In the reader's language; `url` may be empty."""

    name: str
    terms: str
    url: str


def licence() -> Licence:
    tail = "_en" if choose_locale() == "en" else ""
    return Licence(
        name=str(dated.value(f"data.licence{tail}")),
        terms=str(dated.value(f"data.terms{tail}")),
        url=str(dated.value("data.licence_url")),
    )
