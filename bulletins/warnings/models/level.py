"""The four national levels, each with its word and its icon: colour never speaks alone."""

from association.kernel.state import State
from association.kernel.words import _l


class Level(State):
    """From the lightest to the gravest; `rank` compares, `css` names the colours of the theme."""

    BLUE = "blue", _l("蓝色预警"), "indigo", "info-circle-fill"
    YELLOW = "yellow", _l("黄色预警"), "ochre", "exclamation-circle-fill"
    ORANGE = "orange", _l("橙色预警"), "ochre", "exclamation-triangle-fill"
    RED = "red", _l("红色预警"), "cinnabar", "exclamation-octagon-fill"

    @property
    def rank(self) -> int:
        return list(Level).index(self)

    @property
    def css(self) -> str:
        return f"lv-{self.value}"
