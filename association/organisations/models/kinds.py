"""What an organisation can be (several at once), and where."""

from association.kernel.state import State
from association.kernel.words import _l


class Kind(State):
    """Kinds of 主体 the notice 广电办发〔2022〕345号 speaks to."""

    STUDIO = "studio", _l("制作机构")
    MCN = "mcn", _l("MCN/经纪机构")
    AGENT = "agent", _l("个体经纪人")
    PLATFORM = "platform", _l("播出平台")
    MINIAPP = "miniapp", _l("小程序主体")
    DISTRIBUTOR = "distributor", _l("分发平台")
    PROMOTER = "promoter", _l("投流方")


PROVINCES: dict[str, object] = {
    "11": _l("北京"), "12": _l("天津"), "13": _l("河北"), "14": _l("山西"), "15": _l("内蒙古"),
    "21": _l("辽宁"), "22": _l("吉林"), "23": _l("黑龙江"), "31": _l("上海"), "32": _l("江苏"),
    "33": _l("浙江"), "34": _l("安徽"), "35": _l("福建"), "36": _l("江西"), "37": _l("山东"),
    "41": _l("河南"), "42": _l("湖北"), "43": _l("湖南"), "44": _l("广东"), "45": _l("广西"),
    "46": _l("海南"), "50": _l("重庆"), "51": _l("四川"), "52": _l("贵州"), "53": _l("云南"),
    "54": _l("西藏"), "61": _l("陕西"), "62": _l("甘肃"), "63": _l("青海"), "64": _l("宁夏"),
    "65": _l("新疆"), "71": _l("台湾"), "81": _l("香港"), "82": _l("澳门"), "99": _l("示例省"),
}  # fmt: skip
"""First two digits of the administrative division code (GB/T 2260); 99 is unassigned and serves the demo."""
