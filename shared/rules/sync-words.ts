/**
 * Syncing in words: the light, its panel, what an alarm has to say about who does not hear it. Instants are ms UTC and
 * are said in the hall's zone, durations are ms.
 */
import type { DeskSeen, QuarantineReason, SyncLink, SyncView } from '../domain/sync';
import { dayOf, stampOf, timeOf } from './time';

export const LINK_NAMES: Record<SyncLink, string> = { alone: '单机', offline: '离线', online: '联网', disagrees: '与中心不一致' };

export const LINK_MEANINGS: Record<SyncLink, string> = {
  alone: '没有设置中心，资料只在这台电脑上。登记、叫号、突发都照常办理。',
  offline: '现在连不上中心。所有功能照常办理，改动保存在本机，连上后自动发出。',
  online: '与其他登记台随时互通。',
  disagrees: '已连上中心，但有对不上的地方。记录都在，照常办理；请系统管理员看下面的说明。',
};

export const QUARANTINE_NAMES: Record<QuarantineReason, string> = {
  malformed: '内容损坏，无法辨认',
  forged: '签名不是该登记台的',
  'unknown-desk': '来自名单以外的登记台',
  'revoked-desk': '来自已停用的登记台',
  'wrong-desk': '冒用其他登记台的名义',
  'broken-chain': '与该登记台先前的记录接不上：号码相同，内容不同',
  'bad-seal': '不是本大厅的密钥封存，打不开',
};

/** `09:05`, of another day `11-23 09:05`. */
export const momentWords = (at: number, now: number): string => (dayOf(at) === dayOf(now) ? timeOf(at) : stampOf(at).slice(5, 16));

export const lastWords = (at: number | null, now: number): string => (at === null ? '还没有' : momentWords(at, now));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two units at most; what is left of the smaller one is left out. */
export function durationWords(ms: number): string {
  if (ms < MINUTE) return '不到 1 分钟';
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor(ms / HOUR) % 24, Math.floor(ms / MINUTE) % 60];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
  return `${minutes} 分钟`;
}

/** Where the hub is, as an administrator knows it: `192.168.10.5:4222`. */
export const hubWords = (addresses: readonly string[]): string => addresses.map((each) => each.replace(/^[a-z]+:\/\//, '')).join('、');

/** `12,345` */
export const countWords = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** Clocks of PCs are never quite equal; from this on somebody should set one right. */
const CLOCK_NOTED_MS = MINUTE;

/** @param aheadMs null: not known. @returns empty while there is nothing to say */
export function clockWords(aheadMs: number | null): string {
  if (aheadMs === null || Math.abs(aheadMs) < CLOCK_NOTED_MS) return '';
  return `时钟${aheadMs > 0 ? '快' : '慢'} ${durationWords(Math.abs(aheadMs))}`;
}

export function bytesWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

type Progress = NonNullable<SyncView['progress']>;

/** Whole per cent, 100 only when all is there. */
export const percentOf = ({ done, total }: Progress): number =>
  total <= 0 ? 0 : Math.max(0, Math.min(done >= total ? 100 : 99, Math.floor((done / total) * 100)));

/** @param first nothing of the hall was here before */
export const progressWords = ({ done, total }: Progress, first: boolean): string =>
  `${first ? '第一次同步' : '正在同步'}：已收 ${countWords(done)} / ${countWords(total)} 条`;

/** A save that is on its way for a moment is no news while the hub is there. */
const ON_ITS_WAY_MS = 5000;

/** The light: its word, and what stands behind it. */
export function lightWords(view: SyncView, now: number): { name: string; detail: string } {
  const { link, since, waiting, waitingSince, progress } = view;
  const name = LINK_NAMES[link];
  if (link === 'alone') return { name, detail: '' };
  const apart = link !== 'online';
  const slow = waiting > 0 && (apart || (waitingSince !== null && now - waitingSince >= ON_ITS_WAY_MS));
  const from = apart ? since : slow ? waitingSince : null;
  const detail = [
    from !== null && `${momentWords(from, now)} 起`,
    slow && `待发 ${countWords(waiting)}`,
    progress && `同步 ${percentOf(progress)}%`,
  ];
  return { name, detail: detail.filter(Boolean).join(' · ') };
}

export function waitingWords({ waiting, waitingSince }: Pick<SyncView, 'waiting' | 'waitingSince'>, now: number): string {
  if (waiting === 0) return '没有，全部已发出';
  return `${countWords(waiting)} 条改动${waitingSince === null ? '' : `，最早的是 ${momentWords(waitingSince, now)}`}`;
}

export type DeskTone = 'good' | 'warn' | 'bad' | 'plain';
/** @param connected whether this desk is: where it is not, nobody is known to be away */
export function deskState({ online, revoked, lastSeen }: DeskSeen, connected: boolean): { text: string; tone: DeskTone } {
  if (revoked) return { text: '已停用', tone: 'bad' };
  if (!connected && lastSeen !== null) return { text: '联系不上', tone: 'warn' };
  if (online) return { text: '在线', tone: 'good' };
  return lastSeen === null ? { text: '从未连接', tone: 'plain' } : { text: '不在线', tone: 'warn' };
}

/** The desks that are not this one. @param hall the hall's own list, where it may be read: alone, nobody was ever seen */
export function otherDesks(view: SyncView, own: string, hall: readonly { code: string; name: string }[]): DeskSeen[] {
  const never = { invited: false, online: false, revoked: false, lastSeen: null, clockAheadMs: null };
  const seen = new Map<string, DeskSeen>(hall.map(({ code, name }) => [code, { code, name, ...never }]));
  for (const desk of view.desks) seen.set(desk.code, { ...desk, name: desk.name || (seen.get(desk.code)?.name ?? '') });
  return [...seen.values()].filter(({ code }) => code !== own).sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const deskWords = ({ code, name }: { code: string; name: string }): string => name || `${code} 号登记台`;

/**
 * Who does not hear an alarm of this desk, as a sentence; empty where everybody does, or where there is nobody else.
 * @param others as `otherDesks` gives them
 */
export function unheardWords(link: SyncLink, others: readonly DeskSeen[]): string {
  const desks = others.filter(({ revoked }) => !revoked);
  const names = (some: readonly DeskSeen[]): string => some.map(deskWords).join('、');
  if (link === 'online') {
    const away = desks.filter(({ online }) => !online);
    return away.length === 0 ? '' : `没有联网的登记台收不到，请电话通知：${names(away)}。`;
  }
  if (link === 'alone' && desks.length === 0) return '';
  const who = desks.length === 0 ? '' : `：${names(desks)}`;
  return link === 'disagrees' ? `其他登记台可能收不到，请电话通知${who}。` : `其他登记台收不到，请电话通知${who}。`;
}
