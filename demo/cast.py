"""The people and organisations of the demo. All invented; every organisation carries 样例, every code the unassigned region 990000."""

from dataclasses import dataclass

from association.organisations import uscc

PASSWORD = "yuezhang-demo"  # noqa: S105 - the contract's, and it opens nothing outside demo mode
DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the secretariat, the panels, the experts or the trainees: address before the @, name, roles."""

    word: str
    name: str
    roles: tuple[str, ...]


ADMINS = (
    Colleague("admin", "管样例", ("admin",)),
    Colleague("admin2", "贺样例", ("admin",)),
)

COLLEAGUES = (
    Colleague("editor", "林样例", ("editor",)),
    Colleague("editor2", "叶样例", ("editor",)),
    Colleague("reviewer", "周样例", ("reviewer",)),
    Colleague("issuer", "沈样例", ("issuer",)),
    Colleague("legal", "方样例", ("legal",)),
    Colleague("intake", "江样例", ("intake",)),
    Colleague("investigator", "吴样例", ("investigator",)),
    Colleague("panel1", "郑样例", ("panel",)),
    Colleague("panel2", "冯样例", ("panel",)),
    Colleague("panel3", "韩样例", ("panel",)),
    Colleague("appeals1", "唐样例", ("appeals",)),
    Colleague("appeals2", "曹样例", ("appeals",)),
    Colleague("appeals3", "严样例", ("appeals",)),
    Colleague("registrar", "陆样例", ("registrar",)),
    Colleague("registrar2", "顾样例", ("registrar",)),
    Colleague("experts", "孟样例", ("experts",)),
    Colleague("courses", "白样例", ("courses",)),
    Colleague("auditor", "秦样例", ("auditor",)),
    Colleague("expert1", "石样例", ("expert",)),
    Colleague("expert2", "龙样例", ("expert",)),
    Colleague("expert3", "段样例", ("expert",)),
    Colleague("expert4", "侯样例", ("expert",)),
    Colleague("expert5", "邵样例", ("expert",)),
    Colleague("trainee", "毛样例", ("trainee",)),
)


def code(serial: int, *, prefix: str = "91990000MA") -> str:
    """A code of the invented region with both check digits right (GB 32100 and GB 11714)."""
    eight = f"{prefix[8:]}{serial:0{8 - len(prefix[8:])}d}"
    first17 = prefix[:8] + eight + uscc.organisation_code_check(eight)
    return first17 + uscc.check_character(first17)


@dataclass(frozen=True, slots=True)
class Firm:
    """An invented organisation; `word` is the domain of its people's addresses."""

    word: str
    name: str
    short: str
    kinds: tuple[str, ...]
    serial: int
    founded: str
    representative: str
    signer: str
    clerk: str


FIRMS = (
    Firm("aurora", "晨曦样例影视有限公司", "晨曦样例", ("studio",), 101, "2016-03-18", "甘样例", "柳样例", "苗样例"),
    Firm("borealis", "北辰样例传媒有限公司", "北辰样例", ("mcn",), 102, "2018-06-01", "葛样例", "范样例", "彭样例"),
    Firm("platform", "白鹭样例短剧平台有限公司", "白鹭样例", ("platform", "distributor"), 103, "2015-09-09", "鲁样例", "韦样例", "昌样例"),
    Firm("miniapp", "云杉样例网络科技有限公司", "云杉样例", ("miniapp",), 104, "2021-01-20", "凤样例", "花样例", "俞样例"),
    Firm("shiguang", "拾光样例影业有限公司", "拾光样例", ("studio",), 105, "2017-11-11", "任样例", "袁样例", "酆样例"),
    Firm("nanfeng", "南风样例文化传播有限公司", "南风样例", ("studio", "promoter"), 106, "2019-04-25", "鲍样例", "史样例", "费样例"),
    Firm("qinghe", "青禾样例动漫有限公司", "青禾样例", ("studio",), 107, "2020-07-15", "廉样例", "岑样例", "薛样例"),
    Firm("yuanshan", "远山样例文化经纪有限公司", "远山样例", ("mcn",), 108, "2018-12-03", "雷样例", "贺兰样例", "倪样例"),
    Firm("changqiao", "长桥样例数字传媒有限公司", "长桥样例", ("distributor",), 109, "2014-08-30", "滕样例", "殷样例", "罗样例"),
    Firm("songyan", "松烟样例影视制作有限公司", "松烟样例", ("studio",), 110, "2016-10-10", "毕样例", "郝样例", "邬样例"),
    Firm("xinghe", "星河样例投放服务有限公司", "星河样例", ("promoter",), 111, "2022-02-22", "安样例", "常样例", "乐样例"),
)  # fmt: skip
"""Verified in the story. `newcomer` (below) is not verified yet."""

NEWCOMER = Firm(
    "newcomer",
    "初芽样例影视工作室有限公司",
    "初芽样例",
    ("studio",),
    112,
    "2026-05-08",
    "于样例",
    "时样例",
    "傅样例",
)
