"""Accounts, works, people, conduct and disputes."""

from typing import Any

from association.kernel.words import N_
from mcn.contracts.texts import AGENCIES, CIVIL, FAIR, MINORS, PERFORMERS

CLAUSES: tuple[dict[str, Any], ...] = (
    {
        "topic": "accounts", "title": N_("账号归属和使用"), "question": N_("写明了每个账号归谁、谁登录、合同终止后怎样办吗"),
        "text": "本合同涉及的账号如下：平台____，账号名称____，实名登记人____，归属____。乙方签约前已有的账号归乙方。合同期内登录和管理的办法：________。合同终止后____日内办理交接，任何一方不得以扣留账号要求对方付款。",
        "text_en": "Accounts under this contract: platform ____, name ____, registered for ____, belonging to ____. Those Party B had before belong to Party B. How they are used and managed meanwhile: ________. They are handed over within ____ days after the end; neither party holds one back to make the other pay.",
        "why": N_("账号是谁的，是最常见的争议之一。签约前已有的和签约后新开的要分开写。"),
        "basis": FAIR, "cues": ["账号", "帐号", "账户*归", "粉丝*归"], "also": ["归属", "归乙方", "归甲方", "所有权", "归*所有"],
        "also_why": N_("写到了账号，没有看到归谁所有。"),
        "doubtful": ["全部*账号*归甲方", "账号*归甲方所有", "所有账号*甲方", "更换*密码", "不得*登录"],
        "doubtful_why": N_("账号都归一方，或者限制另一方登录，请看是否包括签约前已有的账号。"),
    },
    {
        "topic": "works", "title": N_("作品和素材的权利"), "question": N_("写明了拍的内容归谁、谁可以用、用到什么时候吗"),
        "text": "合同期内完成的短剧、短视频和直播内容，著作权归属：________。乙方的表演者署名权不因本合同而受影响。合同终止后，甲方继续使用已有内容的范围和期限：________。",
        "text_en": "Copyright in dramas, short videos and broadcasts made meanwhile belongs to: ________. Party B's right as a performer to be named is not affected. What Party A may go on using after the end, and how long: ________.",
        "why": N_("拍完的内容以后还能不能用、能不能删，要先说好。"),
        "basis": CIVIL, "cues": ["著作权", "版权", "知识产权", "作品*归"],
        "doubtful": ["永久*使用", "永久*授权", "放弃*署名", "放弃*权利", "无偿*使用"],
        "doubtful_why": N_("有永久、无偿使用或者放弃权利的话。"),
    },
    {
        "topic": "image", "title": N_("肖像、声音和个人信息"), "question": N_("写明了肖像、声音、个人信息用在哪里，能不能用来做人工智能合成吗"),
        "text": "甲方只在下列范围内使用乙方的肖像、声音和个人信息：________。用于人工智能合成、换脸、声音克隆的，须另行取得乙方书面同意，并写明用途和期限。甲方妥善保管乙方个人信息，合同终止后按约定删除。",
        "text_en": "Party A uses Party B's likeness, voice and personal information only for: ________. Use for AI synthesis, face swapping or voice cloning needs another written consent that says what for and how long. Party A keeps personal information safe and deletes it after the end as agreed.",
        "why": N_("肖像和声音可以被拿去合成新的内容，一次同意不等于什么都同意。"),
        "basis": N_("《民法典》人格权编、《个人信息保护法》（条号未与原文核对）"), "cues": ["肖像", "声音", "个人信息", "人格权"],
        "also": ["人工智能", "@I", "AI", "合成", "换脸", "克隆"], "also_why": N_("没有看到能不能用来做人工智能合成。"),
        "doubtful": ["永久*肖像", "不可撤销", "任意*使用", "无偿*肖像"], "doubtful_why": N_("有永久、不可撤销或者任意使用的话。"),
    },
    {
        "topic": "minors", "title": N_("未成年人"), "question": N_("有监护人的书面同意，并安排好学习和休息吗"), "applies": N_("有不满18周岁的签约人"),
        "text": "乙方不满18周岁的，本合同须由其监护人书面同意并签字。甲方不为不满16周岁的未成年人提供网络直播经纪服务。甲方保障乙方接受义务教育、休息和身心健康的时间，不安排不适合其年龄的内容，不以任何方式引诱、胁迫。监护人可以随时了解情况、撤回同意。",
        "text_en": "Where Party B is under 18, a guardian consents in writing and signs. Party A gives no live-stream agency service to anybody under 16. Party A keeps time for schooling, rest and health, arranges nothing unfit for the age, and neither lures nor threatens. The guardian may ask at any time and withdraw consent.",
        "why": N_("未成年人要事先取得监护人同意；不满16周岁的不能做网络主播。"),
        "basis": MINORS, "cues": ["未成年", "监护人", "不满*周岁", "法定代理人", "十八周岁", "18周岁"], "also": ["监护人", "法定代理人"],
        "also_why": N_("写到了未成年人，没有看到监护人同意。"),
    },
    {
        "topic": "rest", "title": N_("时间、休息和健康"), "question": N_("写明了每天、每月最多多少时间，生病怎样办吗"),
        "text": "直播、拍摄的时间由双方商定：每日不超过____，每月不超过____，夜间和连续工作的限制：________。乙方因疾病、怀孕等不能开播的，提前告知，不视为违约。",
        "text_en": "Hours of broadcasting and shooting as agreed: at most ____ a day and ____ a month; limits at night and in a row: ________. Illness or pregnancy, told in time, is no breach.",
        "why": N_("只写最低时长不写上限，身体不舒服也算违约，容易出事。"),
        "basis": FAIR, "cues": ["时长", "休息", "请假", "工作时间", "直播时间"], "also": ["不超过", "最多", "上限", "休息", "病假", "请假"],
        "also_why": N_("写了时长，没有看到上限、休息或者请假。"),
        "doubtful": ["不少于#小时", "缺播", "旷播", "随叫随到", "扣除*全部"], "doubtful_why": N_("有最低时长、缺播扣款一类的话，请看有没有上限和例外。"),
    },
    {
        "topic": "conduct", "title": N_("行为规范、违规处理和申辩"), "question": N_("写明了违规怎样处理，处理之前听不听本人说吗"),
        "text": "乙方遵守法律法规、平台规则和行业自律规则。甲方对乙方违规、被投诉的情况如实记录，作出限制服务、停止合作等处理之前，告知事实和理由，听取乙方的申辩，并保存记录。甲方不要求乙方以虚假、刷量、诱导消费等方式获利。",
        "text_en": "Party B keeps to law, platform rules and the self-regulation of the trade. Party A truthfully records breaches and complaints; before it limits service or stops working together it tells facts and reasons, hears Party B and keeps the record. It never asks Party B to gain by falsehood, faked figures or luring people to spend.",
        "why": N_("经纪机构要记录违规和投诉、动态管理；处理之前听本人说，才公平。"),
        "basis": PERFORMERS, "cues": ["行为规范", "违规", "平台规则", "公序良俗", "管理制度"], "also": ["申辩", "陈述", "申诉", "异议", "告知"],
        "also_why": N_("没有看到处理之前告知和听取申辩的话。"),
        "doubtful": ["甲方*认定*为准", "直接*扣除", "罚款"], "doubtful_why": N_("由一方认定、直接扣款或者“罚款”。"),
    },
    {
        "topic": "advertising", "title": N_("广告和推广"), "question": N_("写明了广告由谁审核、违法广告怎样办吗"),
        "text": "乙方参与的广告和推广，由甲方依法审核并保存记录；乙方对内容有疑问的，可以拒绝。甲方不承接违法广告，不以虚假、误导的方式推广。",
        "text_en": "Advertising and promotion Party B takes part in are reviewed by Party A as the law asks, with records; Party B may refuse what it doubts. Party A takes no unlawful advertising and promotes nothing falsely.",
        "why": N_("经纪机构要审核签约人代言的广告；出了问题，两边都有责任。"),
        "basis": AGENCIES, "cues": ["广告", "代言", "推广", "带货"], "also": ["审核", "审查", "拒绝"], "also_why": N_("没有看到广告由谁审核。"),
    },
    {
        "topic": "disputes", "title": N_("争议解决"), "question": N_("写明了先怎样协商、在哪里起诉或者仲裁吗"),
        "text": "因本合同发生争议，先协商解决；也可以请行业协会调解。协商、调解不成的，按下列一种方式解决：□向________人民法院起诉；□向________仲裁委员会申请仲裁。",
        "text_en": "The parties first try to agree on any dispute, and may ask the trade association to mediate. Failing that, one of: ☐ action at the ________ People's Court; ☐ arbitration at the ________ Arbitration Commission.",
        "why": N_("写明地点和方式，才知道到哪里去说理。起诉和仲裁只能选一种。"),
        "basis": CIVIL, "cues": ["争议", "仲裁", "人民法院", "诉讼", "管辖"],
        "doubtful": ["仲裁*法院", "法院*仲裁", "甲方所在地*法院", "甲方住所地"], "doubtful_why": N_("约定在一方所在地，或者同时写了起诉和仲裁，请看清楚。"),
    },
)  # fmt: skip
