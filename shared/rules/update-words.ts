import type { UpdateTrouble } from '../domain/update';

/** What happened, what was kept, what to do. */
const TROUBLES: Record<UpdateTrouble, string> = {
  unreachable: '更新来源连不上，现在的版本照常使用，稍后自动再试。请 IT 人员检查网络或共享文件夹。',
  'no-manifest': '更新来源里没有更新清单（update.json 及其签名），现在的版本照常使用。请 IT 人员核对更新来源。',
  'bad-signature': '更新清单的签名不对，已拒绝，没有保留其中任何文件，现在的版本照常使用。请 IT 人员从供应方重新取得更新。',
  'bad-manifest': '更新清单的内容不对，已拒绝，没有保留其中任何文件，现在的版本照常使用。请 IT 人员从供应方重新取得更新。',
  'bad-hash': '下载的更新文件与清单不符，已拒绝并删除，现在的版本照常使用。请 IT 人员核对更新来源里的文件。',
  interrupted: '下载中断，已下载的部分保留，稍后从中断处继续。',
  older: '更新来源里是较旧的版本，已拒绝：旧版本可能打不开现在的资料。现在的版本照常使用。',
  'no-file': '更新来源里没有适合这台电脑的文件，现在的版本照常使用。请 IT 人员补齐。',
  'no-room': '磁盘空间不够下载和安装更新，现在的版本照常使用。请清理磁盘。',
  'not-installed': '更新没有装上，仍是现在的版本，资料没有改动。可以再试一次，或请 IT 人员安装。',
  failed: '更新没有完成，现在的版本照常使用，资料没有改动。稍后自动再试。',
};
export const updateTrouble = (trouble: UpdateTrouble): string => TROUBLES[trouble];
