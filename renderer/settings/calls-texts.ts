export const CALLS_TEXTS = {
  title: '通知',
  to: '通知谁',
  within: '时限（分钟）',
  when: '什么情况下',
  always: '一律通知',
  gone: '（已不在通讯录）',
  remove: '移除',
  removeAt: (n: number) => `移除通知 ${n}`,
  add: '添加通知',
};
