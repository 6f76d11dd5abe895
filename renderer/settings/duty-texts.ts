export const TEXTS = {
  part: '值班设置',
  parts: { needs: '人员要求', certificates: '证件种类', facilities: '检查项目', figures: '提前量' },
  wrongSomewhere: '值班设置前后不一致，尚未保存，已填内容仍在。请按标红的提示修改。',

  needs: '人员要求',
  need: '要求',
  needNote: '缺额时说：应配 2 名……，现 1 名',
  post: '计在哪个岗位',
  anyPost: '任何在岗人员',
  atLeast: '至少（名）',
  anyOf: '须具备其中一项',
  needLine: (n: number) => `${n} 名`,

  certificates: '证件种类',
  certificate: '证件名称',
  certificateNote: '保安员证见《保安服务管理条例》16 条；其他按本单位要求增减。',

  facilities: '检查项目',
  facility: '项目',
  critical: '必查：没有检查正常，开场须写明原因',
  criticalLine: '必查',

  warnDays: '到期前提醒（天）',
  warnNote: '人员证件和物资的有效期',
  supplyCheckDays: '物资盘点间隔（天）',
  supplyCheckNote: '超过即提示盘点',
};
