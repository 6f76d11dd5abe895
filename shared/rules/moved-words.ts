import type { MovedDeadline } from '../domain/deadlines';
import { namedDay } from './time';

const SHOWN = 8;

/** What a calendar that came with a new release did to open promises, for whoever starts the program. Visits by number only. */
export function movedByRelease(moved: readonly MovedDeadline[]): string {
  const said = ({ due, provisional }: MovedDeadline['before']): string => `${namedDay(due)}${provisional ? '（暂定）' : ''}`;
  const each = moved
    .slice(0, SHOWN)
    .map(({ visitNumber, label, before, after }) => `${visitNumber} ${label}：${said(before)} → ${said(after)}`);
  const rest = moved.length > SHOWN ? `；另有 ${moved.length - SHOWN} 个，见「督办」` : '';
  return `程序带来了新的放假安排，${moved.length} 个未完成的期限因此变动，请告知经办人：${each.join('；')}${rest}。`;
}
