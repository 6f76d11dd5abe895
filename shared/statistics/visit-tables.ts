import type { Cell, Figure, StatRow, StatTable } from '../domain/statistics';
import { PURPOSE_NAMES, PURPOSES } from '../domain/visit';
import { choosableFields } from '../rules/fields';
import { blank, count, pending, row, share, words } from './cells';
import { changeFrom, rate } from './change';
import { trendChart } from './charts';
import type { Amount, Sums } from './facts-of-period';

const NO_VISITS = '本期没有来访';
const by = (...keys: string[]): Figure => ({ keys });

const previousChange = (sums: Sums, key: string): Cell => share(changeFrom(sums.before(key), sums.of(key), '上期', sums.whyNotPrevious));
const yearChange = (sums: Sums, key: string): Cell =>
  share(changeFrom(sums.yearBefore(key), sums.of(key), '去年同期', sums.whyNotLastYear));
const earlier = (value: number | null, why: string): Cell => (value === null ? words('—', why) : count(value));

/** T1 总量, with the days on which the unit does not work beside: the national office registers no visit at weekends. */
export function totals(sums: Sums): StatTable {
  const line = (label: string, key: string): StatRow =>
    row(label, [
      count(sums.of(key), by('visits')),
      earlier(sums.before(key), sums.whyNotPrevious),
      previousChange(sums, key),
      earlier(sums.yearBefore(key), sums.whyNotLastYear),
      yearChange(sums, key),
    ]);
  const rest = (label: string, key: string): StatRow =>
    row(label, [count(sums.onRestDays(key), { keys: ['visits'], rest: true }), blank(), blank(), blank(), blank()], 1);
  return {
    id: 'T1',
    title: '总量',
    columns: ['指标', '本期', '上期', '环比', '去年同期', '同比'],
    rows: [line('批次', 'visits'), rest('其中：非工作日来访', 'visits'), line('人次', 'heads'), rest('其中：非工作日来访', 'heads')],
    notes: [],
    chart: trendChart(sums),
  };
}

/** T2 结构. 越级 and 联名 as they were ticked at the desk. */
export function structure(sums: Sums): StatTable {
  const { statistics } = sums.facts.settings;
  const sizes = sums.keysUnder('visits.size.').map((key) => ({ key, size: Number(key.slice('visits.size.'.length)) }));
  const group = (from: number, to: number): { amount: Amount; figure: Figure } => {
    const keys = sizes.filter(({ size }) => size >= from && size < to).map(({ key }) => key);
    const heads = sizes.reduce((sum, { key, size }) => sum + (keys.includes(key) ? size * sums.of(key) : 0), 0);
    return { amount: { visits: sums.total(keys), heads }, figure: { keys: keys.length > 0 ? keys : ['visits.size.0'] } };
  };
  const parts = ({ visits, heads }: Amount, figure: Figure): Cell[] => [
    count(visits, figure),
    share(rate(visits, sums.of('visits'), NO_VISITS)),
    count(heads, figure),
    share(rate(heads, sums.of('heads'), NO_VISITS)),
  ];
  const kept = (what: string): Cell[] =>
    parts({ visits: sums.of(`visits.${what}`), heads: sums.of(`heads.${what}`) }, by(`visits.${what}`));
  const small = group(0, statistics.collectiveFrom);
  const large = group(statistics.collectiveFrom, Number.POSITIVE_INFINITY);
  const repeats = repeatsOf(sums);
  const rows = [
    row('个访', parts(small.amount, small.figure)),
    row(`集体访（${statistics.collectiveFrom} 人以上）`, parts(large.amount, large.figure)),
    row('初访', repeats ? parts(repeats.first, repeats.firstFigure) : PENDING),
    row('重访', repeats ? parts(repeats.again, repeats.againFigure) : PENDING),
    row('越级', kept('bypass')),
    row('匿名', kept('anonymous')),
    row('联名', kept('joint')),
  ];
  const points = [
    { label: '个访', value: small.amount.visits, base: null },
    { label: '集体访', value: large.amount.visits, base: null },
    ...(repeats
      ? [
          { label: '初访', value: repeats.first.visits, base: null },
          { label: '重访', value: repeats.again.visits, base: null },
        ]
      : []),
  ];
  return {
    id: 'T2',
    title: '结构',
    columns: ['类型', '批次', '占比', '人次', '占比'],
    rows,
    notes: ['越级、联名以登记时勾选为准，此前的登记没有这两项'],
    chart: { kind: 'bars', label: '来访结构', unit: '批', points, baseLabel: '' },
  };
}
const PENDING: readonly Cell[] = [pending(), pending(), pending(), pending()];

