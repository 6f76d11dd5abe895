export const TEXTS = {
  part: '准备设置',
  parts: { steps: '步骤', departments: '科室名录', points: '巡查点', roomItems: '接访室布置', figures: '次数与时限' },
  wrongSomewhere: '准备设置前后不一致，尚未保存，已填内容仍在。请按标红的提示修改。',

  steps: '准备步骤',
  step: '步骤',
  kind: '怎样算完成',
  minutesBefore: '提前（分钟）',
  from: '从哪一级起',
  grades: { attention: '关注及以上', high: '仅高风险' },
  mayOmit: '时间不足时可以省略（须写明原因）',
  stepLine: (minutes: number) => `T-${minutes}`,

  departments: '科室名录',
  department: '科室名称',
  departmentNote: '与「诉求领域」里的责任科室同名时，通知时自动带出',
  contact: '联系人',
  phone: '电话',
  arrivalMinutes: '到场时限（分钟）',

  points: '巡查点',
  point: '巡查点',
  mandatory: '必查：没有查或不畅通，这一步不算完成',
  mandatoryLine: '必查',

  roomItems: '接访室布置项目',
  roomItem: '布置项目',

  general: '平日巡查（次）',
  attention: '有「关注」事项（次）',
  high: '有「高风险」事项（次）',
  arrivalNote: '名录以外的科室',
  hideSeconds: '注意事项自动隐藏（秒）',
};
