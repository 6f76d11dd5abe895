import type { BackupState } from '../domain/backup';
import type { CheckItem } from '../domain/day-end';
import { type DiskEncryption, encryptionWords } from './disk-encryption';
import type { DiskState } from './disk-guard';
import type { WorkingDays } from './working-days';

/** How the backup of this PC stands. */
export type BackupFacts = Pick<BackupState, 'phase' | 'lastGoodAt' | 'warnHours'>;

export interface SelfCheckFacts {
  now: number;
  database: 'ready' | 'recovering';
  chain: 'checking' | 'verified' | 'broken';
  disk: { state: DiskState; freeBytes: number };
  backup: BackupFacts;
  printer: { mode: 'printer' | 'none'; name: string; state: 'ready' | 'busy' | 'stopped' | 'unknown' | 'missing'; reason: string };
  lastWrite: number | null;
  /** Other desks whose clock differs, and by how many minutes. */
  clocks: readonly { name: string; minutes: number }[];
  today: string;
  calendar: WorkingDays;
  /** `fault`: empty where it answered, null where it was not asked. */
  reader: { kind: 'manual' | 'wedge' | 'http'; fault: string | null };
  microphones: number | null;
  sync: { link: 'alone' | 'offline' | 'online' | 'disagrees'; waiting: number; findings: readonly string[] };
  encryption: { state: DiskEncryption; system: 'windows' | 'linux' };
  surroundings: readonly string[];
}

const GB = 1024 ** 3;
const HOUR = 3_600_000;
/** From which month on the next year's notice is expected: the State Council publishes it in late autumn. */
const NOTICE_MONTH = 11;
const DRIFT_MINUTES = 2;

/** 开机自检: everything in one list, the red ones with what to do. Nothing of it stands in anybody's way. */
export function selfCheck(facts: SelfCheckFacts): CheckItem[] {
  return [
    database(facts),
    journal(facts),
    disk(facts),
    { key: 'backup', ...backupItem(facts.backup, facts.now) },
    printer(facts),
    clock(facts),
    holidays(facts),
    reader(facts),
    microphone(facts),
    sync(facts),
    encryption(facts),
    surroundings(facts),
  ];
}

const item = (key: CheckItem['key'], level: CheckItem['level'], text: string, todo = ''): CheckItem => ({ key, level, text, todo });

function database({ database: state }: SelfCheckFacts): CheckItem {
  if (state === 'ready') return item('database', 'good', '已打开，可以读写');
  return item('database', 'bad', '正在恢复，请稍候', '恢复完成前登记会等待；超过几分钟请联系系统管理员。');
}

function journal({ chain }: SelfCheckFacts): CheckItem {
  if (chain === 'verified') return item('journal', 'good', '已逐条校验，完整');
  if (chain === 'checking') return item('journal', 'info', '正在后台校验');
  return item('journal', 'bad', '校验发现中断', '登记照常。请系统管理员在「设置 · 关于」查看，并保留资料文件夹不动。');
}

function disk({ disk: { state, freeBytes } }: SelfCheckFacts): CheckItem {
  const free = `可用 ${(freeBytes / GB).toFixed(1)} GB`;
  if (state === 'ok') return item('disk', 'good', free);
  if (state === 'low') return item('disk', 'warn', `${free}，偏少`, '请系统管理员清理磁盘。');
  if (state === 'no-recordings') return item('disk', 'bad', `${free}，不能开始录音`, '请系统管理员马上清理磁盘。');
  return item('disk', 'bad', `${free}，程序已停止写入`, '请系统管理员马上清理磁盘，已保存的记录完好。');
}

/** The same at the start of the day and at its end. */
export function backupItem({ phase, lastGoodAt: last, warnHours: hours }: BackupFacts, now: number): Omit<CheckItem, 'key'> {
  if (phase === 'off') return { level: 'bad', text: '尚未设置备份', todo: '请系统管理员设置备份；在此之前，资料只在这台电脑上。' };
  if (last === null) return { level: 'bad', text: '还没有备份过', todo: '请现在备份一次。' };
  const age = Math.max(0, Math.floor((now - last) / HOUR));
  const text = age < 1 ? '上次备份不到 1 小时' : `上次备份在 ${age} 小时前`;
  return age > hours ? { level: 'bad', text, todo: `超过 ${hours} 小时，请现在备份一次。` } : { level: 'good', text, todo: '' };
}

