import { DEADLINE_CODES, type DeadlineCode } from '../domain/deadlines';
import { RESULT_NAMES, RESULTS } from '../domain/disposal';
import { FORECAST_GRADE_NAMES, FORECAST_GRADES } from '../domain/forecast';
import type { Cell, Figure, StatRow, StatTable } from '../domain/statistics';
import { DEADLINE_KINDS } from '../rules/deadline-kinds';
import { periodText } from '../rules/deadlines';
import { isRight } from '../rules/promises';
import { amount, blank, count, dash, noRecord, pending, row, share, words } from './cells';
import { average, rate } from './change';
import { sumFigures } from './facts';
import type { Sums } from './facts-of-period';
import { timesBefore } from './preparation-kept';

const by = (...keys: string[]): Figure => ({ keys });

/** The plan's two promises; all others that bind the unit are the law's. */
const PLAN: readonly DeadlineCode[] = ['D1', 'D2'];
const KEEPING: readonly DeadlineCode[] = ['D12', 'D13'];
const LEGAL = DEADLINE_CODES.filter((code) => !PLAN.includes(code) && !KEEPING.includes(code) && !isRight(code));

interface Standing {
  kept: number;
  late: number;
  /** Open, and its last day is past. */
  overdue: number;
  figure: Figure;
}

/** Promises whose last day lay in the period and is past: before it nobody is late. */
function standing({ facts }: Sums, codes: readonly DeadlineCode[]): Standing {
  const past = sumFigures(facts.now.filter(({ day }) => day < facts.today).map(({ figures }) => figures));
  const all = sumFigures(facts.now.map(({ figures }) => figures));
  const sum = (of: Record<string, number>, how: string): number =>
    codes.reduce((total, code) => total + (of[`due.${code}.${how}`] ?? 0), 0);
  return {
    kept: sum(all, 'kept'),
    late: sum(past, 'late'),
    overdue: sum(past, 'open'),
    figure: { keys: codes.flatMap((code) => [`due.${code}.late`, `due.${code}.open`]), before: facts.today },
  };
}

/** T6 处理: what came of the talks, and whether what was promised was kept. */
export function handling(sums: Sums): StatTable {
  const talks = sums.of('talks');
  const results = RESULTS.map((result) => {
    const key = `talks.result.${result}`;
    return row(
      result === 'answered' ? '当场答复' : RESULT_NAMES[result],
      [count(sums.of(key), by(key)), share(rate(sums.of(key), talks, '本期没有结束的接谈'))],
      1,
    );
  });
  const { deadlines } = sums.facts.settings;
  const kept = (code: DeadlineCode): StatRow => {
    const { kept: inTime, late, overdue } = standing(sums, [code]);
    const due = inTime + late + overdue;
    const name = `按期${DEADLINE_KINDS[code].name}率（${periodText(code, deadlines)}）`;
    return row(name, [count(inTime, by(`due.${code}.kept`)), share(rate(inTime, due, '本期没有到期的承诺'))], 1);
  };
  const overdueRow = (label: string, codes: readonly DeadlineCode[]): StatRow => {
    const { kept: inTime, late, overdue, figure } = standing(sums, codes);
    return row(label, [count(late + overdue, figure), share(rate(late + overdue, inTime + late + overdue, '本期没有到期的事项'))], 1);
  };
  return {
    id: 'T6',
    title: '处理',
    columns: ['项目', '件数', '占比'],
    rows: [
      row('接谈结果', [count(talks, by('talks')), blank()]),
      ...results,
      row('期限', [blank(), blank()]),
      ...PLAN.map(kept),
      overdueRow('超期数', PLAN),
      overdueRow('法定期限超期', LEGAL),
    ],
    notes: ['接谈按结束的接谈计；期限按到期日在本期内的承诺计，超期含逾期后才办的和至今未办的'],
    chart: {
      kind: 'bars',
      label: '接谈结果',
      unit: '件',
      points: RESULTS.map((result) => ({ label: RESULT_NAMES[result], value: sums.of(`talks.result.${result}`), base: null })).filter(
        ({ value }) => value > 0,
      ),
      baseLabel: '',
    },
  };
}

/** T7 时效. */
export function timing(sums: Sums): StatTable {
  const mean = (label: string, what: string, counted: string, none: string, figure: Figure): StatRow =>
    row(label, [amount(average(sums.of(`${what}.ms`), sums.of(counted), none)), count(sums.of(counted), figure)]);
  return {
    id: 'T7',
    title: '时效',
    columns: ['指标', '本期', '计入件数'],
    rows: [
      mean('平均等候', 'waits', 'waits', '本期没有从等候进入接谈的来访', by('waits')),
      mean('平均接谈', 'talks', 'talks.timed', '本期没有结束的接谈', by('talks.timed')),
      mean('登记到发卡', 'cards', 'cards', '本期没有打印完成的登记卡', by('cards')),
      analysis(sums),
      ...timesBefore(sums.facts.settings.preparation.steps).map((before) => prepared(sums, before)),
      compressed(sums),
    ],
    notes: [
      '登记到发卡：从登记保存到登记卡打印完成，不含补打',
      '准备达标：「关注」以上的事项到时各步骤均已完成；准备时间不足的、写明理由省略的步骤和没有计划时间的事项不计入',
    ],
    chart: null,
  };
}

