"""Who, in what form, for how long."""

from typing import Any

from association.kernel.words import N_
from mcn.contracts.texts import AGENCIES, CIVIL, FAIR, PERFORMERS

CLAUSES: tuple[dict[str, Any], ...] = (
    {
        "topic": "form", "title": N_("书面形式"), "question": N_("合同是书面的，双方都签了字、盖了章，各有一份吗"),
        "text": "本合同以书面形式订立，一式____份，双方各执____份，自双方签字、盖章之日起生效。能够随时调取查用的电子合同视为书面形式。对本合同的变更，以双方书面确认为准。",
        "text_en": "This contract is made in writing, in ____ copies, ____ for each party, and takes effect when both have signed and sealed it. An electronic contract that can be retrieved at any time counts as writing. Changes need the written consent of both.",
        "why": N_("口头约定说不清；经纪机构与签约人之间要有书面合同，服务开始之前就要签。电子合同也算书面。"),
        "basis": PERFORMERS, "cues": ["书面", "签字*盖章", "签字", "一式*份", "电子合同"],
        "also": ["各执", "各持", "份"], "also_why": N_("没有看到双方各执几份，签完请拿到自己的一份。"),
        "doubtful": ["口头*有效", "口头*通知"], "doubtful_why": N_("约定了口头也有效，事后不容易证明。"),
    },
    {
        "topic": "parties", "title": N_("双方身份和资质"), "question": N_("写明了双方是谁、经纪机构有哪些许可证吗"),
        "text": "甲方（经纪机构）：________，统一社会信用代码________，已取得本合同所涉业务需要的下列许可：________。乙方（主播）：________。甲方应当核对乙方的真实身份，并向乙方出示前述许可。",
        "text_en": "Party A (agency): ________, unified social credit code ________, holding the following permits that the business of this contract needs: ________. Party B (host): ________. Party A verifies who Party B is and shows Party B these permits.",
        "why": N_("要知道跟谁签、对方有没有做这项业务的许可。身份要当面或者用视频核对。"),
        "basis": PERFORMERS, "cues": ["甲方*公司", "甲方*传媒", "甲方*工作室", "统一社会信用代码", "经纪机构", "身份证"], "also": ["许可", "资质", "信用代码"],
        "also_why": N_("没有看到经纪机构的代码或者许可证。"),
    },
    {
        "topic": "duties", "title": N_("双方的权利和义务"), "question": N_("双方各自要做什么，两边都写了吗"),
        "text": "甲方应当：（一）按约定提供培训、推广和商务服务，并说明内容和时间；（二）审核推广和广告；（三）按期结算并提供明细。乙方应当：（一）按约定的内容和时间开展直播、拍摄；（二）遵守法律、平台规则和本行业自律规则；（三）如实提供办理业务所需的资料。",
        "text_en": "Party A (1) provides training, promotion and business services as agreed, saying what and when; (2) reviews promotion and advertising; (3) settles on time with a statement. Party B (1) broadcasts and shoots what and when was agreed; (2) keeps to law, platform rules and the self-regulation of the trade; (3) truthfully gives the papers the business needs.",
        "why": N_("合同要公平地写明双方的权利和义务。只写一方的义务，出了争议容易被认为不公平。"),
        "basis": AGENCIES, "cues": ["甲方*义务", "乙方*义务", "双方*权利", "权利*义务", "甲方*应当", "甲方应"],
        "also": ["甲方*义务", "甲方*应当", "甲方应", "甲方*责任"], "also_why": N_("没有看到写经纪机构义务的话。"),
        "doubtful": ["最终解释权", "无条件*服从", "无条件", "单方*解释", "甲方*有权*单方"],
        "doubtful_why": N_("有“无条件”“最终解释权”一类的话，可能使权利义务不对等。"),
    },
    {
        "topic": "term", "title": N_("期限"), "question": N_("写明了合同从哪天到哪天、到期怎样续吗"),
        "text": "本合同期限自____年__月__日起至____年__月__日止。期满前____日，双方可以书面商定续签；没有书面续签的，期满终止。",
        "text_en": "This contract runs from ________ to ________. ____ days before it ends the parties may agree in writing to renew it; without that it ends.",
        "why": N_("期限要写清；自动续期、只有一方能决定续期的，要特别留意。"),
        "basis": CIVIL, "cues": ["期限", "有效期", "自*年*起至", "年*月*日*止"],
        "doubtful": ["自动续", "自动延", "永久", "终身", "甲方*有权*续", "无限期"],
        "doubtful_why": N_("有自动续期、永久或者由一方决定续期的话。"),
    },
    {
        "topic": "exclusivity", "title": N_("是否独家和范围"), "question": N_("写明了是不是独家、限于哪些平台和业务吗"),
        "text": "双方约定本合同为□独家　□非独家。约定独家的，限于下列平台、业务和地域：________，在本合同期限内有效；合同终止后，乙方可以自行选择经纪机构和平台。",
        "text_en": "The parties agree that this contract is ☐ exclusive ☐ not exclusive. Where exclusive, only for these platforms, kinds of business and places: ________, while the contract runs; afterwards Party B chooses agency and platform freely.",
        "why": N_("独家的范围和时间不写清，容易被理解为什么都不能做。是否独家由双方商定，本会不作建议。"),
        "basis": FAIR, "cues": ["独家", "排他", "非独家", "唯一*经纪", "第三方*合作"], "also": ["平台", "范围", "限于"],
        "also_why": N_("没有看到独家限于哪些平台或者业务。"),
        "doubtful": ["终止后*不得", "解除后*不得", "合同期满后*不得", "全球*永久", "所有平台"],
        "doubtful_why": N_("终止以后仍然限制，或者范围没有边界。"),
    },
)  # fmt: skip
