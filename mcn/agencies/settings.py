"""Dated numbers, words and lists of the register of agencies, each with what it rests on."""

from association.kernel import dated
from association.kernel.words import _l

RULES = _l("《广播电视和网络视听领域经纪机构管理办法》（广电发〔2022〕34号，条号待核对）")
STANDARD = _l("GB/T 46273-2025《网络表演经纪机构运营服务要求》")
dated.name_group("mcn", _l("机构登记"))


def _number(
    key: str,
    label: object,
    initial: int,
    *,
    basis: object,
    unit: object = "",
    help: object = "",  # noqa: A002
) -> None:
    dated.define(f"mcn.{key}", label=label, kind="number", initial=initial, basis=basis, unit=unit, help=help)


def _lines(key: str, label: object, initial: list[str], *, basis: object = dated.OWN) -> None:
    dated.define(f"mcn.{key}", label=label, kind="lines", initial=initial, basis=basis)


_number(
    "clients_per_agent", _l("每名经纪人员对应的签约人员，原则上不超过"), 100, basis=RULES, unit=_l("人"),
    help=_l("“原则上”：超过时只提醒，不妨碍提交。"),
)  # fmt: skip
_number("host_from_age", _l("网络主播的最低年龄"), 16, basis=STANDARD, unit=_l("周岁"))
_number("adult_age", _l("成年的年龄"), 18, basis=_l("《中华人民共和国民法典》第十七条"), unit=_l("周岁"))
_number("permit_notice_days", _l("许可证剩余几天以内提醒"), 60, basis=dated.OWN, unit=_l("天"))
_number("review_months", _l("年度复核的间隔"), 12, basis=dated.OWN, unit=_l("个月"))
_number("examine_days", _l("登记申请的核验期限"), 15, basis=dated.OWN, unit=_l("个工作日"))
dated.define(
    "mcn.review_reminders", label=_l("年度复核到期前几天提醒"), kind="numbers", initial=[60, 30, 7], basis=dated.OWN, unit=_l("天"),
)  # fmt: skip
dated.define(
    "mcn.one_agency", label=_l("经纪人员不能同时在两家机构执业的依据"), initial="不得同时在两家机构执业",
    basis=_l("演出经纪人员管理的规定（条文待核对）"),
)  # fmt: skip
dated.define(
    "mcn.guardian_consent", label=_l("未成年人签约须有监护人同意的依据"), initial="事先取得监护人同意", basis=RULES,
)  # fmt: skip
dated.define("mcn.content_lead", label=_l("设内容管理负责人的依据"), initial="设内容管理负责人",
    basis=_l("国家网信办关于网络信息内容多渠道分发服务机构的规定（2025年1月征求意见稿）"),
)  # fmt: skip
dated.define(
    "mcn.permits_needed",
    label=_l("持有业务所需许可证的依据"),
    initial="依法取得业务所需的许可证",
    basis=RULES,
)
dated.define(
    "mcn.published_systems", label=_l("公布管理制度的依据"), initial="制定并公布管理制度", basis=STANDARD
)
dated.define(
    "mcn.fan_groups", label=_l("官方粉丝群由机构授权的依据"), initial="经机构授权或认证", basis=RULES
)
dated.define(
    "mcn.one_manager",
    label=_l("一个账号由一家机构管理的依据"),
    initial="一个账号只登记在一家机构名下",
    basis=dated.OWN,
)
dated.define("mcn.identity", label=_l("依法设立的依据"), initial="依法设立，代码与证照一致", basis=RULES)
_lines("entity_kinds", _l("机构的组织形式"), ["公司", "工作室", "个体工商户", "个体经纪人", "其他形式"])
_lines("services", _l("机构提供的服务"), ["签约服务", "推广服务", "代理服务"], basis=RULES)
_lines("agent_certificates", _l("经纪人员的证书"), ["演出经纪人员资格证", "其他证书"])
_lines(
    "system_kinds",
    _l("须公布的管理制度"),
    ["内容审核制度", "个人信息保护制度", "应急处置制度", "培训制度", "投诉处理制度"],
    basis=STANDARD,
)
_lines(
    "work_classes", _l("微短剧的类别"), ["重点微短剧", "普通微短剧", "其他微短剧"],
    basis=_l("国家广播电视总局关于微短剧分类分层审核的规定（条文待核对）"),
)  # fmt: skip
dated.define(
    "mcn.number", label=_l("登记编号的写法"), initial="MCN-{province}-{year}-{number:05d}", basis=dated.OWN,
    help=_l("{province}为省级代码，{year}为年份，{number}为当年的序号。"),
)  # fmt: skip
dated.define(
    "mcn.certificate_number", label=_l("登记证书的编号"), initial="MCNZ-{year}-{number:05d}", basis=dated.OWN,
    help=_l("{year}为年份，{number}为当年的序号。"),
)  # fmt: skip


def how_many(name: str) -> int:
    return int(dated.value(f"mcn.{name}"))