function repeatsOf({ facts, now }: Sums) {
  if (facts.settings.statistics.repeatBy === 'registered') {
    const amount = (what: string): Amount => ({ visits: now[`visits.${what}`] ?? 0, heads: now[`heads.${what}`] ?? 0 });
    return { first: amount('first'), again: amount('repeated'), firstFigure: by('visits.first'), againFigure: by('visits.repeated') };
  }
  const again = facts.walked?.repeated;
  if (!again) return null;
  const first = { visits: (now.visits ?? 0) - again.visits, heads: (now.heads ?? 0) - again.heads };
  return { first, again, firstFigure: { list: 'first' }, againFigure: { list: 'repeated' } };
}

/** T3 领域: the dictionary's first level with what is below it; codes that left the dictionary stand at the end. */
export function fields(sums: Sums): StatTable {
  const { entries } = sums.facts.settings.fields;
  const known = new Set(entries.map(({ code }) => code));
  const below = (code: string): string[] => entries.filter(({ parent }) => parent === code).map((entry) => entry.code);
  const cells = (codes: readonly string[]): Cell[] => {
    const sum = (what: 'visits' | 'heads', when: 'now' | 'before' | 'year'): number | null => {
      const each = codes.map((code) => {
        const key = `${what}.field.${code}`;
        return when === 'now' ? sums.of(key) : when === 'before' ? sums.before(key) : sums.yearBefore(key);
      });
      return each.includes(null) ? null : each.reduce<number>((all, value) => all + (value ?? 0), 0);
    };
    const visits = sum('visits', 'now') ?? 0;
    const figure = by(...codes.map((code) => `visits.field.${code}`));
    return [
      count(visits, figure),
      count(sum('heads', 'now') ?? 0, figure),
      share(rate(visits, sums.of('visits'), NO_VISITS)),
      share(changeFrom(sum('visits', 'before'), visits, '上期', sums.whyNotPrevious)),
      share(changeFrom(sum('visits', 'year'), visits, '去年同期', sums.whyNotLastYear)),
    ];
  };
  const rows: StatRow[] = [];
  const points: { label: string; value: number; base: number | null }[] = [];
  const active = new Set(choosableFields({ entries }).map(({ code }) => code));
  for (const { code, name } of entries.filter(({ parent }) => parent === '')) {
    const under = below(code);
    const all = [code, ...under];
    const visits = sums.total(all.map((each) => `visits.field.${each}`));
    // What is no longer offered is shown while somebody came about it.
    if (visits === 0 && !active.has(code)) continue;
    rows.push(row(name, cells(all)));
    points.push({ label: name, value: visits, base: null });
    for (const each of under) {
      if (sums.of(`visits.field.${each}`) > 0) rows.push(row(entries.find((entry) => entry.code === each)?.name ?? each, cells([each]), 1));
    }
  }
  const gone = sums.keysUnder('visits.field.').map((key) => key.slice('visits.field.'.length));
  for (const code of gone.filter((each) => !known.has(each))) rows.push(row(code === '' ? '未填' : `原代码 ${code}`, cells([code])));
  rows.push(
    row('合计', [
      count(sums.of('visits'), by('visits')),
      count(sums.of('heads'), by('visits')),
      share(rate(sums.of('visits'), sums.of('visits'), NO_VISITS)),
      previousChange(sums, 'visits'),
      yearChange(sums, 'visits'),
    ]),
  );
  return {
    id: 'T3',
    title: '领域',
    columns: ['内容分类', '批次', '人次', '占比', '环比', '同比'],
    rows,
    notes: ['占比、环比、同比按批次计算；一级分类含其下各类'],
    chart: { kind: 'bars', label: '各领域来访', unit: '批', points: points.filter(({ value }) => value > 0), baseLabel: '' },
  };
}

