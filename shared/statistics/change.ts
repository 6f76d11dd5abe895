import type { Compared } from './periods';

/** A number that could not be told is a dash with its reason, never nought and never without end. */
export interface Told {
  text: string;
  /** Null: not told. */
  value: number | null;
  /** Why not. */
  reason: string;
}

export const NOT_TOLD = '—';
export const told = (text: string, value: number): Told => ({ text, value, reason: '' });
export const untold = (reason: string): Told => ({ text: NOT_TOLD, value: null, reason });

/** Two places, with its sign: `+52.78%`. */
function percent(value: number, signed: boolean): string {
  const rounded = Math.round(value * 10_000) / 100;
  const text = `${Math.abs(rounded).toFixed(2)}%`;
  if (rounded < 0) return `-${text}`;
  return signed && rounded > 0 ? `+${text}` : text;
}

/** @param name of what it is compared with: 上期, 去年同期 */
export function changeFrom(base: number | null, now: number, name: string, none: string): Told {
  if (base === null) return untold(none);
  if (base === 0) return untold(`${name}为 0，不能计算增减`);
  const change = (now - base) / base;
  return told(percent(change, true), change);
}

/** A part of a whole. */
export function rate(part: number, whole: number, none: string): Told {
  if (whole === 0) return untold(none);
  return told(percent(part / whole, false), part / whole);
}

/** Minutes with one place. */
export function average(ms: number, count: number, none: string): Told {
  if (count === 0) return untold(none);
  const minutes = ms / count / 60_000;
  return told(`${minutes.toFixed(1)} 分钟`, Math.round(minutes * 10) / 10);
}

/**
 * Why an earlier period cannot be compared with; empty when it can. One that began before the hall's first record is not
 * whole: a change against it would be made up.
 */
export function whyNotCompared(compared: Compared, begun: string | null, name: string): string {
  if (!compared.range) return compared.none;
  if (begun === null || compared.range.to < begun) return `${name}没有记录${begun ? `（本厅记录自 ${begun} 起）` : ''}`;
  if (compared.range.from < begun) return `${name}记录不完整（本厅记录自 ${begun} 起）`;
  return '';
}
