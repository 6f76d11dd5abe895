import { SERVICE_NAMES, SERVICES } from '../domain/emergency';
import { ITEM_FATE_NAMES } from '../domain/incident';
import { UNKNOWN } from '../domain/incident-report';
import {
  conductsSeen,
  DANGER_FIELDS,
  entriesOfKind,
  fieldsNamed,
  injuriesOf,
  lines,
  lossOf,
  measuresOf,
  minutesLate,
  momentAt,
  OPINION_FIELDS,
  trendOf,
} from '../rules/incident-facts';
import { REQUESTS, TREND } from '../rules/incident-report';
import type { PaperBlock } from './incident-paper';
import type { SheetFacts } from './incident-sheet';
import { grid, heading, joined, reported, row, table } from './sheet-blocks';

const CLAUSES: readonly (readonly [clause: number, words: string])[] = [
  [1, '（一）聚集、围堵、冲击、拦车、堵路'],
  [2, '（二）携带危险物品、管制器具'],
  [3, '（三）侮辱、殴打、威胁、限制自由、毁坏财物'],
  [4, '（四）滞留、滋事、弃留无人照护者'],
  [5, '（五）煽动、串联、胁迫、利诱、操纵、敛财'],
  [6, '（六）其他扰乱秩序的行为'],
];

/** Conduct, harm, measures, and who was there or was told. */
export function response(facts: SheetFacts): PaperBlock[] {
  const { picture } = facts;
  const seen = conductsSeen(facts);
  const said = (clause: number): string =>
    seen
      .filter((each) => each.clause === clause)
      .map(({ label, from, until }) => `${label} ${momentAt(from, facts)}${until === null ? ' 起' : ` 至 ${momentAt(until, facts)}`}`)
      .join('；');
  const clauses = CLAUSES.map(([clause, words]) => [said(clause) ? '☑' : '□', words, said(clause) || '未勾选']);
  const arrivals = entriesOfKind(facts, 'arrival').map(({ elapsed, data }) => [
    momentAt(elapsed, facts),
    data.person,
    data.post || UNKNOWN,
  ]);
  const services = SERVICES.map((service) => {
    const { called = null, arrived = null, left = null, caseNo = '' } = picture.services[service] ?? {};
    const at = (elapsed: number | null): string => (elapsed === null ? UNKNOWN : momentAt(elapsed, facts));
    return called === null && arrived === null
      ? [SERVICE_NAMES[service], '未拨打', '—', '—', '—']
      : [SERVICE_NAMES[service], at(called), caseNo || UNKNOWN, at(arrived), at(left)];
  });
  return [
    heading('信访工作条例 26 条所列行为'),
    grid(['', '条项', '出现的行为'], [6, 42, 52], clauses),
    table(
      row('条例未列的情形', said(0)),
      row('人员伤亡', injuriesOf(facts)),
      row('财产损失', lossOf(facts)),
      row('劝离次数', `${picture.persuasions} 次`),
      row('已采取措施', lines(facts, measuresOf(facts))),
    ),
    heading('到场人员'),
    grid(['时间', '到场人', '岗位或单位'], [20, 35, 45], arrivals),
    heading('110、119、120'),
    grid(['电话', '拨打', '接警号', '到场', '离场'], [22, 18, 24, 18, 18], services),
    heading('通知清单'),
    grid(['对象', '应告知', '实告知', '结果'], [36, 20, 18, 26], notified(facts)),
  ];
}

function notified(facts: SheetFacts): string[][] {
  return facts.calls.map(({ name, person, insteadOf, when, due, toldAt, unanswered, outcome }) => {
    const limited = due < Number.MAX_SAFE_INTEGER;
    const who = [name, person, insteadOf && `（代 ${insteadOf}）`, when && `（${when}）`].filter(Boolean).join(' ');
    const missed = unanswered > 0 ? `无人接听 ${unanswered} 次` : '';
    const late = limited && toldAt !== null && minutesLate(toldAt, due) > 0 ? `超时 ${minutesLate(toldAt, due)} 分钟` : '';
    const word =
      toldAt !== null ? late || (limited ? '按时' : '已告知') : outcome === 'dialled' ? '已拨通，未记告知' : when ? '未通知' : '未告知';
    return [who, limited ? momentAt(due, facts) : '—', toldAt === null ? '—' : momentAt(toldAt, facts), joined(word, missed)];
  });
}

/** Things, sound and pictures, and what is said of it outside. */
export function evidence(facts: SheetFacts): PaperBlock[] {
  const items = entriesOfKind(facts, 'item').map(({ data }) => [
    [data.name, data.feature].filter(Boolean).join('，'),
    ITEM_FATE_NAMES[data.fate],
    data.takenBy || UNKNOWN,
    data.receiptNo || UNKNOWN,
  ]);
  const file = (id: string) => facts.files.get(id);
  const kept = [
    ...entriesOfKind(facts, 'camera').map(({ data, elapsed }) => [
      '录像',
      `${data.camera} ${data.from}${data.until ? ` 至 ${data.until}` : ' 起'} ${data.text}`.trim(),
      momentAt(elapsed, facts),
      '在监控系统中',
    ]),
    ...entriesOfKind(facts, 'photo').map(({ data, elapsed }) => [
      '照片',
      data.text || file(data.attachmentId)?.name || UNKNOWN,
      momentAt(elapsed, facts),
      file(data.attachmentId)?.sha256 || UNKNOWN,
    ]),
    ...entriesOfKind(facts, 'recording').map(({ data, elapsed }) => [
      '录音',
      data.text || file(data.recordingId)?.name || UNKNOWN,
      momentAt(elapsed, facts),
      file(data.recordingId)?.sha256 || UNKNOWN,
    ]),
  ];
  const opinion = conductsSeen(facts).filter(({ id }) => id === 'filming' || id === 'spreading');
  return [
    heading('危险物品'),
    grid(['物品', '去向', '经手', '收据号'], [40, 22, 20, 18], items),
    table(row('危险物品的其他记录', fieldsNamed(facts, DANGER_FIELDS[facts.picture.code] ?? []).join('\n'))),
    heading('证据'),
    grid(['种类', '内容', '记录时间', 'SHA-256'], [10, 32, 16, 42], kept),
    table(
      row('舆情', joined(opinion.map(({ label }) => label).join('、'), ...fieldsNamed(facts, OPINION_FIELDS))),
      row('发展趋势', reported(facts, TREND) || trendOf(facts)),
      row('请求事项', reported(facts, REQUESTS)),
    ),
    heading('本类型要求的记录'),
    grid(
      ['栏目', '内容'],
      [30, 70],
      (facts.plan?.fields ?? []).map(({ key, label }) => [label, facts.picture.facts[key] || UNKNOWN]),
    ),
  ];
}
