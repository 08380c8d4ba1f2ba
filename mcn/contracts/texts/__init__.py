"""The words of the first model clauses, by what they are about."""

from association.kernel.words import N_

AGENCIES = N_("广电发〔2022〕34号关于合同的要求（内容见公开报道，条号未与原文核对）")
MINORS = N_(
    "广电发〔2022〕34号关于未成年人的要求（条号未与原文核对）；GB/T 46273-2025 对不满16周岁和16至18周岁的要求"
)
PERFORMERS = N_("《网络表演经纪机构管理办法》（2021年8月30日）；条号未与原文核对")
CIVIL = N_("《民法典》合同编（条号未与原文核对）")
FAIR = N_("公平约定双方权利义务的要求，见广电发〔2022〕34号（条号未与原文核对）；争议情况见公开报道")
