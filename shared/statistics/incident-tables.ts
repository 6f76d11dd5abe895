import { LEVELS, levelName } from '../domain/emergency';
import { INCIDENT_CODES } from '../domain/incident-plan';
import type { Figure, StatRow, StatTable } from '../domain/statistics';
import { CATALOGUE } from '../incidents/catalogue';
import { blank, count, pending, row, share } from './cells';
import { rate } from './change';
import type { Sums } from './facts-of-period';

const by = (...keys: string[]): Figure => ({ keys });
const NONE = '本期没有突发事件';

/** T9 突发事件: real ones only, drills leave nothing here. */
export function incidents(sums: Sums): StatTable {
  const all = sums.of('incidents');
  const line = (label: string, key: string): StatRow => row(label, [count(sums.of(key), by(key)), share(rate(sums.of(key), all, NONE))], 1);
  const { walked } = sums.facts;
  const late = (label: string, n: number | undefined, list: string): StatRow =>
    row(label, [n === undefined ? pending() : count(n, { list }), n === undefined ? pending() : share(rate(n, all, NONE))]);
  const codes = INCIDENT_CODES.filter((code) => sums.of(`incidents.code.${code}`) > 0);
  return {
    id: 'T9',
    title: '突发事件',
    columns: ['项目', '件数', '占比'],
    rows: [
      row('突发事件', [count(all, by('incidents')), blank()]),
      ...codes.map((code) => line(`${code} ${CATALOGUE[code].name}`, `incidents.code.${code}`)),
      ...(sums.of('incidents.code.') > 0 ? [line('未定类型', 'incidents.code.')] : []),
      row('按等级', [blank(), blank()]),
      ...LEVELS.map((level) => line(levelName(level), `incidents.level.${level}`)),
      late('到场超时', walked?.lateArrivals, 'late-arrivals'),
      late('报告超时', walked?.lateReports, 'late-reports'),
      row('误报（不计入以上）', [count(sums.of('incidents.false'), by('incidents.false')), blank()]),
    ],
    notes: ['演练不计入；到场超时：责任科室应到场而第一个到场记录晚于时限或没有；报告超时：电话、书面、续报、终报任一晚于时限'],
    chart: {
      kind: 'bars',
      label: '突发事件类型',
      unit: '件',
      points: codes.map((code) => ({ label: CATALOGUE[code].name, value: sums.of(`incidents.code.${code}`), base: null })),
      baseLabel: '',
    },
  };
}
