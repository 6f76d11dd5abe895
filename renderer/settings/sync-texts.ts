import { hubWords } from '../../shared/rules/sync-words';

/** Every word of 设置 · 同步. */
export const SYNC = {
  hub: '中心',
  hubWhy: '没有中心也能用：每个登记台各自完整。设了中心，大厅里的登记台就成为一个整体，报警、叫号、登记随时互通。',
  choose: '选择中心文件',
  hubByPolicy: (file: string) => `连接文件由管理员策略设定：${file}。按下面的按钮即读取它，再输入口令。`,
  chooseNote: '中心文件由安装中心的人交给您，另有一个一次性口令。',
  chosen: (name: string) => `中心文件：${name}`,
  addresses: (hub: readonly string[]) => `中心地址：${hubWords(hub)}`,
  hubSet: (hub: readonly string[]) => `中心已设置${hub.length > 0 ? `，地址：${hubWords(hub)}` : ''}。`,
  code: '一次性口令',
  codeNote: '写在中心文件的交接单上，只能用一次',
  codeMissing: '请输入一次性口令',
  connect: '连接中心',
  connecting: '已设置中心，正在连接。本机的全部记录会自动发出，不用等待。',
  connected: '已连上中心。本机的全部记录会自动发出，不用等待。',

  desks: '登记台',
  desksWhy: '名单来自「大厅」页。邀请时写出一个加入文件，拿到那台电脑上使用；用过的编号不能再邀请，换电脑请先在「大厅」页增加一个登记台。',
  withoutHub: '有中心的，请先设置中心再邀请；没有网络的大厅可以直接邀请，登记台之间用 U 盘带记录。',
  invite: '邀请登记台',
  revoke: '停用',

  inviteTitle: (desk: string) => `邀请 ${desk}`,
  inviteCode: '一次性口令，只显示这一次',
  inviteSteps: (file: string, desk: string) => [
    `加入文件已写到：${file}`,
    `把文件用 U 盘拿到${desk}的电脑上。口令抄在纸上，或当面、打电话告诉对方，不要和文件放在一起。`,
    '在那台电脑上第一次打开程序，选「加入已有大厅」，选这个文件，输入口令。',
    '加入以后请删除 U 盘里的文件。口令没抄下来也不要紧：再邀请一次，用新的文件和新的口令。',
  ],
  inviteKept: '口令已抄好，可以关闭',
  inviteTick: '请先抄好口令，再勾选',
  done: '完成',

  revokeTitle: (desk: string) => `停用 ${desk}`,
  revokeMeans: (desk: string) =>
    `停用以后：${desk}从现在起写的内容，所有登记台都不再采用；它收不到新的内容，也打不开以后的内容。它以前的记录全部保留。电脑丢失、被盗或报废时才停用；只是关机、断网不用停用。停用不能撤回，这个编号不再使用。`,
  revokeReason: '停用的原因',
  revokeSure: (desk: string) => `我确认停用 ${desk}`,
  revokeSureFirst: '请先核对，再勾选',
  revoked: (desk: string) => `已停用 ${desk}，其他登记台联网后随即生效。`,

  usb: 'U 盘',
  usbWhy: '没有网络时，用 U 盘在登记台之间带记录。内容已加密，别的大厅打不开；重复导入、先后颠倒都不会出错。',
  export: '导出到 U 盘',
  import: '从 U 盘导入',
  working: '正在处理，请不要拔出 U 盘…',
  exported: (file: string, changes: string) => `已导出 ${changes} 条改动：${file}。请安全弹出 U 盘，到其他登记台导入。`,
  imported: (applied: string, known: string, refused: number) =>
    [
      `导入完成：新收 ${applied} 条，本来就有 ${known} 条`,
      refused > 0 ? `，${refused} 条不可信，没有采用，已另存，请在「同步」窗口（Ctrl+T）查看原因。` : '。',
    ].join(''),
};
