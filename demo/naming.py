"""What the demo's association is called, and how it numbers its papers."""

from association.kernel import clock, dated
from demo.consulting import Scene, Who


def tell(scene: Scene, who: Who) -> None:
    with scene(797, 2):
        admin = who("admin")
        for key, value in (
            ("site.name", "示例省视听行业协会（演示）"),
            ("site.name_en", "Example Province Audiovisual Association (demo)"),
            ("site.tagline", "行业自律平台"),
            ("site.tagline_en", "Self-regulation platform"),
            ("site.society_code", "T/DEMO"),
            ("site.icp", "示ICP备00000000号"),
            ("site.police", "示公网安备00000000000000号"),
            ("site.contact", "secretariat@demo.example"),
            ("notices.number_bulletin", "示视协通〔{year}〕{number}号"),
            ("notices.number_announcement", "示视协告〔{year}〕{number}号"),
            ("notices.number_forwarded", "示视协转〔{year}〕{number}号"),
            ("notices.number_appeal", "示视协倡〔{year}〕{number}号"),
            ("notices.number_commendation", "示视协推〔{year}〕{number}号"),
        ):
            dated.change(
                key, value=value, basis="演示协会的设置", in_force_from=clock.today(), checked_by="管样例",
                checked_on=clock.today(), actor=admin,
            )  # fmt: skip
