import type { DayEndItem, DayEndKey, Skipped } from '../domain/day-end';
import type { WorkingDays } from './working-days';

export interface DayEndState {
  cards: number;
  talks: number;
  incidents: number;
  dueSoon: number;
  dueNext: number;
  /** 日报 of the day that were made. */
  reports: number;
  /** Something happened after the newest of them. */
  reportBehind: boolean;
  prints: { waiting: number; failed: number };
  backup: { level: 'good' | 'warn' | 'bad' | 'info'; text: string };
  sync: { level: 'good' | 'warn' | 'info'; waiting: number; text: string };
}

/** Due after today, up to and with the next working day: on a Friday also what falls on the weekend, and on Monday. */
export const isDueNext = (due: string, today: string, calendar: WorkingDays): boolean => due > today && due <= calendar.after(today, 1).day;

/** Every point of the day's end, in its order, with what stands against closing it (day-and-roles 17:30). */
export function dayEndItems(state: DayEndState): DayEndItem[] {
  const { cards, talks, incidents, dueSoon, dueNext, reports, reportBehind, prints, backup, sync } = state;
  const open = (key: DayEndKey, count: number, level: 'warn' | 'bad', some: string, none: string): DayEndItem => ({
    key,
    count,
    level: count > 0 ? level : 'good',
    text: count > 0 ? some : none,
  });
  const queued = prints.waiting + prints.failed;
  return [
    open('cards', cards, 'warn', `还有 ${cards} 张卡未交还`, '卡已收齐'),
    open('talks', talks, 'warn', `还有 ${talks} 场接谈没有结束`, '没有进行中的接谈'),
    open('incidents', incidents, 'bad', `还有 ${incidents} 起突发在处置`, '没有进行中的突发'),
    open(
      'prints',
      queued,
      prints.failed > 0 ? 'bad' : 'warn',
      [prints.waiting > 0 && `${prints.waiting} 份等待打印`, prints.failed > 0 && `${prints.failed} 份打印失败`].filter(Boolean).join('，'),
      '打印队列空闲',
    ),
    { key: 'backup', count: 0, ...backup },
    { key: 'sync', count: sync.waiting, level: sync.level, text: sync.text },
    {
      key: 'due',
      count: dueSoon,
      level: dueSoon > 0 ? 'info' : 'good',
      text: dueSoon > 0 ? `${dueSoon} 项已超期或 3 个工作日内到期` : '没有',
    },
    {
      key: 'next',
      count: dueNext,
      level: dueNext > 0 ? 'info' : 'good',
      text: dueNext > 0 ? `${dueNext} 项在下一个工作日（含）前到期` : '没有',
    },
    {
      key: 'report',
      count: reports,
      level: reports > 0 && !reportBehind ? 'good' : 'warn',
      text: reports === 0 ? '今天的日报还没有生成' : reportBehind ? '日报生成后又有变化，须再生成一版' : '今天的日报已生成',
    },
  ];
}

/** What has to be done or skipped with a reason; what is only good to know is neither. */
export const mustBeSettled = ({ level }: Pick<DayEndItem, 'level'>): boolean => level === 'warn' || level === 'bad';

/** Points that are open and have no reason: the day is not closed with them. */
export function unsettled(items: readonly DayEndItem[], skipped: readonly Skipped[]): DayEndKey[] {
  const reasoned = new Set(skipped.filter(({ reason }) => reason.trim() !== '').map(({ key }) => key));
  return items.filter((item) => mustBeSettled(item) && !reasoned.has(item.key)).map(({ key }) => key);
}
