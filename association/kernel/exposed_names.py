"""Names of people in a Chinese text, told by surname and by what stands beside them; a masked one (王某某、李**) is none.

Without something beside it – 演员 before, 女士 after, 姓名： – a name looks like any word and is not found, unless the caller knows it.
"""

import re
from collections.abc import Collection, Iterator

from association.kernel.personal import COMPOUND_SURNAMES

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤关樊施洪鲁章柯齐庞纪殷倪岳耿卞季柴焦温牛翟安常康伍俞"
    "傅颜卓蓝葛欧裴祝霍聂申冉阮路闵管褚卫华戚喻柏水窦章云奚郎昌苗凤花费廉岑滕罗毕邬皮乐穆萧姜计伏成谈茅舒屈项祝梁杜席麻强娄危童梅盛刁徐邱骆虞支昝咎缪干解"
    "应宗宣贲郁单杭包诸左吉钮嵇邢滑荣羊惠甄曲家封储靳汲邴松井富巫乌巴弓牧隗山谷车侯宓蓬郗班仰仲伊宫宁仇栾暴甘厉戎祖符景詹束龙幸司韶郜黎蓟薄印宿怀蒲邰从鄂"
    "索咸籍卓蔺屠池乔阴胥苍双闻莘党谭贡劳逄姬扶堵宰郦雍璩桑桂濮寿通边燕冀郏浦尚农别庄晏瞿阎慕连茹习艾鱼容古易慎戈终居衡步都满弘匡国文寇广禄阙东殳沃利蔚越"
    "隆师巩厍晁勾敖融冷訾辛阚那简饶空沙乜养鞠须丰巢蒯相查后荆红游竺权逯盖益桓公"
)
_SURNAME = f"(?:{'|'.join(sorted(COMPOUND_SURNAMES))}|[{_SURNAMES}])"
_HAN = "[\u4e00-\u9fff]"
_GIVEN = rf"(?:{_HAN}\s?{_HAN}|{_HAN})"

_BEFORE = (
    "姓名|名叫|真名|本名|原名|艺名|化名|当事人|举报人|投诉人|申请人|被申请人|原告|被告|证人|主播|演员|艺人|歌手|导演|编剧|制片人|监制|摄影|经纪人|"
    "法定代表人|法人代表|负责人|联系人|经办人|责任人|股东|员工|职员|工作人员|助理|家长|监护人|母亲|父亲|妻子|丈夫|儿子|女儿|同学|学生|粉丝|网友|"
    "用户|受害人|嫌疑人|男子|女子|女孩|男孩|童星|小演员|达人|博主|群主|总经理|董事长|经理|主任|会长|秘书长"
)
_AFTER = "先生|女士|小姐|老师|导演|编剧|同学|律师|医生|教授|经理|主任|总监|同志|夫妇|本人|（[男女]|\\([男女]|，[男女]，"
_CUED = re.compile(rf"(?:{_BEFORE})[是为叫系:：、\s“\"'（(]{{0,3}}({_SURNAME}\s?{_GIVEN})(?!{_HAN}?某)")
_TITLED = re.compile(rf"({_SURNAME}\s?{_GIVEN})\s?(?={_AFTER})")
_LATIN = re.compile(
    rf"(?:{_BEFORE})[是为叫系:：\s“\"'（(]{{0,3}}([A-Z][a-z]+(?:\s[A-Z][a-z]+){{1,2}})|(?<![A-Za-z])((?:Mr|Ms|Mrs|Dr)\.?\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
)
_MASKED = re.compile(r"[某*＊×xX○〇□●]")

# What follows such a word and only looks like a name.
_WORDS = frozenset(
    re.findall(
        "..",
        "丁级万一万人万元万名万能东方严格严禁严肃严重丰富乐于乐队习惯于上于其于是于本于此云端井喷从业从严从事从而付出付款付清付费任何任务任命任意任期任职伍人伏笔何人何时何种余下余人余额傅立储存党员全体全部全面公众公司公布公平公开公示公约兰州关于关停"
        "关注关系关联关键关闭养成冷静利用利益别人别有劳动包含包括卓越单位单独单纯南宁印发印章危害危险双方双重古装史上后再后台后来后由后续向上向下向主向公向其向协向平向当向我向社周年周期周末周边和平和解和谐唐代唐山国内国家堵塞夏季季度宁可安全安庆安徽"
        "安慰安排安装安阳宋代宣传宣布家属家长容易容许宿舍封号封禁尚未居住师生席位常州常常常年常态常见常规常驻干扰干预平台平等幸福广大广州广泛庄严应先应及应向应在应将应当应按应由应立应该康健康复张家张贴强制强化强烈强调徐州怀疑成为成员成本成立扶持支付"
        "支持文化文字文艺方为方可方向方式方案方法方能方面施加施压施工施行时候时长时间明显明知明确易于景象曾向曾在曾经有关权利权益束缚杭州查后查处查找查明查看查证查询柴油欧洲步骤武打武术武汉段位段时段落段视毕业毕竟毛利毛重水印水平汉代江湖江苏江西海口"
        "温和温州温馨游戏满意满足焦点焦虑熊猫牛奶牛肉班级田间申报申明申诉申请白天白色皮肤盛大相关相应石家石材石油祝愿祝贺秦代秦皇程中程序程度空白空间章程章节简单简称管控管理管辖纪录纪律纪念经本经核舒适花费苏州范例范围范本荣誉葛根董事蓝色融合融资解决"
        "解释解除计入计划许可许多谈判谈话贡献贵州费用贾平越过路径路演路过车辆边界连同连续通常通报通用通知通过那个那些郑州都会都应都有金币金牌金融金额钟左钱款银行陈列陈述陶瓷雷同雷达项目须先须在须将须有须由须经顾客顾虑顾问马上马路马鞍高中高于高价高度"
        "高校高清高级高薪高额麻烦黄山黄石黄色黄金齐全齐心龙头龙岩龚自",
    )
)
_NOT_GIVEN = frozenset("的了是在和与或及等也都不被把将向对从为于以之其者并而则")
"""Characters that begin no given name after a surname, or end none."""


def found_in(text: str, *, known: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Places, known names first; those by surname and context may overlap them."""
    for name in known:
        tidy = "".join(name.split())
        if len(tidy) >= 2:
            loose = r"[\s·•・.]{0,2}".join(map(re.escape, tidy))
            yield from (match.span() for match in re.finditer(loose, text, re.IGNORECASE))
    for pattern in (_CUED, _TITLED, _LATIN):
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = _shortened(text, *match.span(group))
            if _is_a_name(text[start:end], text[end : end + 2]):
                yield start, end


def _shortened(text: str, start: int, end: int) -> tuple[int, int]:
    """A surname and one character, where what follows it belongs to the sentence."""
    words = text[start:end]
    if len(words) == 3 and words[2] in _NOT_GIVEN and words[:2] not in COMPOUND_SURNAMES:
        return start, end - 1
    return start, end


def _is_a_name(words: str, after: str) -> bool:
    if _MASKED.search(words) or _MASKED.match(after):
        return False
    return words[:2] not in _WORDS and words[1] not in _NOT_GIVEN
