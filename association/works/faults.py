"""Faults of titles, by the labels regulators' hints and platforms use, and the words that make this site think of each.

The labels were seen; the words are the association's own choice, dated settings one line each. `*` stands for up to six characters, `#`
for figures, `@` for Latin letters.
"""

from association.kernel import dated
from association.kernel.state import State
from association.kernel.words import _l


class TitleFault(State):
    """A label, and in `why` what it means."""

    ETHICS = "ethics", _l("违背伦理道德"), "ochre", "exclamation-circle"
    REVENGE = "revenge", _l("极端复仇"), "ochre", "exclamation-circle"
    VULGAR = "vulgar", _l("色情低俗"), "ochre", "exclamation-circle"
    WEALTH = "wealth", _l("炫富拜金"), "ochre", "exclamation-circle"
    HOMOPHONE = "homophone", _l("谐音恶搞"), "ochre", "exclamation-circle"
    MEANINGLESS = "meaningless", _l("意义不明"), "ochre", "exclamation-circle"
    LONG = "long", _l("过长或口语化"), "ochre", "exclamation-circle"
    EXAGGERATED = "exaggerated", _l("滥用戏仿、谐音、夸张"), "ochre", "exclamation-circle"
    TYCOON = "tycoon", _l("“霸总”等字样"), "ochre", "exclamation-circle"

    @property
    def why(self) -> object:
        return _WHY[self.value]

    @property
    def setting(self) -> str:
        """The key of its words."""
        return f"titles.{self.value}"


_WHY = {
    "ethics": _l("容易让人想到违背家庭伦理、公序良俗的关系或情节。"),
    "revenge": _l("突出以暴制暴、极端报复。"),
    "vulgar": _l("用性暗示或低俗的字眼招揽观众。"),
    "wealth": _l("用巨额财富、身份悬殊作卖点。"),
    "homophone": _l("借谐音、网络怪词取乐，容易误导对字词的使用。"),
    "meaningless": _l("看不出讲什么，或者只是语气、字母和数字的堆砌。"),
    "long": _l("像一句话而不是一个名字。"),
    "exaggerated": _l("用夸张、戏仿的说法代替内容。"),
    "tycoon": _l("管理提示要求不以“霸总”一类字样作片名。"),
}
_HINT = _l("广电总局网络司管理提示（片名篇，2024年12月）及平台公布的片名问题类别；具体字样由协会选定")
_TYCOON = _l("广电总局网络司管理提示（霸总题材，2024年11月22日）；具体字样由协会选定")
_FORM = _l("每行一个字样。*代表最多六个任意字，#代表数字，@代表字母；繁体、全角不必另列。")

WORDS: dict[TitleFault, list[str]] = {
    TitleFault.ETHICS: ["换妻", "共侍一夫", "嫂*小叔", "小叔*嫂", "岳母*女婿", "女婿*岳母", "乱伦", "替姐*嫁", "养父*养女"],
    TitleFault.REVENGE: ["血债血偿", "灭门", "满门", "虐渣", "杀疯", "生不如死", "复仇*杀", "以牙还牙"],
    TitleFault.VULGAR: ["一夜情", "一夜*孕", "初夜", "床上", "借种", "尤物", "小妖精", "撩*上瘾", "诱惑"],
    TitleFault.WEALTH: ["豪门", "首富", "神豪", "亿万", "百亿", "千亿", "#亿", "拜金", "炫富", "败家"],
    TitleFault.HOMOPHONE: ["杯具", "鸭梨", "神马", "肿么", "菇凉", "栓@", "芭比@"],
    TitleFault.MEANINGLESS: ["哈哈哈", "啊啊啊", "呜呜呜", "嘎嘎", "yyds", "xswl"],
    TitleFault.LONG: ["没想到", "居然", "竟然", "怎么办", "惨了", "什么鬼", "不装了", "摊牌了"],
    TitleFault.EXAGGERATED: ["震惊", "逆天", "无敌", "最强", "全世界", "史上", "碾压", "吊打", "封神"],
    TitleFault.TYCOON: ["霸总", "霸道总裁", "总裁"],
}  # fmt: skip

for _fault, _words in WORDS.items():
    dated.define(
        _fault.setting, label=_l("片名提示的字样：%(fault)s", fault=_fault.label), kind="lines", initial=_words,
        basis=_TYCOON if _fault is TitleFault.TYCOON else _HINT, help=_FORM,
    )  # fmt: skip
dated.define(
    "titles.longest", label=_l("片名超过几个字要提醒"), kind="number", initial=15, unit=_l("字"),
    basis=_l("管理提示说片名不宜过长，没有给出字数；字数由协会设置"),
)  # fmt: skip
