export const TEXTS = {
  product: '接访台',
  who: '工作人员',
  choose: '请选择',
  pin: 'PIN',
  signIn: '登录',
  chooseFirst: '请选择工作人员',
  typePin: '请输入 PIN',
  wait: (seconds: number) => `请等待 ${seconds} 秒后再试`,
  offDuty: '今日未当班',
};
