import type { EmergencySettings } from '../domain/emergency';
import type { IncidentState } from '../domain/incident';
import type { ReportClock, ReportKind } from '../domain/incident-report';
import { ruleOf } from './incident-level';
import type { IncidentPicture } from './incident-picture';

/** Those above us, by their contacts' keys: 条例 25 条 asks for the government and the joint meeting's office beside the superior. */
export const ABOVE: readonly string[] = ['superior', 'duty-office', 'joint-office', 'petition-superior', 'petition-national'];

type ClockFacts = Pick<IncidentPicture, 'state' | 'level' | 'levelSince' | 'liftedAt' | 'calls'> & {
  /** In their order; moments on the incident's clock. */
  reports: readonly { kind: ReportKind; elapsed: number }[];
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const AWAITED: ReadonlySet<IncidentState> = new Set(['active', 'controlled', 'lifted', 'closed']);

/**
 * Until when the unit reports, by the level's limits (incidents 3.3 [default]). They count from the alarm; one that had
 * run out before the level was set is due when it is set, for nobody could have kept it. A follow-up is due so long after
 * the last report, and at once when the level changes; when the response is over, the final report instead.
 */
export function reportClocks(facts: ClockFacts, settings: EmergencySettings): ReportClock[] {
  const { state, level, levelSince, liftedAt, reports } = facts;
  if (!AWAITED.has(state)) return [];
  const rule = ruleOf(settings, level);
  const first = reports.find(({ kind }) => kind === 'first');
  const final = reports.find(({ kind }) => kind === 'final');
  const last = reports.at(-1);
  const clocks: ReportClock[] = [];
  const limit = (minutes: number): number => Math.max(minutes * MINUTE, levelSince);
  if (rule.reportByPhone !== null) clocks.push({ what: 'phone', due: limit(rule.reportByPhone), done: phoned(facts, settings) });
  if (rule.reportInWriting !== null || first)
    clocks.push({
      what: 'first',
      // A level that asks for none any more takes nothing back from a report that was given.
      due: rule.reportInWriting === null ? (first?.elapsed ?? 0) : limit(rule.reportInWriting),
      done: (first ?? final)?.elapsed ?? null,
    });
  if (liftedAt === null && last && last.kind !== 'final') {
    const changed = levelSince > last.elapsed;
    if (changed) clocks.push({ what: 'follow-up', due: levelSince, done: null });
    else if (rule.followUpEvery !== null) clocks.push({ what: 'follow-up', due: last.elapsed + rule.followUpEvery * MINUTE, done: null });
  }
  if (liftedAt !== null && (rule.reportInWriting !== null || last))
    clocks.push({ what: 'final', due: liftedAt + settings.summaryHours * HOUR, done: final?.elapsed ?? null });
  return clocks;
}

/** When the last of those whom the level names was told; where it names none of them, the first who was. */
function phoned({ level, calls }: ClockFacts, settings: EmergencySettings): number | null {
  const told = (key: string): number | null => calls[key]?.find(({ outcome }) => outcome === 'told')?.elapsed ?? null;
  const wanted = ruleOf(settings, level).calls.flatMap(({ to }) => (ABOVE.includes(to) ? [to] : []));
  if (wanted.length > 0) {
    const moments = wanted.map(told);
    return moments.every((moment) => moment !== null) ? Math.max(...moments) : null;
  }
  const any = ABOVE.map(told).filter((moment) => moment !== null);
  return any.length > 0 ? Math.min(...any) : null;
}

/** The kind that is due: what a leader is offered first. */
export function nextReport(state: IncidentState, given: readonly ReportKind[]): ReportKind {
  const over = state === 'lifted' || state === 'closed' || state === 'false-alarm';
  if (over && !given.includes('final')) return 'final';
  return given.includes('first') || over ? 'follow-up' : 'first';
}

/** Why a report of this kind cannot be given as things stand; empty: it can. */
export function refusedReport(kind: ReportKind, state: IncidentState, given: readonly ReportKind[]): string {
  if (state === 'pending') return '警报还没有发出，发出后才能报告。';
  if (state === 'false-alarm' && given.length === 0) return '这次报警已按误报结束，没有报出过，不需要报告。';
  if (kind === 'first' && given.length > 0) return '已经报过，请用续报。';
  if (kind === 'follow-up' && given.length === 0) return '还没有初报，请先报初报。';
  if (kind === 'final' && (state === 'active' || state === 'controlled')) return '事件还没有解除，请用续报；解除后再报终报。';
  return kind === 'final' && given.includes('final') ? '已经报过终报，需要补充请用续报。' : '';
}
