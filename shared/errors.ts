import { type AppError, type ErrorCode, Refusal } from './result';

/**
 * The sentence a person reads for each code: what happened, what was kept, what to do.
 * A rule that knows more passes its own sentence.
 */
export const SENTENCES: Record<ErrorCode, string> = {
  'unknown-request': '程序不认识这个操作，什么也没有改变。请重新启动程序；仍然如此，请联系系统管理员。',
  malformed: '有内容填写不完整或格式不对，尚未保存，已填内容仍在。请按各栏旁的提示修改。',
  forbidden: '您的岗位没有这项权限，什么也没有改变。请由有权限的同事登录后操作。',
  'forged-sender': '操作来源不明，已拒绝并留痕，什么也没有改变。',
  'signed-out': '尚未登录，已填内容仍在。请登录后继续。',
  locked: '屏幕已锁定，已填内容仍在。请输入 PIN 解锁后继续。',
  'store-locked': '资料尚未解锁，什么也没有改变。请先输入启动口令。',
  'store-unavailable': '存储正在恢复，已填内容仍在。请稍等一秒后再试一次。',
  'read-only': '磁盘空间即将用完，程序已停止写入，已保存的记录完好。请联系系统管理员清理磁盘。',
  'disk-low': '磁盘空间不足，这一项暂不能保存；登记不受影响。请联系系统管理员清理磁盘。',
  refused: '这项操作不符合规则，尚未保存，已填内容仍在。',
  'not-found': '没有找到这条记录，可能已被更正。请重新查找。',
  conflict: '这条记录刚被别人改过，您的修改尚未保存。请核对后再改。',
  'wrong-pin': 'PIN 不正确，请重新输入。',
  wait: 'PIN 多次输错，请稍候再试。',
  'wrong-passphrase': '口令不正确，请重新输入。',
  reader: '没有读到证件，已填内容仍在。请手工输入，或检查读卡器后再试。',
  printer: '打印机没有接收，内容已保存在打印队列。请检查打印机，或改为手写号码。',
  secret: '这一事项已保密，只有指定人员可以查看；这次查看已留痕，什么也没有改变。',
  damaged: '这条记录的内容无法打开，原始数据仍保留。请联系系统管理员。',
  internal: '程序出现意外错误，已保存的记录完好，已填内容仍在。请再试一次；仍然如此，请复制详情并联系系统管理员。',
};

export function appError(code: ErrorCode, more: Partial<Omit<AppError, 'code'>> = {}): AppError {
  return { code, message: SENTENCES[code], ...more };
}

export function refuse(code: ErrorCode, more: Partial<Omit<AppError, 'code'>> = {}): never {
  throw new Refusal(appError(code, more));
}
