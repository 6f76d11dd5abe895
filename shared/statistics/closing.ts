import type { StatReport } from '../domain/statistics';

/** More would not be read on a screen. */
const CHANGES_SHOWN = 12;

/** Why a period's figures cannot be settled; empty: they can. */
export function refusedClosing({ to, closed }: Pick<StatReport, 'to' | 'closed'>, today: string): string {
  if (to >= today) return '本期还没有结束，结束后的第二天起才能定稿。';
  return closed ? '本期已经定稿。有更正要计入时，先重开并写明原因。' : '';
}

/**
 * What is counted otherwise now than when the period was closed: only numbers of this period, not what they are compared
 * with. What is still being counted says nothing.
 */
export function changesSince(then: StatReport, now: StatReport): string[] {
  const changes: string[] = [];
  for (const table of then.tables) {
    const rows = now.tables.find(({ id }) => id === table.id)?.rows ?? [];
    for (const { label, cells } of table.rows) {
      const [before, after] = [cells[0], rows.find((row) => row.label === label)?.cells[0]];
      if (before?.kind !== 'count' || before.pending || after?.pending || before.text === after?.text) continue;
      changes.push(`${table.id} ${label} ${before.text} → ${after?.text ?? '0'}`);
    }
  }
  return changes.length <= CHANGES_SHOWN ? changes : [...changes.slice(0, CHANGES_SHOWN), `另有 ${changes.length - CHANGES_SHOWN} 项`];
}