/** 30 分钟研判达标率 (plan S30): of the items whose time is up or that are graded. */
function analysis({ facts }: Sums): StatRow {
  const label = `${facts.settings.forecast.gradeMinutes} 分钟研判达标率`;
  if (!facts.walked) return row(label, [pending(), pending()]);
  const { inTime, late } = facts.walked.analysis;
  return row(label, [share(rate(inTime, inTime + late, '本期没有到时限的预判')), count(inTime + late, { list: 'analysed' })]);
}

/** Ready so many minutes before the planned time (plan S34, S37, S39): of the matters whose time has come. */
function prepared({ facts }: Sums, before: number): StatRow {
  const label = `T-${before} 达标率`;
  if (!facts.walked) return row(label, [pending(), pending()]);
  const { inTime, counted } = facts.walked.prepared.find((each) => each.before === before) ?? { inTime: 0, counted: 0 };
  return row(label, [share(rate(inTime, counted, '本期没有到这一时刻的准备')), count(counted, { list: `prepared:${before}` })]);
}

function compressed({ facts }: Sums): StatRow {
  const label = '准备时间不足的事项';
  if (!facts.walked) return row(label, [pending(), blank()]);
  return row(label, [count(facts.walked.compressed, { list: 'compressed' }), blank()]);
}

/** T8 预警: the three grades of the forecast, and in how many of them something happened. */
export function warnings(sums: Sums): StatTable {
  const { walked } = sums.facts;
  const rows = FORECAST_GRADES.map((grade) => {
    const key = `forecasts.grade.${grade}`;
    return row(FORECAST_GRADE_NAMES[grade], [
      count(sums.of(key), by(key)),
      walked ? count(walked.warned[grade].hit, { list: `hit:${grade}` }) : pending(),
    ]);
  });
  const { linked, hit } = walked?.warned.high ?? { linked: 0, hit: 0 };
  const none = '高风险预判都没有关联本厅的事项或来访人，无法判定';
  return {
    id: 'T8',
    title: '预警',
    columns: ['等级', '件数', '当天实际发生突发事件'],
    rows: [
      ...rows,
      row('命中率（高风险）', [
        walked ? share(rate(hit, linked, sums.of('forecasts.grade.high') > 0 ? none : '本期没有高风险预判')) : pending(),
        blank(),
      ]),
    ],
    notes: ['命中：预判关联的来访当天被记入真实突发事件；没有关联事项或来访人的预判无法判定，不计入命中率'],
    chart: {
      kind: 'bars',
      label: '预警等级',
      unit: '件',
      points: FORECAST_GRADES.map((grade) => ({
        label: FORECAST_GRADE_NAMES[grade],
        value: sums.of(`forecasts.grade.${grade}`),
        base: null,
      })),
      baseLabel: '',
    },
  };
}

/** T10 满意度, by the day of the evaluation. */
export function satisfaction(sums: Sums, steps: readonly string[]): StatTable {
  const rated = sums.of('rated');
  const { walked } = sums.facts;
  const cells = (n: number): Cell[] => [count(n, null), share(rate(n, rated, '本期没有评价'))];
  return {
    id: 'T10',
    title: '满意度',
    columns: ['评价', '件数', '占比'],
    rows: [
      ...steps.map((name, i) => {
        const key = `rated.${i + 1}`;
        const [, part] = cells(sums.of(key));
        return row(name, [count(sums.of(key), by(key)), part ?? blank()]);
      }),
      row('未评价', [walked ? count(walked.unrated, { list: 'unrated' }) : pending(), dash('未评价不计入占比')]),
    ],
    notes: ['评价按评价日期计；未评价为本期接谈有了结果、至今没有评价的事项'],
    chart: {
      kind: 'bars',
      label: '满意度评价',
      unit: '件',
      points: steps.map((label, i) => ({ label, value: sums.of(`rated.${i + 1}`), base: null })),
      baseLabel: '',
    },
  };
}

/** T12 设备与补录. */
export function equipment(sums: Sums): StatTable {
  return {
    id: 'T12',
    title: '设备与补录',
    columns: ['项目', '数量', '说明'],
    rows: [
      row('离线时长', [noRecord('程序不保存每次离线的起止时间'), words('程序只显示当前是否在线')]),
      row('补录数', [count(sums.of('visits.paper'), by('visits.paper')), words('停电备用卡上的来访，事后录入')]),
      row('打印失败', [count(sums.of('prints.failed'), by('prints.failed')), words(`共 ${sums.of('prints')} 次打印，至今没有打出`)]),
      row('打印结果不明', [count(sums.of('prints.unknown'), by('prints.unknown')), words('打印机没有答复，待人工确认')]),
    ],
    notes: [],
    chart: null,
  };
}
