"""Income, costs, tax and penalties. Nothing here names a share, a price or an amount."""

from typing import Any

from association.kernel.words import N_
from mcn.contracts.texts import AGENCIES, CIVIL, FAIR

CLAUSES: tuple[dict[str, Any], ...] = (
    {
        "topic": "split", "title": N_("收入分配和结算"), "question": N_("写明了收入怎样分、按什么算、哪天结、给不给明细吗"),
        "text": "本合同所称收入包括：________。分配的基数、办法由双方商定如下：________。甲方每月____日前结算上月收入，并提供平台原始数据和计算明细；乙方有异议的，在收到后____日内提出，甲方在____日内答复。",
        "text_en": "Income under this contract means: ________. On what it is reckoned and how it is shared the parties agree as follows: ________. By the ____ of each month Party A settles the month before, with the platform's own figures and the reckoning; Party B objects within ____ days, Party A answers within ____ days.",
        "why": N_("分配办法要写明，并且能核对。分多少由双方商定，本会不提任何比例。"),
        "basis": AGENCIES, "cues": ["分成", "收入*分配", "收益*分配", "报酬", "结算", "佣金"],
        "also": ["明细", "对账", "账单", "结算单", "原始数据"], "also_why": N_("没有看到给明细或者对账的话。"),
        "doubtful": ["以甲方*为准", "甲方*后台*为准", "甲方*有权*调整*比例", "甲方*单方*调整"],
        "doubtful_why": N_("由一方的数据或者决定为准，另一方无法核对。"),
    },
    {
        "topic": "costs", "title": N_("费用、垫付和保底"), "question": N_("写明了哪些费用由谁出、要不要还、有没有保底吗"),
        "text": "甲方提供的培训、场地、设备、推广等费用，除下列各项外由甲方承担：________。由乙方负担的，应当事先书面列明项目和计算办法并经乙方确认。甲方不向乙方收取入职、培训、服装等押金。有保底的，支付条件为：________。",
        "text_en": "Training, rooms, equipment, promotion and other costs are Party A's, except: ________. What Party B shall bear is listed in writing beforehand, with how it is reckoned, and confirmed by Party B. Party A takes no deposit for joining, training or dress. Where there is a guaranteed payment, it is due when: ________.",
        "why": N_("事后把培训、流量、设备折成费用追讨，是常见的争议。"),
        "basis": FAIR, "cues": ["费用", "垫付", "押金", "保底", "培训费", "推广费"],
        "doubtful": ["押金", "保证金", "培训费*乙方", "乙方*承担*全部", "贷款", "分期*支付"],
        "doubtful_why": N_("写到了押金、保证金、贷款或者由主播承担全部费用，请看清条件。"),
    },
    {
        "topic": "tax", "title": N_("纳税和代扣代缴"), "question": N_("写明了谁申报、谁代扣代缴、给不给完税凭证吗"),
        "text": "双方各自依法纳税。甲方依法应当代扣代缴的，如实扣缴，并向乙方提供凭证；甲方提醒、督促并协助乙方如实申报。双方不以拆分合同、转换收入性质等方式逃避纳税。",
        "text_en": "Each party pays its taxes by law. What Party A must withhold it withholds truthfully, giving Party B the receipts; it reminds, urges and helps Party B to file truthfully. Neither splits contracts or renames income to evade tax.",
        "why": N_("经纪机构要如实代扣代缴，并提醒签约人纳税；拆分合同、阴阳合同不行。"),
        "basis": AGENCIES, "cues": ["代扣代缴", "纳税", "税款", "个人所得税", "完税"],
        "doubtful": ["税后", "自行承担*税", "另签*合同", "补充协议*另", "拆分"],
        "doubtful_why": N_("写到了税后、另签合同或者由一方承担全部税款，请核对是否合法。"),
    },
    {
        "topic": "penalty", "title": N_("违约金和计算依据"), "question": N_("违约金写明了哪种违约、怎样算、依据是什么，两边都有吗"),
        "text": "一方违约，给对方造成损失的，赔偿实际损失。双方约定违约金的，应当写明：（一）对应的违约情形；（二）计算的基数和办法；（三）与可能造成的损失的关系；（四）同样适用于双方的相应违约。约定过高或者过低的，当事人可以依法请求调整。",
        "text_en": "Whoever breaks the contract makes good the loss that was really caused. Where the parties agree a penalty they say (1) for which breach; (2) on what and how it is reckoned; (3) how it relates to the loss that may arise; (4) that it holds for the like breach of either. One that is too high or too low may by law be asked to be adjusted.",
        "why": N_("违约金远高于收入的争议很多。要写清依据，并且对双方都适用。写多少由双方商定，本会不提数额。"),
        "basis": N_("《民法典》合同编关于违约金的规定（条号未与原文核对）；争议情况见公开报道"),
        "cues": ["违约金", "违约责任", "赔偿"], "also": ["实际损失", "计算", "依据", "基数"],
        "also_why": N_("写到了违约金或者赔偿，没有看到怎样计算、依据是什么。"),
        "doubtful": ["#万元", "#万*违约", "百万", "千万*违约", "#倍", "倍*赔偿", "倍*违约", "预期收益", "全部*收入*返还", "高额"],
        "doubtful_why": N_("写有数额、倍数或者预期收益，请算一算与实际损失和收入是否相当，并看是否两边都适用。"),
    },
    {
        "topic": "termination", "title": N_("解除和终止"), "question": N_("写明了双方各自怎样解除、提前多久说、解除后怎样结清吗"),
        "text": "有下列情形之一的，任何一方可以提前____日书面通知解除本合同：（一）对方严重违约，经书面催告后____日内没有改正；（二）法律、政策变化使合同不能履行；（三）双方约定的其他情形：________。甲方拖欠结算款超过____日，或者要求乙方从事违法违规活动的，乙方可以立即解除。解除后____日内结清款项、交还账号和资料。",
        "text_en": "Either party may end this contract by written notice ____ days ahead where (1) the other gravely breaks it and does not put it right within ____ days of a written warning; (2) law or policy makes it impossible; (3) otherwise as agreed: ________. Party B may end it at once where Party A is behind with settlement by more than ____ days or demands anything unlawful. Within ____ days afterwards money is settled and accounts and papers are handed back.",
        "why": N_("只有一方能解除，或者解除就要赔很多，等于不能解除。"),
        "basis": CIVIL, "cues": ["解除", "终止"], "also": ["乙方*解除", "双方*解除", "任何一方", "任一方", "一方*解除"],
        "also_why": N_("没有看到主播一方怎样解除的话。"),
        "doubtful": ["乙方*不得*解除", "乙方*无权*解除", "不得提前*解", "甲方*随时*解除", "甲方*有权*单方*解除"],
        "doubtful_why": N_("只有一方可以解除，或者另一方不得解除。"),
    },
)  # fmt: skip
