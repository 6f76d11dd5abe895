export const TEXTS = {
  title: '屏幕已锁定',
  kept: '已填内容仍在，解锁后继续。',
  pin: 'PIN',
  unlock: '解锁',
  switchPerson: '切换人员',
  typePin: '请输入 PIN',
  wait: (seconds: number) => `请等待 ${seconds} 秒后再试`,
};
