"""What the association sets for files of works."""

from association.kernel import dated
from association.kernel.words import _l

for _key, _label, _initial, _unit in (
    ("footage.script_megabytes", _l("作品文件：剧本每个最大"), 40, "MB"),
    ("footage.episode_megabytes", _l("作品文件：剧集每个最大"), 2000, "MB"),
    ("footage.subtitle_megabytes", _l("作品文件：字幕每个最大"), 2, "MB"),
    ("footage.still_megabytes", _l("作品文件：剧照每个最大"), 20, "MB"),
    ("footage.form_megabytes", _l("作品文件：不用脚本上传时每个最大"), 60, "MB"),
    ("footage.version_files", _l("作品文件：一版最多几个文件"), 300, _l("个")),
    ("footage.script_pages", _l("作品文件：剧本最多几页"), 600, _l("页")),
    ("footage.page_letters", _l("作品文件：没有分页的剧本每页约几个字"), 1200, _l("字")),
    ("footage.viewing_hours", _l("作品文件：打开一次可以看多久"), 12, _l("小时")),
):
    dated.define(_key, label=_label, kind="number", initial=_initial, unit=_unit, basis=dated.OWN)
