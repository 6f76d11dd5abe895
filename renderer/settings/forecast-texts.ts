/** The label of each figure, and what it does. */
export const FORECAST = {
  closeAt: ['收集截止时间', '三个渠道的信息在此之前收齐，之后录入的标「晚于」；24 小时制，如 08:30'],
  closeAtWrong: '时间应为 08:30 这样的格式',
  numbers: {
    gradeMinutes: ['研判时限（分钟）', '从截止时间起算，晚录入的从录入时起算'],
    highHeads: ['高风险：来访人数', '达到这个人数即建议高风险'],
    highVisits: ['高风险：同一事项第几次来访', '事项未化解时，从这一次起建议高风险'],
    attentionHeads: ['关注：来访人数', '达到这个人数即建议关注'],
    attentionVisits: ['关注：同一事项第几次来访', '事项未化解时，从这一次起建议关注'],
    linkItems: ['疑似串联：几件起提示', '同一天事项、领域或属地相同的件数'],
  },
  switches: {
    highInterests: '涉及重大利益冲突的，一律建议高风险',
    highExtreme: '有极端行为史的，一律建议高风险',
  },
  note: '改动后，今天和以后的建议等级立即按新的标准重算，人工定的等级不变。过去各天保持当时的建议。',
} as const;
