"""Three hundred things that tell of a person, as people write them; none belongs to anybody. Region 990000, numbers 1xx0000xxxx, addresses of
places that are not there."""

from association.kernel.exposure import Exposure

CARRIERS = (
    "经核实，{}与本案有关。", "投诉材料里写着{}，请核对。", "截图下方可见：{}", "（{}）", "相关信息为{}。此后未再更新。", "{}",
    "据当事方陈述，其提供了{}，并表示愿意配合。", "附：{}；其余从略。",
)  # fmt: skip
_CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_CIRCLED = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")


def _check(first17: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return first17 + "10X98765432"[sum(int(f) * w for f, w in zip(first17, weights, strict=True)) % 11]


def _grouped(text: str, gap: str, *sizes: int) -> str:
    out, at = [], 0
    for size in sizes:
        out.append(text[at : at + size])
        at += size
    return gap.join([*out, text[at:]] if text[at:] else out)


def _identities() -> list[str]:
    days = ("19800101", "19951231", "20010615", "19720309", "19880820")
    whole = [_check(f"990000{day}{n:03d}") for n, day in enumerate(days, 101)]
    made = [
        way
        for one in whole
        for way in (
            one, one.lower(), one.translate(_WIDE), _grouped(one, " ", 6, 8), _grouped(one, "-", 6, 4, 4), " ".join(one), "　".join(one),
            f"身份证{one}", one[:17].translate(_CHINESE) + one[17],
        )
    ]  # fmt: skip
    return [*made, "E12300004", "护照EA1230004", "G12300004", "H01230004", "990000 800101 123"]


def _phones() -> list[str]:
    base = ("13800000001", "15900000002", "18600000003", "17700000004")
    made = [
        way
        for one in base
        for way in (
            one, _grouped(one, " ", 3, 4), _grouped(one, "-", 3, 4), one.translate(_WIDE), one.translate(_CHINESE), "+86 " + one, "86-" + one,
            one.translate(_CIRCLED), " ".join(one), ".".join(one), _grouped(one, "·", 3, 4),
        )
    ]  # fmt: skip
    return [
        *made,
        "010-60000001",
        "(021) 6000 0002",
        "0571 60000003",
        "电话：6000 0004",
        "幺三八零零零零零零零五",
        "手机 138 0000 OOO6",
    ]


def _cards() -> list[str]:
    base = ("6200000000000000", "620000000000000000", "6200000000000000000")
    whole = [one[:-1] + next(d for d in "0123456789" if _luhn(one[:-1] + d)) for one in base]
    made = [
        way
        for one in whole
        for way in (one, _grouped(one, " ", 4, 4, 4, 4), _grouped(one, "-", 4, 4, 4, 4), one.translate(_WIDE), f"卡号{one}", f"尾号{one[-4:]}的卡")
    ]  # fmt: skip
    wrong = ("6200000000000003", "6200 0000 0000 0004")
    return [*made, *(f"银行账号：{one}" for one in wrong), *(f"卡号 {one}" for one in wrong), "6200000000000000".translate(_CHINESE), *(f"转账至{one}" for one in wrong), "620000 00000 0000 0001", "卡号：六二零零 零零零零 零零零零 零零零零", "账户6200000000000019", "6200-0000-0000-0018", "收款卡6200 0000 0000 0000 017"]  # fmt: skip


def _luhn(figures: str) -> bool:
    doubled = [int(f) * (2 if place % 2 else 1) for place, f in enumerate(reversed(figures))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


EMAILS = [
    "someone@people.example", "some.one@people.example", "some_one@mail.people.example", "SOMEONE@PEOPLE.EXAMPLE", "a1@people.example",
    "someone＠people.example", "someone @ people.example", "someone(at)people.example", "someone[at]people.example", "someone#at#people.example",
    "someone at people dot example", "someone@people点example", "100001@qq.example", "some-one+tag@people.example", "邮箱someone@people.example",
    "someone＠ｐｅｏｐｌｅ．example", "x@y.example", "first.last@studio.people.example", "contact@people.example", "someone艾特people.example",
    "a.b.c@people.example", "13800000001@people.example", "someone@people。example", "someone（at）people.example", "<someone@people.example>",
    "mailto:someone@people.example", "someone@people.example,", "someone @people.example", "so meone@people.example", "someone@163.example",
]  # fmt: skip
ACCOUNTS = [
    "微信号：sample_one", "微信sample_two2", "加微信 sample-three", "vx：sample4444", "VX sample_5", "wx:sample666", "V信：sample_77", "薇信sample888",
    "威信号sample999", "wechat: sample10", "QQ：10000001", "qq号10000002", "QQ 10000003", "扣扣10000004", "企鹅号10000005", "抖音号：sample11",
    "抖音sample_12", "快手号sample13", "快手ID：sample14", "微博@样例小号", "@样例同学", "@sample_15", "小红书号：100000016", "小红书sample17",
    "B站UID：100000018", "b站账号sample19", "知乎用户sample20", "支付宝账号：sample21", "账号sample22", "uid:100000023", "用户名sample24", "微信名“样例”",
    "微信同号", "抖音昵称样例小站", "微博用户样例二号", "微信：样例汉字号", "ins: sample25", "telegram sample26", "微 信 sample27", "vx同手机",
]  # fmt: skip
ADDRESSES = [
    "样例市样例区样例路1号", "样例路12号院3号楼", "示例大街100号", "示例大道8号附2号", "样例巷7号", "样例胡同23号", "样例弄5号", "示例路88弄12号", "样例北路9号2层",
    "样例东街3-2号", "样例小区5栋", "样例花园3号楼2单元501室", "示例苑12幢", "示例公寓8座", "样例家园1期6号楼", "样例新村20幢", "样例大厦18层", "示例广场A座1801",
    "3号楼2单元501", "12栋1单元302室", "5幢401", "样例村3组", "样例村二组15号", "样例屯1队", "样例社区8号", "样例镇示例村六组", "样例路一百二十号", "样例路二十三号",
    "样例路１２号", "样例路 12 号", "样例路十二号三单元", "示例街道样例社区5组", "样例路与示例街交叉口", "样例市样例县示例乡", "样例区样例路12号3栋501", "住在样例小区三号楼",
    "样例街66号院", "示例中路105号", "示例西路5号1006室", "样例科技园3号楼", "样例大学7号宿舍楼", "样例弄堂深处红门", "样例小区南门对面", "样例花园二期", "示例路101-103号",
    "示例大街甲8号", "样例公寓十二层", "样例寨3社", "示例新村8栋", "样例路5号 示例大厦 12层",
]  # fmt: skip
NAMES = [
    "演员赵小样", "主播钱一样", "导演孙样例", "编剧李样例", "当事人周样例", "姓名：吴小样", "负责人郑样例", "经纪人王阿样", "法定代表人冯样例", "联系人：陈样例",
    "原告褚小样", "证人卫样例", "艺人蒋一例", "歌手沈小例", "员工韩样例", "监护人杨样例", "母亲朱样例", "学生秦样例", "网友“许样例”", "童星何小样",
    "吕样例女士", "施样例先生", "张样例老师", "孔样例律师", "曹样例导演", "严样例同学", "华样例医生", "金样例经理", "魏样例主任", "陶样例教授",
    "姜样例，女，", "戚样例（男）", "欧阳样例先生", "演员司马小样", "主播上官一样", "诸葛样例女士", "名叫谢样例", "真名是邹样例", "艺名：喻小样", "本名叫柏样例",
    "水样例昨天到过现场", "窦样例和章样例", "云样例", "演员Zhao Yangli", "Ms. Qian", "主播阿样", "男子苏样", "女孩潘样", "演员 葛 样 例", "被告范样例",
]  # fmt: skip
PLANTED = {
    Exposure.IDENTITY: _identities(), Exposure.PHONE: _phones(), Exposure.BANK: _cards(), Exposure.EMAIL: EMAILS, Exposure.ACCOUNT: ACCOUNTS, Exposure.ADDRESS: ADDRESSES, Exposure.NAME: NAMES,
}  # fmt: skip
