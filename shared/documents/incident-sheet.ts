import { levelName } from '../domain/emergency';
import { causeOf, entriesOfKind, type IncidentFacts, lineOf, momentAt } from '../rules/incident-facts';
import { stands } from '../rules/incident-picture';
import { CAUSE, placeOf } from '../rules/incident-report';
import { clockOf, longDay, stampOf } from '../rules/time';
import { DRILL_LINE, type IncidentPaperModel, type PaperBlock } from './incident-paper';
import { ending } from './incident-sheet-ending';
import { evidence, response } from './incident-sheet-response';
import { phoneLog } from './phone-log';
import { grid, heading, reported, row, table } from './sheet-blocks';

/** What the sheet says beside the timeline. */
export interface SheetFacts extends IncidentFacts {
  demo: boolean;
  visits: readonly { queueNumber: string; name: string }[];
  /** Photos and recordings by their id: what they are called, and their SHA-256; absent or empty where it is not known. */
  files: ReadonlyMap<string, { name: string; sha256: string }>;
  /** In their order. */
  reports: readonly { title: string; to: string; at: number; signedName: string; sections: readonly { label: string; text: string }[] }[];
  madeBy: string;
  /** What the reporter is in the unit. */
  reporterPost: string;
  drillPlan: string;
  participants: string;
}

/** 《突发事件报告单》 (forms 5.7) with the 电话记录 as its second part: every field, and what nobody knows says so. */
export function buildIncidentSheet(facts: SheetFacts): IncidentPaperModel {
  return {
    title: '突发事件报告单',
    unitName: facts.unit.name,
    number: facts.number,
    date: longDay(stampOf(facts.now).slice(0, 10)),
    demo: facts.demo,
    drill: facts.drill,
    blocks: [
      ...(facts.drill ? [DRILL_LINE] : []),
      ...head(facts),
      ...response(facts),
      ...evidence(facts),
      ...ending(facts),
      ...phoneLog(facts),
    ],
  };
}

function head(facts: SheetFacts): PaperBlock[] {
  const { picture, plan, raisedAt, drill } = facts;
  const name = plan ? `${picture.code} ${plan.name}` : '';
  const kind = facts.entries.find(({ data }) => data.kind === 'raised')?.data;
  const how = kind?.kind === 'raised' && !kind.signedIn ? '按 F9 键报警，当时无人登录' : '按 F9 键报警';
  const who = facts.visits.map(({ queueNumber, name: visitor }) => `${queueNumber} 号 ${visitor || '匿名'}`).join('、');
  return [
    table(
      row('编号', facts.number),
      row('性质', drill ? '演练' : '真实'),
      ...(drill ? [row('演练方案', facts.drillPlan), row('参加人员', facts.participants)] : []),
      row('类型', name),
      row('报警人', facts.reporter),
      row('报警方式', `${facts.deskName}，${drill ? '开始演练' : how}`),
      row('发现时间', ''),
      row('按键时间', stampOf(raisedAt)),
      row('地点', placeOf(facts)),
      row('涉及人员', who),
    ),
    heading('响应等级（历次）'),
    grid(['时间', '等级', '原因', '决定人'], [16, 18, 46, 20], levels(facts)),
    heading('现场人数'),
    grid(
      ['时间', '人数'],
      [50, 50],
      picture.people.map(({ elapsed, count }) => [momentAt(elapsed, facts), `${count} 人`]),
    ),
    table(row('起因', reported(facts, CAUSE) || causeOf(facts))),
    heading('经过'),
    grid(['序号', '时间', '历时', '内容', '记录'], [8, 12, 13, 53, 14], timeline(facts)),
  ];
}

function levels(facts: SheetFacts): string[][] {
  const set = entriesOfKind(facts, 'level').map(({ elapsed, data, staffId }) => [
    momentAt(elapsed, facts),
    levelName(data.level),
    data.reason,
    facts.staffName(staffId),
  ]);
  return [[momentAt(0, facts), levelName(4), '报警', ''], ...set];
}

/** Every line, the corrected ones with it: what was written is never lost, only marked. */
const timeline = (facts: SheetFacts): string[][] =>
  facts.entries.map((entry) => [
    String(entry.n + 1),
    stampOf(entry.at).slice(11),
    `+${clockOf(entry.elapsed)}`,
    `${lineOf(entry, facts.names)}${stands(facts.picture, entry) ? '' : '（已更正）'}`,
    facts.staffName(entry.staffId) || (entry.staffId === '' ? '未登录' : ''),
  ]);
