import { levelName } from '../domain/emergency';
import { REPORT_KIND_NAMES, type ReportKind, type ReportSection } from '../domain/incident-report';
import { chineseNumber } from './chinese-number';
import {
  causeOf,
  conductsSeen,
  entriesOfKind,
  fieldsNamed,
  type IncidentFacts,
  injuriesOf,
  lines,
  lossOf,
  measuresOf,
  minutesLate,
  momentAt,
  SCOPE_FIELDS,
  trendOf,
} from './incident-facts';
import { type Entry, peopleNow, stands } from './incident-picture';
import { stampOf } from './time';

/** 续报一, 续报二 …; a paper without a number of its own is 初报 or 终报. @param n of the follow-up, from 1 */
export const reportTitle = (kind: ReportKind, n: number): string =>
  kind === 'follow-up' ? `${REPORT_KIND_NAMES[kind]}${chineseNumber(n)}` : REPORT_KIND_NAMES[kind];

/** Labels that the sheet looks for in the reports that were signed (forms 5.7). */
export const CAUSE = '起因';
export const TREND = '发展趋势';
export const REQUESTS = '建议和请求';

const section = (label: string, text: string): ReportSection => ({ label, text });

/** Whole lines of a text as long as a section may be: what does not fit is said to stand in the sheet, never cut in silence. */
const MOST = 3900;
const wholeLines = (text: string): string => {
  if (text.length <= MOST) return text;
  const kept = text.slice(0, MOST);
  return `${kept.slice(0, Math.max(kept.lastIndexOf('\n'), MOST - 500))}\n……（其余见突发事件报告单）`;
};

/**
 * The elements of a report of this kind (incidents 3.3) as far as the timeline tells them; what it does not tell is
 * empty, to be filled in by whoever signs.
 * @param since `n` of the last entry that the report before knew; -1 for none
 */
export function draftReport(kind: ReportKind, facts: IncidentFacts, since = -1): ReportSection[] {
  const sections = kind === 'first' ? firstReport(facts) : kind === 'final' ? finalReport(facts) : followUp(facts, since);
  return sections.map(({ label, text }) => section(label, wholeLines(text)));
}

function firstReport(facts: IncidentFacts): ReportSection[] {
  return [
    section('接报时间', stampOf(facts.raisedAt)),
    section('信息来源', `${facts.reporter}，${facts.deskName}按键报警`),
    section('事发时间', `不晚于 ${stampOf(facts.raisedAt)}（按键时间）`),
    section('事发地点', placeOf(facts)),
    section('事件性质', natureOf(facts)),
    section(CAUSE, causeOf(facts)),
    section('经过', courseOf(facts)),
    section('影响范围', scopeOf(facts)),
    section('人员伤亡', injuriesOf(facts)),
    section('财产损失', lossOf(facts)),
    section(TREND, trendOf(facts)),
    section('领导到位情况', leadersOf(facts)),
    section('已采取措施', lines(facts, measuresOf(facts))),
    section(REQUESTS, ''),
    section('报告单位', reporterOf(facts)),
  ];
}

/** Only what is new since the report before; an element without anything new is left out. */
function followUp(facts: IncidentFacts, since: number): ReportSection[] {
  const fresh: IncidentFacts = { ...facts, entries: facts.entries.filter(({ n }) => n > since) };
  const people = entriesOfKind(fresh, 'people');
  const news = fresh.entries.filter((entry) => stands(fresh.picture, entry) && NEWS.has(entry.data.kind));
  const optional = [
    section('新的进展', lines(facts, news)),
    section('现场人数', people.length > 0 ? lines(facts, people) : ''),
    section('人员伤亡', lines(facts, entriesOfKind(fresh, 'injury'))),
    section('到场情况', lines(facts, arrivals(fresh))),
    section('新采取的措施', lines(facts, measuresOf(fresh))),
  ].filter(({ text }) => text !== '');
  return [
    section('截至时间', stampOf(facts.now)),
    section('事件', `${placeOf(facts)}，${natureOf(facts)}，${stampOf(facts.raisedAt)} 发生`),
    ...(optional.length > 0 ? optional : [section('新的进展', '上次报告后没有新的情况。')]),
    section(TREND, trendOf(facts)),
    section(REQUESTS, ''),
  ];
}

