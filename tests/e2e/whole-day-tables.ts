import { RESULT_NAMES, RESULTS } from '../../shared/domain/disposal';
import { LEVELS, levelName } from '../../shared/domain/emergency';
import { FORECAST_GRADE_NAMES, FORECAST_GRADES } from '../../shared/domain/forecast';
import { PURPOSE_NAMES, PURPOSES, type VisitDetail, type VisitMark } from '../../shared/domain/visit';
import { againOnDay, headsOf, percent, promisesDue, type Records, realOnes } from './whole-day-recount';

/** The tables as they must be, counted from the records alone: a row is its label and its cells. */
export type Rows = string[][];
const MINUTE = 60_000;
const change = (base: number, now: number): string => {
  if (base === 0) return '—';
  const sign = now > base ? '+' : now < base ? '-' : '';
  return sign + percent(Math.abs(now - base), base);
};

export function t1({ visits, before, yearBefore }: Records): Rows {
  const line = (label: string, of: (all: readonly VisitDetail[]) => number): string[] => {
    const [now, last, year] = [of(visits), of(before), of(yearBefore)];
    return [label, String(now), String(last), change(last, now), String(year), change(year, now)];
  };
  // A Monday, and no holiday.
  const rest = ['其中：非工作日来访', '0', '', '', '', ''];
  return [line('批次', (all) => all.length), rest, line('人次', headsOf), rest];
}

export function t2({ visits }: Records): Rows {
  const part = (label: string, some: readonly VisitDetail[]): string[] => [
    ...[label, String(some.length), percent(some.length, visits.length)],
    ...[String(headsOf(some)), percent(headsOf(some), headsOf(visits))],
  ];
  const again = againOnDay(visits);
  const marked = (mark: VisitMark): VisitDetail[] => visits.filter(({ marks }) => marks.includes(mark));
  return [
    part(
      '个访',
      visits.filter(({ heads }) => heads < 5),
    ),
    part(
      '集体访（5 人以上）',
      visits.filter(({ heads }) => heads >= 5),
    ),
    part(
      '初访',
      visits.filter((visit) => !again.includes(visit)),
    ),
    part('重访', again),
    part('越级', marked('bypass')),
    part(
      '匿名',
      visits.filter(({ verification }) => verification === 'anonymous'),
    ),
    part('联名', marked('joint')),
  ];
}

export function t3({ visits, before, yearBefore, fields }: Records): Rows {
  const line = (label: string, codes: readonly string[]): string[] => {
    const of = (all: readonly VisitDetail[]): VisitDetail[] => all.filter(({ fieldCode }) => codes.includes(fieldCode));
    const now = of(visits);
    const compared = [before, yearBefore].map((all) => change(of(all).length, now.length));
    return [label, String(now.length), String(headsOf(now)), percent(now.length, visits.length), ...compared];
  };
  const rows = fields
    .filter(({ parent, active }) => parent === '' && active)
    .flatMap(({ code, name }) => {
      const under = fields.filter(({ parent }) => parent === code);
      const seen = under.filter((each) => visits.some(({ fieldCode }) => fieldCode === each.code));
      return [line(name, [code, ...under.map((each) => each.code)]), ...seen.map((each) => line(each.name, [each.code]))];
    });
  const everything = [...new Set([...visits, ...before, ...yearBefore].map(({ fieldCode }) => fieldCode))];
  return [...rows, line('合计', everything)];
}

export function t4({ visits, before, yearBefore }: Records): Rows {
  return PURPOSES.map((purpose) => {
    const of = (all: readonly VisitDetail[]): VisitDetail[] => all.filter((visit) => visit.purpose === purpose);
    const now = of(visits);
    const compared = [before, yearBefore].map((all) => change(of(all).length, now.length));
    return [PURPOSE_NAMES[purpose], String(now.length), String(headsOf(now)), percent(now.length, visits.length), ...compared];
  });
}

/** Nobody is late before the day is past: of what falls due today only what was kept counts. */
export function t6(records: Records): Rows {
  const ended = records.talks.filter(({ state }) => state === 'ended');
  const due = promisesDue(records);
  const kept = (code: string): number => due.filter((each) => each.code === code && each.state === 'kept').length;
  const inTime = (label: string, code: string): string[] => [label, String(kept(code)), percent(kept(code), kept(code))];
  const plan = kept('D1') + kept('D2');
  const legal = due.filter(({ code, state }) => !['D1', 'D2', 'D12', 'D13', 'LD'].includes(code) && state === 'kept').length;
  return [
    ['接谈结果', String(ended.length), ''],
    ...RESULTS.map((each) => {
      const n = ended.filter(({ result }) => result === each).length;
      return [RESULT_NAMES[each], String(n), percent(n, ended.length)];
    }),
    ['期限', '', ''],
    inTime('按期调查率（3 个工作日）', 'D1'),
    inTime('按期反馈率（10 个工作日）', 'D2'),
    ['超期数', '0', percent(0, plan)],
    ['法定期限超期', '0', percent(0, legal)],
  ];
}

export function t8(records: Records): Rows {
  const named = new Set(realOnes(records).flatMap(({ view }) => view.visits.map(({ id }) => id)));
  const hitVisits = records.visits.filter(({ id }) => named.has(id));
  const of = (grade: string) => records.forecasts.filter((item) => (item.grade ?? item.suggested) === grade);
  const linked = (grade: string) => of(grade).filter(({ matterId, personId }) => matterId !== '' || personId !== '');
  const hits = (grade: string) =>
    linked(grade).filter(({ matterId, personId }) =>
      hitVisits.some((visit) => visit.matterId === matterId || visit.people.some(({ id }) => id === personId)),
    );
  const high = [hits('high').length, linked('high').length] as const;
  return [
    ...FORECAST_GRADES.map((grade) => [FORECAST_GRADE_NAMES[grade], String(of(grade).length), String(hits(grade).length)]),
    ['命中率（高风险）', percent(...high), ''],
  ];
}

/** @param now ms UTC, when the table was made */
export function t9(records: Records, now: number): Rows {
  const real = realOnes(records);
  const line = (label: string, n: number): string[] => [label, String(n), percent(n, real.length)];
  const codes = [...new Set(real.map(({ row }) => row.code))].sort();
  const over = (due: number, done: number | null, until: number): boolean => Math.floor(((done ?? until) - due) / MINUTE) > 0;
  const lateToCome = real.filter(({ view, timeline, row }) => {
    const asked = view.calls.find(({ contact, when }) => contact === 'department' && when === '');
    const came = timeline.find(({ data }) => data.kind === 'arrival')?.elapsed ?? null;
    return asked ? over(asked.due, came, view.liftedAt ?? now - row.raisedAt) : false;
  });
  // Those above are told by telephone; a paper report was made of none.
  const above = ['superior', 'duty-office', 'joint-office'];
  const lateToReport = real.filter(({ view, row }) =>
    view.calls.some(({ contact, due, toldAt }) => above.includes(contact) && over(due, toldAt, now - row.raisedAt)),
  );
  return [
    ['突发事件', String(real.length), ''],
    ...codes.map((code) => {
      const some = real.filter(({ row }) => row.code === code);
      return line(`${code} ${some[0]?.row.name ?? ''}`, some.length);
    }),
    ['按等级', '', ''],
    ...LEVELS.map((level) => line(levelName(level), real.filter(({ row }) => row.level === level).length)),
    line('到场超时', lateToCome.length),
    line('报告超时', lateToReport.length),
    ['误报（不计入以上）', String(records.incidents.filter(({ row }) => row.state === 'false-alarm').length), ''],
  ];
}
