import type { UpdateForm } from '../../shared/domain/update';

const FORMS: Record<UpdateForm, string> = {
  nsis: 'Windows 安装程序',
  deb: '系统软件包（deb）',
  folder: '解压文件夹',
  other: '其他（手工放置）',
};
const MB = 1024 ** 2;
const size = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`;

export const TEXTS = {
  lock: (minutes: number) => `无操作锁屏由管理员策略设定：这台电脑 ${minutes} 分钟后锁屏。`,
  current: '现在的版本',
  form: '安装方式',
  forms: FORMS,
  source: '更新来源',
  noSource: '未设定',
  checked: '最近检查',
  never: '还没有',
  check: '检查更新',
  checking: '正在检查…',
  newest: '已是最新版本。',
  found: (version: string, date: string) => `新版本 ${version}（${date}）`,
  news: '有什么变化',
  noNews: '供应方没有写说明。',
  downloading: (done: number, total: number) => `正在下载：${size(done)} / ${size(total)}。中断后会从中断处继续，不影响办理。`,
  ready: '已下载，签名和校验值都正确。',
  whenTitle: '什么时候可以安装',
  now: '现在可以安装。安装前程序先做一次完整备份。',
  notNow: '现在还不能安装：',
  whenNote: '没有接谈、突发、未完成的登记、导入、备份，也没有待打印和待发送的内容时，才能安装。',
  install: '备份并安装',
  installing: '正在备份并安装，请不要关机…',
  restarts: '装好后程序自动重新启动；原来的版本仍留在这台电脑上。',
  windows: '系统会请管理员确认；安装时程序关闭，装好后自动重新打开。',
  byHand: '这台电脑的程序要由有安装权限的人安装。程序先备份，再给出核对过的文件和命令。',
  handed: '备份已完成。请在终端执行下面的命令，装好后关闭并重新打开接访台：',
  copy: '复制命令',
  copied: '已复制',

  policy: '管理员策略',
  policyWhy: '以下各项由管理员策略设定，不能在程序里更改。',
  noPolicy: '这台电脑没有管理员策略，各项都在程序里设置。',
  place: '策略位置',
  on: '开启',
  off: '关闭',
  minutes: (n: number) => `${n} 分钟`,
};