/** Lines that tell what happened, beside counts, arrivals, injuries and measures, which have places of their own. */
const NEWS: ReadonlySet<Entry['data']['kind']> = new Set([
  ...(['note', 'type', 'level', 'conduct', 'item', 'fact', 'correction', 'camera', 'photo', 'recording'] as const),
  ...(['false-alarm', 'whereabouts', 'closed'] as const),
]);

function finalReport(facts: IncidentFacts): ReportSection[] {
  const { picture } = facts;
  const { whereabouts, review } = picture;
  const after = whereabouts
    ? [
        `人员：${whereabouts.people}`,
        whereabouts.items && `物品：${whereabouts.items}`,
        whereabouts.evidence && `证据：${whereabouts.evidence}`,
      ]
    : [];
  const ended = picture.liftedAt === null ? '' : `${momentAt(picture.liftedAt, facts)} 解除响应`;
  return [
    section('基本情况', `${stampOf(facts.raisedAt)}，${placeOf(facts)}，${natureOf(facts)}。${scopeOf(facts)}`),
    section(CAUSE, causeOf(facts)),
    section('经过', courseOf(facts)),
    section('处置情况', lines(facts, measuresOf(facts))),
    section('当前情况', [ended, picture.summary].filter(Boolean).join('\n') || trendOf(facts)),
    section('人员伤亡和财产损失', [injuriesOf(facts), lossOf(facts)].filter(Boolean).join('\n')),
    section('善后情况', after.filter(Boolean).join('\n')),
    section(
      '评估',
      review
        ? [`时限：${review.limits}`, review.worked && `有效做法：${review.worked}`, `改进：${review.improve}`].filter(Boolean).join('\n')
        : limitsOf(facts),
    ),
    section('下一步', ''),
    section('报告单位', reporterOf(facts)),
  ];
}

export const placeOf = ({ unit, deskName }: IncidentFacts): string => [unit.address || unit.name, deskName].filter(Boolean).join(' ');

export function natureOf({ plan, picture }: IncidentFacts): string {
  const name = plan?.name ?? '突发情况（类型待定）';
  return `${picture.code} ${name}，响应等级 ${levelName(picture.level)}`.trim();
}

/** What was written down, in the order of the hours; not again what began it. */
function courseOf(facts: IncidentFacts): string {
  const cause = causeOf(facts);
  return lines(
    facts,
    entriesOfKind(facts, 'note').filter(({ data }) => data.text !== cause),
  );
}

function scopeOf(facts: IncidentFacts): string {
  const now = peopleNow(facts.picture);
  const most = Math.max(0, ...facts.picture.people.map(({ count }) => count));
  const counted = now === null ? '' : `现场 ${now} 人${most > now ? `，最多时 ${most} 人` : ''}`;
  const seen = [...new Set(conductsSeen(facts).map(({ label }) => label))];
  return [counted, seen.length > 0 ? `出现：${seen.join('、')}` : '', ...fieldsNamed(facts, SCOPE_FIELDS)].filter(Boolean).join('；');
}

const arrivals = (facts: IncidentFacts): Entry[] =>
  facts.entries.filter(
    (entry) =>
      stands(facts.picture, entry) && (entry.data.kind === 'arrival' || (entry.data.kind === 'service' && entry.data.stage === 'arrived')),
  );

function leadersOf(facts: IncidentFacts): string {
  const { commander } = facts;
  const head = commander.post ? `指挥：${[commander.post, commander.person].filter(Boolean).join(' ')}` : '';
  return [head, lines(facts, arrivals(facts))].filter(Boolean).join('\n');
}

/** Of those who had to be told: how many were in time. */
function limitsOf({ calls, picture }: IncidentFacts): string {
  const asked = calls.filter(({ due, when }) => when === '' && due < Number.MAX_SAFE_INTEGER);
  if (asked.length === 0) return '';
  const told = asked.filter(({ toldAt }) => toldAt !== null);
  const late = told.filter(({ toldAt, due }) => minutesLate(toldAt ?? 0, due) > 0);
  const missed = asked.length - told.length;
  const persuaded = picture.persuasions > 0 ? `；劝离 ${picture.persuasions} 次` : '';
  return `应通知 ${asked.length} 处，按时 ${told.length - late.length} 处，超时 ${late.length} 处，未告知 ${missed} 处${persuaded}`;
}

const reporterOf = ({ unit, reporter }: IncidentFacts): string => [unit.name, reporter, unit.phone].filter(Boolean).join('，');
