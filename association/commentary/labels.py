"""What the facts of commentary are called."""

from association.kernel.words import _l

LABELS: dict[str, object] = {
    "kind": _l("类别"), "title": _l("标题"), "topic": _l("题材"), "work": _l("作品"), "work_number": _l("许可证号或备案号"), "maker": _l("制作机构"),
    "maker_code": _l("制作机构的统一社会信用代码"), "names_somebody": _l("点名涉及具体的人或单位"), "period_from": _l("综述自"), "period_to": _l("综述至"),
    "writer": _l("撰写人"), "shows_writer": _l("发布时署我的姓名"), "due_on": _l("交稿期限"), "byline": _l("署名"), "number": _l("编号"),
    "publish_at": _l("发布时间"), "fact": _l("问题或长处"), "cause": _l("原因"), "proposal": _l("建议"), "note": _l("为什么跟踪"),
    "since_on": _l("跟踪自"), "until_on": _l("跟踪至"),
}  # fmt: skip
