import { describe, expect, it } from 'vitest';
import type { CallOutcome, IncidentState } from '../../../shared/domain/incident';
import type { ReportKind } from '../../../shared/domain/incident-report';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import type { Attempt } from '../../../shared/rules/incident-picture';
import { nextReport, refusedReport, reportClocks } from '../../../shared/rules/report-clocks';

const MINUTE = 60_000;
type Facts = Parameters<typeof reportClocks>[0];
const told = (minute: number, outcome: CallOutcome = 'told'): Attempt[] => [
  { outcome, at: 0, elapsed: minute * MINUTE, person: '', phone: '', text: '' },
];
const ALL = ['superior', 'duty-office', 'joint-office'];
const facts = (over: Partial<Facts> = {}): Facts => ({
  ...{ state: 'active', level: 2, levelSince: 0, liftedAt: null, calls: {}, reports: [] },
  ...over,
});
const given = (...reports: [ReportKind, number][]) => reports.map(([kind, minute]) => ({ kind, elapsed: minute * MINUTE }));
/** `what due/done` in minutes, `-` for what is still to be done. */
const clocks = (over: Partial<Facts>): string[] =>
  reportClocks(facts(over), DEFAULT_EMERGENCY).map(
    ({ what, due, done }) => `${what} ${due / MINUTE}/${done === null ? '-' : done / MINUTE}`,
  );

describe('until when a unit reports', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ['Ⅳ asks for none', { level: 4 }, []],
    ['Ⅲ within two hours', { level: 3 }, ['phone 120/-', 'first 120/-']],
    ['Ⅱ by telephone in 20, in writing in 40 minutes', { level: 2 }, ['phone 20/-', 'first 40/-']],
    ['Ⅰ the same', { level: 1 }, ['phone 20/-', 'first 40/-']],
    ['a level set later, while its limit still runs', { levelSince: 10 * MINUTE }, ['phone 20/-', 'first 40/-']],
    ['a level set after its limit is due when it is set', { levelSince: 55 * MINUTE }, ['phone 55/-', 'first 55/-']],
    ['only some of those above were told', { calls: { superior: told(5) } }, ['phone 20/-', 'first 40/-']],
    ['dialled is not told', { calls: Object.fromEntries(ALL.map((key) => [key, told(5, 'dialled')])) }, ['phone 20/-', 'first 40/-']],
    [
      'the last of those above counts',
      { calls: { superior: told(5), 'duty-office': told(9), 'joint-office': told(7) } },
      ['phone 20/9', 'first 40/-'],
    ],
    ['a first report at Ⅱ is followed up every hour', { reports: given(['first', 30]) }, ['phone 20/-', 'first 40/30', 'follow-up 90/-']],
    ['at Ⅰ every half hour', { level: 1, reports: given(['first', 30]) }, ['phone 20/-', 'first 40/30', 'follow-up 60/-']],
    ['at Ⅲ only when something changes', { level: 3, reports: given(['first', 30]) }, ['phone 120/-', 'first 120/30']],
    [
      'a level changed after the last report is reported at once',
      { level: 1, levelSince: 50 * MINUTE, reports: given(['first', 30]) },
      ['phone 50/-', 'first 50/30', 'follow-up 50/-'],
    ],
    ['the last follow-up counts', { reports: given(['first', 30], ['follow-up', 80]) }, ['phone 20/-', 'first 40/30', 'follow-up 140/-']],
    ['controlled is not over', { state: 'controlled', reports: given(['first', 30]) }, ['phone 20/-', 'first 40/30', 'follow-up 90/-']],
    [
      'lifted: the final report a day later, and no follow-up',
      { state: 'lifted', liftedAt: 100 * MINUTE, reports: given(['first', 30]) },
      ['phone 20/-', 'first 40/30', 'final 1540/-'],
    ],
    [
      'a final report stands in for a first that was never written',
      { state: 'lifted', liftedAt: 30 * MINUTE, reports: given(['final', 60]) },
      ['phone 20/-', 'first 40/60', 'final 1470/60'],
    ],
    ['lifted at Ⅳ without any report asks for none', { state: 'lifted', level: 4, liftedAt: 30 * MINUTE }, []],
    [
      'lifted at Ⅳ after a report still asks for the final one',
      { state: 'closed', level: 4, levelSince: 50 * MINUTE, liftedAt: 60 * MINUTE, reports: given(['first', 30]) },
      ['first 30/30', 'final 1500/-'],
    ],
    ['not sent out yet', { state: 'pending' }, []],
    ['a false alarm', { state: 'false-alarm' }, []],
  ])('%s', (_name, over, expected) => {
    expect(clocks(over)).toEqual(expected);
  });
});

describe('the report that is due', () => {
  it.each<[IncidentState, ReportKind[], ReportKind]>([
    ['active', [], 'first'],
    ['active', ['first'], 'follow-up'],
    ['controlled', ['first', 'follow-up'], 'follow-up'],
    ['lifted', [], 'final'],
    ['lifted', ['first'], 'final'],
    ['closed', ['first', 'final'], 'follow-up'],
    ['false-alarm', ['first'], 'final'],
  ])('%s after %j: %s', (state, reports, kind) => {
    expect(nextReport(state, reports)).toBe(kind);
    expect(refusedReport(kind, state, reports)).toBe('');
  });
  it.each<[ReportKind, IncidentState, ReportKind[], string]>([
    ['first', 'pending', [], '还没有发出'],
    ['first', 'active', ['first'], '已经报过'],
    ['follow-up', 'active', [], '先报初报'],
    ['final', 'controlled', ['first'], '还没有解除'],
    ['final', 'closed', ['first', 'final'], '已经报过终报'],
    ['final', 'false-alarm', [], '误报'],
  ])('%s while %s after %j is refused', (kind, state, reports, words) => {
    expect(refusedReport(kind, state, reports)).toContain(words);
  });
});
