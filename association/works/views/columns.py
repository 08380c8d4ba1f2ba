"""How works stand in lists, exports and the trail."""

from association.kernel.lists import Column
from association.kernel.words import _, _l
from association.works.classing import in_wan
from association.works.models import Work

COLUMNS = (
    Column("title", _l("作品名称"), lambda w: w.title),
    Column("aliases", _l("曾用名和别名"), lambda w: w.alias_lines),
    Column("organisation", _l("单位"), lambda w: w.organisation.name),
    Column("state", _l("状态"), lambda w: str(w.state.label)),
    Column("drama_class", _l("类别提示"), lambda w: str(w.drama_class.label) if w.drama_class else ""),
    Column(
        "rule_from", _l("所依规则自何时起"), lambda w: w.class_rule.in_force_from if w.class_rule else None
    ),
    Column("reasons", _l("判断的理由"), lambda w: w.class_reasons),
    Column("day", _l("判断所依的日期"), lambda w: w.day),
    Column("making", _l("制作方式"), lambda w: str(w.making.label)),
    Column("investment", _l("投资额（万元）"), lambda w: None if w.yuan is None else in_wan(w.yuan)),
    Column("subjects", _l("题材"), lambda w: [_(subject) for subject in w.subjects]),
    Column("triggers", _l("怎样推广、怎样看"), lambda w: [str(t.label) for t in w.circumstances]),
    Column("episodes", _l("共几集"), lambda w: w.episodes),
    Column("seconds", _l("最长一集几秒"), lambda w: w.seconds),
    Column("child_actors", _l("未成年演员人数"), lambda w: w.child_actors),
    Column("number_kind", _l("号码的种类"), lambda w: w.number_kind),
    Column("number", _l("号码"), lambda w: w.number),
    Column("number_issuer", _l("谁发的号"), lambda w: w.number_issuer),
    Column("changed_at", _l("最近改动"), lambda w: w.changed_at),
)
ORDERS = {
    "changed": (_l("最近改动"), (Work.changed_at.desc(), Work.id.desc())),
    "title": (_l("名称"), (Work.title, Work.id)),
    "day": (_l("判断所依的日期"), (Work.day.desc(), Work.id.desc())),
}
LABELS = {
    "title": _l("作品名称"), "aliases": _l("曾用名和别名"), "synopsis": _l("内容简介"), "day": _l("判断所依的日期"), "making": _l("制作方式"),
    "yuan": _l("投资额（元）"), "subjects": _l("题材"), "triggers": _l("怎样推广、怎样看"), "episodes": _l("共几集"), "seconds": _l("最长一集几秒"),
    "child_actors": _l("未成年演员人数"), "number_kind": _l("号码的种类"), "number": _l("号码"), "number_issuer": _l("谁发的号"),
}  # fmt: skip
