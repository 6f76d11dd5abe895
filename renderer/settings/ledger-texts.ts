import { TABLE } from '../table-import/texts';

const n = (count: number): string => count.toLocaleString('en');

export const LEDGER = {
  intro:
    '把本单位原来的来访登记台账（.xlsx 或 .csv）导入进来，老来访人第一天就能认出是「重访」。导入前先看预览；同一份台账再导入一次，已有的行不会重复；整次导入可以撤销。',
  where: '文件只在本机读取，导入后的内容与其他登记一样加密保存。不能导入的行会写明原因，可以导出改好后再导入。',
  choose: '选择文件',
  start: (count: number) => `开始导入 ${n(count)} 行`,
  close: '不导入，关闭文件',

  reading: (fileName: string, rows: number) => `正在读取「${fileName}」${rows > 0 ? `，已读 ${n(rows)} 行` : ''}…`,
  comparing: (done: number, total: number) => `正在核对哪些行已经导入过，${n(done)} / ${n(total)} 行…`,
  readingBar: '读取进度',
  stopReading: '停止读取',
  importing: (done: number, total: number) => `正在导入，${n(done)} / ${n(total)} 行。登记台可以照常使用。`,
  takingBack: (done: number, total: number) => `正在撤回已写入的行${total > 0 ? `，${n(done)} / ${n(total)}` : ''}…`,
  progress: '导入进度',
  cancel: '取消导入',
  cancelTitle: '取消这次导入？',
  cancelText: '已经写入的行会全部撤回，什么也不留下。以后可以重新导入。',
  goOn: '继续导入',

  results: {
    done: TABLE.done,
    cancelled: '已取消，写入的行已全部撤回，什么也没有留下。',
    undone: '已撤销这次导入，导入的行已全部撤回。',
    failed: '导入没有完成，写入的行已全部撤回。',
  },

  duplicatesText: '重复的行在本机已有，或在文件中出现过，不会再导入。',
  imported: '已导入',
  shortenedText: (count: number) => `其中 ${n(count)} 行内容过长，导入时缩短（见下表）；要完整保留的，请在文件中改短后再选。`,
  lost: (count: number) => `内容过长，少 ${n(count)} 字（缩短来访事由，办理结果和备注尽量完整）`,
  export: '导出不能导入的行',
  exported: (fileName: string) => `已导出到「${fileName}」。改好后选这个文件再导入即可。`,

  past: '导入记录',
  pastHead: ['时间', '文件', '人员', '导入', '重复', '不能导入', '状态', '操作'],
  none: '还没有导入过。',
  states: { running: '进行中', done: '已导入', undone: '已撤销' },
  undo: '撤销这次导入',
  undoTitle: '撤销这次导入？',
  undoText: (fileName: string, imported: number) =>
    `「${fileName}」导入的 ${n(imported)} 行会全部撤回。之后在登记台登记过的人和事项会保留。`,
  keep: '不撤销',
};
