import type { LiveName, RequestName } from '../../shared/contract';
import { FLOW_ACT_NAMES } from '../../shared/domain/hall';
import type { SettingsKey } from '../../shared/domain/settings';
import { TEXTS as TABS } from './texts';

/** What an act was done to, by the word the trail has for the act (electron/storage/host/audited.ts). */
export const OBJECT_KINDS: Readonly<Record<string, string>> = {
  登记来访: '来访登记',
  更正登记: '来访登记',
  登记作废: '来访登记',
  集体访分开: '来访登记',
  ...Object.fromEntries(Object.values(FLOW_ACT_NAMES).map((act) => [act, '来访登记'])),
  安检: '来访登记',
  寄存物品: '寄存物品',
  归还或移交物品: '寄存物品',
  保存预约: '预约',
  取消预约: '预约',
  查看预约完整号码: '预约',
  安排领导接访日: '领导接访日',
  取消领导接访日: '领导接访日',
  存入材料: '随带材料',
  材料作废: '随带材料',
  查看材料: '随带材料',
  导出材料: '随带材料',
  补打: '来访登记',
  打印代表推选书: '来访登记',
  查看完整号码: '来访人',
  查看关注提示详情: '关怀提示',
  修改设置: '设置',
  修改打印设置: '设置',
  变更当班: '工作人员',
  保存工作人员: '工作人员',
  'PIN 核验': '工作人员',
  登录: '工作人员',
  核对证件: '核对人',
  首次设置: '本单位',
  打印校准页: '打印机',
  导出存档: '归档文书',
  操作: '其他对象',
  拒绝: '请求',
};

/** The program's own words inside an object: which setting, which number was looked at. */
export const SETTING_NAMES: Readonly<Record<SettingsKey, string>> = {
  unit: TABS.tabs.unit,
  hall: TABS.tabs.hall,
  rules: TABS.tabs.rules,
  fields: TABS.tabs.fields,
  notice: TABS.tabs.notice,
  printing: TABS.tabs.printing,
};
export const REVEALED_NAMES: Readonly<Record<'docNumber' | 'phone', string>> = { docNumber: '证件号码', phone: '手机号' };

/** What was asked and refused. A request without a word here does not compile. */
export const ASKED: Readonly<Record<RequestName | LiveName, string>> = {
  'program.state': '查看程序状态',
  'program.dismissNotice': '收起提示',
  'system.health': '查看系统状况',
  'setup.options': '查看首次设置选项',
  'setup.recoveryPhrase': '生成恢复短语',
  'setup.complete': '完成首次设置',
  'store.unlock': '用启动口令打开资料',
  'store.unlockWithPhrase': '用恢复短语打开资料',
  'session.staff': '查看可登录人员',
  'session.current': '查看登录状态',
  'session.signIn': '登录',
  'session.signOut': '退出登录',
  'session.lock': '锁屏',
  'session.unlock': '解锁',
  'session.touch': '报告有人操作',
  'identity.lookup': '按证件查来访人',
  'person.known': '查看来访人情况',
  'person.reveal': '查看完整号码',
  'careNote.detail': '查看关怀提示详情',
  'draft.save': '保存草稿',
  'draft.load': '读取草稿',
  'draft.discard': '清除草稿',
  'verification.checkers': '查看可核对人员',
  'verification.confirm': '核对证件',
  'visit.register': '登记来访',
  'visit.today': '查看今日登记',
  'visit.get': '查看来访登记',
  'visit.history': '查看登记历史',
  'visit.correct': '更正登记',
  'visit.void': '作废登记',
  'hall.now': '查看大厅现况',
  'search.find': '查找',
  'queue.list': '查看等候队列',
  'queue.lost': '查看遗失的卡',
  'visit.act': '办理流转',
  'visit.byCard': '按卡片查来访',
  'evacuation.list': '查看疏散名单',
  'item.ofVisit': '查看安检与寄存',
  'item.check': '安检',
  'item.deposit': '寄存物品',
  'item.settle': '归还或移交物品',
  'appointment.list': '查看预约',
  'appointment.save': '保存预约',
  'appointment.cancel': '取消预约',
  'appointment.ofPerson': '查来访人的预约',
  'appointment.reveal': '查看预约完整号码',
  'day.list': '查看领导接访日',
  'day.save': '安排领导接访日',
  'day.cancel': '取消领导接访日',
  'attachment.list': '查看随带材料',
  'attachment.addFiles': '存入材料文件',
  'attachment.addPhoto': '存入材料照片',
  'attachment.camera': '打开相机',
  'attachment.read': '查看材料',
  'attachment.export': '导出材料',
  'attachment.void': '材料作废',
  'hall.screen': '显示大厅屏',
  'print.jobs': '查看打印队列',
  'print.printers': '查找打印机',
  'print.retry': '重试打印',
  'print.cancel': '取消打印',
  'print.answer': '确认卡片是否出来',
  'print.reprint': '补打',
  'print.proxyLetter': '打印代表推选书',
  'print.calibrate': '打印校准页',
  'print.documents': '查看归档文书',
  'print.export': '导出归档文书',
  'settings.all': '查看设置',
  'settings.put': '修改设置',
  'settings.printing': '修改打印设置',
  'staff.list': '查看人员名单',
  'staff.save': '保存工作人员',
  'staff.duty': '变更当班',
  'audit.list': '查看审计记录',
};

/** A kind and a name, as a person reads them. */
export const named = (kind: string, name: string): string => (name ? `${kind} ${name}` : kind);
export const setting = (name: string): string => `设置「${name}」`;
/** An id is long and says nothing; its end is enough to tell two apart. */
export const byEnd = (id: string): string => `…${id.slice(-8)}`;
export const asked = (what: string, why: string): string => `${what}：${why}`;
/** Written by another version, or by nobody who knows us: said as it came, never as if it were a word. */
export const unknownAct = (code: string): string => `其他操作（代号 ${code}）`;
export const unknownObject = (code: string): string => `其他对象（代号 ${code}）`;
export const unknownRequest = (code: string): string => `其他请求（代号 ${code}）`;