/** T4 类别 (条例 29–31 条). */
export function purposes(sums: Sums): StatTable {
  return {
    id: 'T4',
    title: '类别',
    columns: ['信访目的', '批次', '人次', '占比', '环比', '同比'],
    rows: PURPOSES.map((purpose) => {
      const key = `visits.purpose.${purpose}`;
      return row(PURPOSE_NAMES[purpose], [
        count(sums.of(key), by(key)),
        count(sums.of(`heads.purpose.${purpose}`), by(key)),
        share(rate(sums.of(key), sums.of('visits'), NO_VISITS)),
        previousChange(sums, key),
        yearChange(sums, key),
      ]);
    }),
    notes: [],
    chart: {
      kind: 'bars',
      label: '来访类别',
      unit: '批',
      points: PURPOSES.map((purpose) => ({ label: PURPOSE_NAMES[purpose], value: sums.of(`visits.purpose.${purpose}`), base: null })),
      baseLabel: '',
    },
  };
}

const NO_DEPARTMENT = '（未指定科室）';

/** T5 责任科室 as the dictionary names it for a field, and 问题属地, which stands inside the seal and is walked when asked for. */
export function departments(sums: Sums): StatTable {
  const { entries } = sums.facts.settings.fields;
  const departmentOf = (code: string): string => {
    const entry = entries.find((each) => each.code === code);
    const parent = entries.find((each) => each.code === entry?.parent);
    return entry?.department || parent?.department || NO_DEPARTMENT;
  };
  const codes = new Map<string, string[]>();
  for (const key of sums.keysUnder('visits.field.')) {
    const code = key.slice('visits.field.'.length);
    const name = departmentOf(code);
    codes.set(name, [...(codes.get(name) ?? []), code]);
  }
  const named = [...codes].map(([name, all]) => ({
    name,
    visits: sums.total(all.map((code) => `visits.field.${code}`)),
    heads: sums.total(all.map((code) => `heads.field.${code}`)),
    figure: by(...all.map((code) => `visits.field.${code}`)),
  }));
  named.sort((a, b) => b.visits - a.visits || (a.name < b.name ? -1 : 1));
  const line = (label: string, { visits, heads }: Amount, figure: Figure): StatRow =>
    row(label, [count(visits, figure), count(heads, figure), share(rate(visits, sums.of('visits'), NO_VISITS))], 1);
  const places = sums.facts.walked?.places;
  return {
    id: 'T5',
    title: '属地、单位',
    columns: ['责任科室、问题属地', '批次', '人次', '占比'],
    rows: [
      row('按责任科室', [blank(), blank(), blank()]),
      ...named.map(({ name, visits, heads, figure }) => line(name, { visits, heads }, figure)),
      row('按问题属地', [blank(), blank(), blank()]),
      ...(places ?? []).map(({ place, visits, heads }) => line(place, { visits, heads }, { list: `place:${place}` })),
    ],
    notes: places ? [] : ['问题属地存在加密内容里，需要时按「统计属地」逐条统计'],
    chart: {
      kind: 'bars',
      label: '各责任科室来访',
      unit: '批',
      points: named.map(({ name, visits }) => ({ label: name, value: visits, base: null })),
      baseLabel: '',
    },
  };
}

/** T11 领导接访. */
export function leaders(sums: Sums): StatTable {
  const settled = sums.facts.walked;
  return {
    id: 'T11',
    title: '领导接访',
    columns: ['指标', '本期', '环比', '同比'],
    rows: [
      row('批次', [
        count(sums.of('visits.leader'), by('visits.leader')),
        previousChange(sums, 'visits.leader'),
        yearChange(sums, 'visits.leader'),
      ]),
      row('人次', [
        count(sums.of('heads.leader'), by('visits.leader')),
        previousChange(sums, 'heads.leader'),
        yearChange(sums, 'heads.leader'),
      ]),
      row('化解', [settled ? count(settled.leaderSettled, { list: 'leader-settled' }) : pending(), blank(), blank()]),
    ],
    notes: ['化解：事项已答复、已办结或复核终结的批次，按现在的状态'],
    chart: null,
  };
}
