import { FLOW_ACT_NAMES } from '../../../shared/domain/hall';

/**
 * Which batches are a line in the audit trail, by what was done; with the words the auditor reads. The steps of the
 * print queue and counted refusals are not: the former are many and tell nothing, the latter have rows of their own.
 */
export const ACTION_NAMES: Readonly<Record<string, string>> = {
  'visit.register': '登记来访',
  'visit.correct': '更正登记',
  'visit.void': '登记作废',
  'visit.split': '集体访分开',
  ...Object.fromEntries(Object.entries(FLOW_ACT_NAMES).map(([act, name]) => [`visit.act.${act}`, name])),
  'item.check': '安检',
  'item.deposit': '寄存物品',
  'item.settle': '归还或移交物品',
  'appointment.save': '保存预约',
  'appointment.cancel': '取消预约',
  'appointment.reveal': '查看预约完整号码',
  'day.save': '安排领导接访日',
  'day.cancel': '取消领导接访日',
  'internal.attachment.add': '存入材料',
  'attachment.void': '材料作废',
  'attachment.read': '查看材料',
  'attachment.export': '导出材料',
  'person.reveal': '查看完整号码',
  'person.merge': '合并来访人记录',
  'person.split': '拆分来访人记录',
  'person.notDuplicate': '确认不是同一人',
  'careNote.detail': '查看关注提示详情',
  'settings.put': '修改设置',
  'settings.printing': '修改打印设置',
  'settings.reader': '修改读卡器设置',
  'settings.hallScreen': '修改叫号大屏设置',
  'staff.duty': '变更当班',
  'internal.setup': '首次设置',
  'internal.saveStaff': '保存工作人员',
  'internal.signInTried': 'PIN 核验',
  'internal.addVerification': '核对证件',
  'internal.audit': '操作',
  'internal.print.reprint': '补打',
  'internal.print.proxyLetter': '打印代表推选书',
  'internal.print.calibrate': '打印校准页',
  'internal.print.evacuation': '打印疏散名单',
  'internal.print.receipt': '打印寄存收据',
  'internal.print.paperCards': '打印停电备用卡',
  'internal.ledger.begin': '开始导入旧台账',
  'internal.ledger.finish': '导入旧台账',
  'internal.ledger.undo': '撤销旧台账导入',
  'ledger.takenBack': '撤回旧台账的行',
  'ledger.export': '导出不能导入的行',
  'session.signIn': '登录',
  'print.export': '导出存档',
};

/** Batches of a larger act that is audited as a whole: only their names. */
export const STEP_NAMES: Readonly<Record<string, string>> = {
  'internal.ledger.add': '导入旧台账',
  'internal.ledger.erase': '撤销旧台账导入',
};

export const isAuditedAction = (action: string): boolean => Object.hasOwn(ACTION_NAMES, action);
