import { GROUP_NAMES } from '../domain/emergency';
import { FORECAST_CHANNEL_NAMES, FORECAST_GRADE_NAMES, NOT_KNOWN } from '../domain/forecast';
import type { WarningView } from '../domain/forecast-acts';
import type { FieldSettings } from '../domain/settings';
import { fieldPath } from '../rules/fields';
import { longDay, stampOf, timeOf } from '../rules/time';

/**
 * 《来访预警清单》: what the five groups are told, and who took it. It knows nothing of health and conduct: the published
 * lines it is made from have neither (domain fact 8).
 */
export interface ForecastListModel {
  title: string;
  unitName: string;
  /** `2026年11月23日 第 1 次` */
  about: string;
  /** `YYYY-MM-DD HH:mm:ss` */
  publishedAt: string;
  publishedBy: string;
  madeAt: string;
  madeBy: string;
  demo: boolean;
  note: string;
  lines: readonly ForecastListLine[];
  groups: readonly { name: string; person: string; at: string }[];
}
export interface ForecastListLine {
  grade: string;
  /** 高风险 is told apart without colour. */
  high: boolean;
  decided: boolean;
  time: string;
  who: string;
  heads: string;
  demand: string;
  field: string;
  place: string;
  channel: string;
}

export function buildForecastList(
  warning: WarningView,
  fields: FieldSettings,
  { at, ...about }: Pick<ForecastListModel, 'unitName' | 'madeBy' | 'demo'> & { at: number },
): ForecastListModel {
  const known = (text: string): string => text || NOT_KNOWN;
  return Object.freeze({
    title: '来访预警清单',
    ...about,
    about: `${longDay(warning.date)} 第 ${warning.n} 次`,
    publishedAt: stampOf(warning.at),
    publishedBy: warning.staffName,
    madeAt: stampOf(at),
    note: warning.note,
    lines: warning.lines.map(({ grade, decided, plannedAt, who, heads, demand, field, place, channel }) => ({
      grade: FORECAST_GRADE_NAMES[grade],
      high: grade === 'high',
      decided,
      time: plannedAt === null ? NOT_KNOWN : timeOf(plannedAt),
      who,
      heads: heads === null ? NOT_KNOWN : String(heads),
      demand: known(demand),
      field: field ? fieldPath(fields, field) : NOT_KNOWN,
      place: known(place),
      channel: FORECAST_CHANNEL_NAMES[channel],
    })),
    groups: warning.groups.map(({ group, receipt }) => ({
      name: GROUP_NAMES[group],
      person: receipt?.person ?? '',
      at: receipt ? timeOf(receipt.at) : '',
    })),
  });
}
