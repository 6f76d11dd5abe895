import type { ReportClock } from '../domain/incident-report';
import type { CallRow } from '../rules/incident-calls';
import { minutesLate } from '../rules/incident-facts';
import type { Entry } from '../rules/incident-picture';

/** Whose coming the plans set a limit for: the responsible side in the same building (incidents 3.3). */
const ON_SITE = 'department';

/**
 * 到场超时: the responsible side was to come, and the first arrival on record is later than its limit, or there is none
 * though the limit is past.
 * @param now how far the incident's clock came, ms
 */
export function arrivedLate(calls: readonly Pick<CallRow, 'contact' | 'when' | 'due'>[], entries: readonly Entry[], now: number): boolean {
  const due = calls.find(({ contact, when }) => contact === ON_SITE && when === '')?.due;
  if (due === undefined || !Number.isFinite(due)) return false;
  const first = entries.find(({ data }) => data.kind === 'arrival');
  return minutesLate(first?.elapsed ?? now, due) > 0;
}

/** 报告超时: any of the reports that the level asks for was given after its limit, or is still missing past it. */
export const reportedLate = (clocks: readonly ReportClock[], now: number): boolean =>
  clocks.some(({ due, done }) => minutesLate(done ?? now, due) > 0);
