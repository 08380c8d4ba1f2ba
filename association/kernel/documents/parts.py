"""Whether this machine has what documents need, in words an operator can act on. Cheap: nothing of the press
is loaded."""

from functools import lru_cache

from association.kernel import faces
from association.kernel.face_cutting import missing_libraries
from association.kernel.words import _

_SLOW = "libharfbuzz-subset0"


@lru_cache(maxsize=1)
def _missing_families() -> tuple[str, ...]:
    return tuple(faces.missing())


def missing_parts() -> list[str]:
    """One line for each thing that is missing, with what to install; empty when documents can be printed as
    they should be."""
    libraries = missing_libraries()
    lines = []
    if hard := [package for package in libraries if package != _SLOW]:
        lines.append(_("不能生成PDF：缺少系统库，请安装 %(packages)s", packages=" ".join(hard)))
    if _SLOW in libraries:
        lines.append(_("生成PDF会慢二十多倍：缺少系统库，请安装 %(packages)s", packages=_SLOW))
    if families := _missing_families():
        lines.append(
            _("PDF里的汉字会缺字：缺少字体%(families)s，请安装 fonts-noto-cjk", families="、".join(families))
        )
    return lines
