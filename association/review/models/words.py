"""The words of a review: what is handed in, the eight gates, how grave a finding is, what an opinion concludes."""

from association.kernel.state import State
from association.kernel.words import _l


class Genre(State):
    """What is handed in. How many experts a work of this kind wants is a dated setting."""

    DRAMA = "drama", _l("剧集（含微短剧）")
    FILM = "film", _l("网络电影")
    ANIMATION = "animation", _l("动画片")
    DOCUMENTARY = "documentary", _l("纪录片")
    OTHER = "other", _l("其他节目")

    @property
    def is_told(self) -> bool:
        """Told from beginning to end – dramas, films, animation, documentaries –, which more people watch than other programmes (DOMAIN 2.5)."""
        return self is not Genre.OTHER


class Gate(State):
    """The eight things every opinion looks at."""

    DIRECTION = "direction", _l("导向")
    TITLE = "title", _l("片名")
    CONTENT = "content", _l("内容")
    TASTE = "taste", _l("审美")
    PEOPLE = "people", _l("人员")
    PAY = "pay", _l("片酬")
    PROMOTION = "promotion", _l("宣传")
    BROADCAST = "broadcast", _l("播出")


class Mark(State):
    """What an expert says at a gate."""

    CLEAR = "clear", _l("未见问题"), "jade", "check-circle"
    CONCERN = "concern", _l("有问题"), "ochre", "exclamation-circle"
    NOT_SEEN = "not_seen", _l("材料看不出"), "soft", "question-circle"


class Severity(State):
    SERIOUS = "serious", _l("须改"), "cinnabar", "exclamation-triangle"
    ORDINARY = "ordinary", _l("宜改"), "ochre", "exclamation-circle"
    SLIGHT = "slight", _l("可斟酌"), "soft", "info-circle"


class Conclusion(State):
    """Advice, never an approval."""

    MEETS = "meets", _l("符合"), "jade", "check-circle-fill"
    AFTER_CHANGES = "after_changes", _l("修改后符合"), "ochre", "pencil-square"
    DOES_NOT = "does_not", _l("不符合"), "cinnabar", "x-circle"
    ASK_AUTHORITY = "ask_authority", _l("建议征求主管部门意见"), "indigo", "building"


class Outcome(State):
    """What became of a point, seen in the next version."""

    SOLVED = "solved", _l("已解决"), "jade", "check-circle-fill"
    PARTLY = "partly", _l("部分解决"), "ochre", "circle-half"
    OPEN = "open", _l("未解决"), "cinnabar", "x-circle"
