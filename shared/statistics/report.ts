import { SATISFACTION } from '../domain/follow-up';
import { REPEAT_RULE_NAMES, REPORT_NAMES, type StatReport } from '../domain/statistics';
import { type ReportFacts, Sums } from './facts-of-period';
import { equipment, handling, satisfaction, timing, warnings } from './handling-tables';
import { incidents } from './incident-tables';
import type { Compared } from './periods';
import { departments, fields, leaders, purposes, structure, totals } from './visit-tables';

/** T1–T12 of a period (forms 5.10): one model for the screen, the paper and the spreadsheet. */
export function buildReport(facts: ReportFacts): StatReport {
  const sums = new Sums(facts);
  const { period, begun } = facts;
  return {
    unit: period.unit,
    from: period.from,
    to: period.to,
    title: `接访统计${REPORT_NAMES[period.unit]}　${period.title}`,
    remarks: remarks(sums),
    begun,
    closed: null,
    tables: [
      totals(sums),
      structure(sums),
      fields(sums),
      purposes(sums),
      departments(sums),
      handling(sums),
      timing(sums),
      warnings(sums),
      incidents(sums),
      satisfaction(sums, SATISFACTION),
      leaders(sums),
      equipment(sums),
    ],
  };
}

function remarks({ facts, whyNotPrevious, whyNotLastYear }: Sums): string[] {
  const { period, settings, today } = facts;
  const { collectiveFrom, repeatBy } = settings.statistics;
  const against = (name: string, compared: Compared, why: string): string =>
    compared.range && why === '' ? `${name}：与 ${daysInWords(compared.range)} 比较` : `${name}：${why}`;
  return [
    ...(period.until < period.from ? ['本期还没有开始'] : []),
    ...(period.until >= period.from && today < period.to ? [`本期尚未结束，数字截至 ${period.until}，环比、同比按同样天数比较`] : []),
    against('环比', period.previous, whyNotPrevious),
    against('同比', period.lastYear, whyNotLastYear),
    `集体访为 ${collectiveFrom} 人以上（含 ${collectiveFrom} 人）；重访按${REPEAT_RULE_NAMES[repeatBy]}计`,
    '作废的登记、导入的旧台账和演练都不计入',
  ];
}

const daysInWords = ({ from, to }: { from: string; to: string }): string => (from === to ? from : `${from} 至 ${to}`);
