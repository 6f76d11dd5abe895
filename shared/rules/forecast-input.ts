import type { ForecastInput } from '../domain/forecast';
import type { FieldSettings } from '../domain/settings';
import { addDays, dayOf, instantAt, isRealDay, timeOf } from './time';

/** A month ahead is planned at most: what is further away is not a forecast. */
export const FORECAST_DAYS_AHEAD = 31;

export interface ForecastContext {
  /** ms UTC */
  now: number;
  fields: FieldSettings;
  /** As it stood, for an item that is changed. */
  before?: { date: string; receivedAt: number; field: string };
}

/** What is wrong with an item as it was typed: a sentence beside each field. @returns `{}` when all is well */
export function checkForecast(typed: ForecastInput, { now, fields, before }: ForecastContext): Record<string, string> {
  const problems: Record<string, string> = {};
  const date = checkForecastDate(typed.date, dayOf(now), before?.date);
  if (date) problems.date = date;
  if (typed.who.trim() === '') problems.who = '请填写来访人或群体';
  if (typed.received !== '' && receivedAtOf(typed, now, before) > now) problems.received = `收到时间晚于现在（${timeOf(now)}），请核对`;
  if (typed.field !== '' && typed.field !== before?.field && !fields.entries.some(({ code, active }) => active && code === typed.field))
    problems.field = '这个领域已停用或不存在，请重新选择';
  return problems;
}

/** @param unchanged a day that is over may keep its item, and be put right in it */
export function checkForecastDate(date: string, today: string, unchanged?: string): string {
  if (!isRealDay(date)) return '没有这一天，请核对日期';
  if (date === unchanged) return '';
  if (date < today) return '这一天已经过去，请选今天或以后';
  return date > addDays(today, FORECAST_DAYS_AHEAD) ? `最多预判 ${FORECAST_DAYS_AHEAD} 天以内的来访` : '';
}

/** @returns ms UTC: an hour of the day of entry; what was left empty was received now, or when it was before */
export const receivedAtOf = ({ received }: Pick<ForecastInput, 'received'>, now: number, before?: { receivedAt: number }): number =>
  received === '' ? (before?.receivedAt ?? now) : instantAt(dayOf(before?.receivedAt ?? now), received);

/** @returns ms UTC, null where the hour is not known */
export const plannedAtFor = ({ date, time }: Pick<ForecastInput, 'date' | 'time'>): number | null =>
  time === '' ? null : instantAt(date, time);

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
/** Two entries with the same are one: the same day, who and demand, however they were typed. */
export const sameForecast = ({ date, who, demand }: Pick<ForecastInput, 'date' | 'who' | 'demand'>): string =>
  [date, squeezed(who), squeezed(demand)].join('|');