function printer({ printer: { mode, name, state, reason } }: SelfCheckFacts): CheckItem {
  if (mode === 'none') return item('printer', 'info', '本台不用打印机，手写号码');
  if (name === '') return item('printer', 'bad', '没有选择打印机', '请在「设置 · 打印」选择；在此之前手写号码。');
  if (state === 'ready' || state === 'busy') return item('printer', 'good', `${name} 可用`);
  if (state === 'missing') return item('printer', 'bad', `系统里找不到 ${name}`, '请检查电源和连接线，或在「设置 · 打印」另选。');
  return item('printer', 'bad', [`${name} 不可用`, reason].filter(Boolean).join('：'), '请检查电源、纸张和连接线，然后打印测试页。');
}

function clock({ now, lastWrite, clocks }: SelfCheckFacts): CheckItem {
  const behind = lastWrite === null ? 0 : Math.round((lastWrite - now) / 60_000);
  if (behind >= DRIFT_MINUTES)
    return item('clock', 'bad', `比上次保存早了约 ${behind} 分钟`, '请核对右下角的日期时间，校准后重新启动；编号不受影响。');
  if (clocks.length > 0)
    return item(
      'clock',
      'warn',
      clocks.map(({ name, minutes }) => `${name}${minutes > 0 ? '快' : '慢'} ${Math.abs(minutes)} 分钟`).join('，'),
      '请核对两台电脑的时间。',
    );
  return item('clock', 'good', '与上次保存一致');
}

function holidays({ today, calendar }: SelfCheckFacts): CheckItem {
  const year = Number(today.slice(0, 4));
  if (!calendar.covers(`${year}-01-01`))
    return item('holidays', 'bad', `没有 ${year} 年的放假安排，工作日期限是暂定的`, '请系统管理员在「设置 · 工作日历」导入。');
  if (calendar.covers(`${year + 1}-01-01`)) return item('holidays', 'good', `${year} 年、${year + 1} 年都已有`);
  const late = Number(today.slice(5, 7)) >= NOTICE_MONTH;
  return item(
    'holidays',
    late ? 'warn' : 'info',
    `${year} 年已有，${year + 1} 年还没有`,
    late ? '通知公布后请系统管理员在「设置 · 工作日历」导入。' : '',
  );
}

function reader({ reader: { kind, fault } }: SelfCheckFacts): CheckItem {
  if (kind === 'manual') return item('reader', 'info', '没有设置读卡器，手工录入');
  if (kind === 'wedge') return item('reader', 'info', '键盘式读卡器，刷一张卡即知');
  if (fault === null) return item('reader', 'info', '已设置读卡服务，按 Ctrl+K 检查');
  return fault === ''
    ? item('reader', 'good', '读卡服务有应答')
    : item('reader', 'bad', fault, '登记可手工录入。请检查读卡器和它的服务程序。');
}

function microphone({ microphones }: SelfCheckFacts): CheckItem {
  if (microphones === null) return item('microphone', 'info', '这个岗位不录音');
  if (microphones > 0) return item('microphone', 'good', `找到 ${microphones} 个`);
  return item('microphone', 'bad', '没有找到话筒', '请接好话筒；在此之前可登记外部录音笔的录音。');
}

function sync({ sync: { link, waiting, findings } }: SelfCheckFacts): CheckItem {
  if (link === 'alone') return item('sync', 'info', '单机使用');
  const left = waiting > 0 ? `，${waiting} 项待发送` : '';
  if (link === 'offline') return item('sync', 'warn', `离线${left}`, '登记照常，联网后自动补发。报警时请电话通知其他登记台。');
  if (link === 'disagrees') return item('sync', 'bad', findings[0] ?? '与中心不一致', '按 Ctrl+T 查看同步情况。');
  return item('sync', 'good', `联网${left}`);
}

/** Said, and no more: whether a disk is encrypted is decided by whoever sets the PC up. */
function encryption({ encryption: { state, system } }: SelfCheckFacts): CheckItem {
  const { text, todo } = encryptionWords(state, system);
  return item('encryption', state === 'encrypted' ? 'good' : state === 'plain' ? 'warn' : 'info', text, todo);
}

function surroundings({ surroundings: found }: SelfCheckFacts): CheckItem {
  return found.length === 0
    ? item('surroundings', 'good', '没有发现问题')
    : item('surroundings', 'warn', found.join('；').slice(0, 390), '请系统管理员处理。');
}
