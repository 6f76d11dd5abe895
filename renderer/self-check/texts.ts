/** Every word of 开机自检. */
export const TEXTS = {
  title: '开机自检',
  again: '重新检查',
  testPage: '打印测试页',
  sent: '测试页已送往打印队列，请看纸面。',
  noPrinter: '本台没有设置打印机，没有打印。',
  looking: '正在检查…',
  summary: (bad: number, warn: number) => (bad === 0 && warn === 0 ? '一切正常' : `异常 ${bad} 项，注意 ${warn} 项`),
  none: '异常不影响登记和接访，处理后按 Alt+R 重新检查。',
  at: (time: string) => `${time} 检查`,
  seen: '今天的异常已有人看过',
  seenLine: (time: string, name: string, what: string) => `${time} ${name}：${what}`,
  head: ['项目', '状态', '情况', '怎么办'],
  banner: (n: number, first: string) => `开机自检有 ${n} 项异常：${first}。登记照常，请按 Ctrl+K 查看。`,
} as const;
