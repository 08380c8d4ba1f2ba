"""What is said of a work. Which of these facts count, and from when, is not said here but in the rows of `ClassRule`."""

from association.kernel.state import State
from association.kernel.words import _l


class DramaClass(State):
    """The three classes, in the order of what they ask for."""

    OTHER = "other", _l("其他微短剧"), "soft", "circle"
    ORDINARY = "ordinary", _l("普通微短剧"), "indigo", "circle"
    KEY = "key", _l("重点微短剧"), "ochre", "circle-fill"

    @property
    def weight(self) -> int:
        """For comparing: 0, 1, 2."""
        return list(DramaClass).index(self)


class MicroDrama(State):
    """Whether what is described is a micro-drama at all."""

    YES = "yes", _l("像微短剧"), "jade", "check-circle-fill"
    DOUBTFUL = "doubtful", _l("拿不准"), "ochre", "question-circle"
    NO = "no", _l("不像微短剧"), "soft", "x-circle"


class Making(State):
    """How it is made; periods of the rule differ by it."""

    LIVE = "live", _l("真人实拍")
    ANIMATED = "animated", _l("动画、漫画、表情包等，不是用人工智能生成的")
    AI = "ai", _l("画面主要由人工智能生成")


class Trigger(State):
    """Circumstances besides money that some period of the rule names, or that people ask about."""

    SPONSORED = "sponsored", _l("平台招商主推")
    FRONT = "front", _l("首页首屏推荐，或者在剧场、专区置顶播出")
    MEMBERS = "members", _l("优先提供会员观看")
    PAID = "paid", _l("付费观看")
    ADVERTISED = "advertised", _l("投流推广")
    VOLUNTARY = "voluntary", _l("自愿按重点申报")
