import type { BackupDamage, BackupState, BackupTrouble, WorkProgress } from '../domain/backup';
import { dayOf, stampOf, timeOf } from './time';

const HOUR_MS = 3_600_000;
const GB = 1024 ** 3;
const MB = 1024 ** 2;

/** What happened, that the last good one is still there, and what to do. */
const TROUBLES: Record<BackupTrouble, string> = {
  gone: '备份位置不在：U 盘或移动盘可能没有插好，或共享没有连上。插好后会自动继续。',
  full: '备份位置已满，没有做成新的备份。请清理该盘，或在「设置 · 备份」减少保留份数。',
  denied: '备份位置不能写入，没有做成新的备份。请检查该盘是否写保护、共享是否有写权限。',
  busy: '另一个程序正在向同一位置备份，稍后自动再试。',
  source: '本机日志有损坏，没有做成新的备份。请联系系统管理员，先不要更换备份位置。',
  phrase: '本机没有恢复短语的密钥副本，做出的备份将无法打开，所以没有备份。请系统管理员到「设置 · 备份」处理。',
  broken: '写到备份位置的内容读回来不一致，没有做成新的备份。请更换备份用的盘。',
  stuck: '备份位置没有反应，正在等待，登记照常。共享断开或盘有故障时会这样。',
  failed: '备份没有做成，稍后自动再试。',
  damaged:
    '本机日志有损坏，备份照常在做：损坏的一段用先前备份里完好的，先前没有的，备份里注明缺了什么。请联系系统管理员，先不要更换备份位置。',
};
export const troubleWords = (trouble: BackupTrouble): string => TROUBLES[trouble];

/** `今天 14:00`, else the whole stamp to the minute. */
export const whenWords = (at: number, now: number): string => (dayOf(at) === dayOf(now) ? `今天 ${timeOf(at)}` : stampOf(at).slice(0, 16));

export function ageWords(at: number, now: number): string {
  const hours = Math.floor((now - at) / HOUR_MS);
  if (hours < 1) return '不到 1 小时前';
  return hours < 48 ? `${hours} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

/** The line of the status bar; null while all is well. Nothing is blocked by it. */
export function backupLine(state: BackupState, now: number): string | null {
  const { phase, trouble, lastGoodAt, warnHours } = state;
  if (phase === 'off') return '尚未设置备份位置';
  const old = lastGoodAt === null || now - lastGoodAt > warnHours * HOUR_MS;
  if (!trouble && !old) return null;
  if (phase === 'running' && !trouble) return null;
  const last = lastGoodAt === null ? '还没有完好的备份' : `最近完好备份 ${whenWords(lastGoodAt, now)}`;
  if (trouble === 'damaged' && !old) return `本机日志有损坏，备份照常，${last}`;
  return trouble ? `备份未完成，${last}` : last;
}

export function sizeWords(bytes: number): string {
  if (bytes >= GB) return `${(bytes / GB).toFixed(1)} GB`;
  return bytes >= MB / 10 ? `${(bytes / MB).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}

const STEPS: Record<WorkProgress['step'], string> = { copy: '正在复制', read: '正在读回核对', check: '正在核对', write: '正在写入' };
export const progressWords = ({ step, done, total }: WorkProgress): string =>
  `${STEPS[step]} ${sizeWords(done)} / ${sizeWords(Math.max(done, total))}`;

/** Which segment, which file, which records. */
export function damageWords({ file, segment, from, to }: BackupDamage): string {
  if (segment === undefined) return `文件 ${file} 损坏或缺失`;
  if (from === undefined || to === undefined) return `日志第 ${segment} 段（${file}）损坏或缺失`;
  return `日志第 ${segment} 段（${file}）损坏，缺第 ${from === to ? from : `${from} 至 ${to}`} 次保存`;
}
