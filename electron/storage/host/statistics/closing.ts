import { v7 as uuid } from 'uuid';
import type { StatReport } from '../../../../shared/domain/statistics';
import { stampOf } from '../../../../shared/rules/time';
import { changesSince } from '../../../../shared/statistics/closing';
import type { Draft } from '../draft';
import type { Call, Host } from '../host';
import type { Fields, Opened } from '../tables';

type Of = Pick<StatReport, 'unit' | 'from'>;

/** The closing that holds; of what two desks did without hearing each other, the later. */
export async function closingOf({ db, reader }: Pick<Host, 'db' | 'reader'>, { unit, from }: Of): Promise<Opened<'statClosings'> | null> {
  const rows = (await db.rows('statClosings').where('[unit+from]').equals([unit, from]).toArray()).filter((row) => !row.erased);
  const last = rows.sort((a, b) => (a.clock < b.clock ? -1 : 1)).at(-1);
  if (last?.act !== 'close') return null;
  const [closing] = await reader.open('statClosings', [last]);
  return closing?.report ? closing : null;
}

/** A closed period shows what it was closed with, and beside it what would be counted otherwise now. */
export async function asClosed(host: Host, live: StatReport): Promise<StatReport> {
  const closing = await closingOf(host, live);
  if (!closing?.report) return live;
  const { at, staffId, report } = closing;
  const staffName = (await host.steady.staffNames()).get(staffId) ?? '';
  const settled = `已定稿（${stampOf(at).slice(0, 16)} ${staffName}），以下为定稿时的数字`;
  return { ...report, remarks: [settled, ...report.remarks], closed: { at, staffName, changes: changesSince(report, live) } };
}

export function addClosing(
  draft: Draft,
  { deskCode }: Host,
  { actor }: Call,
  { unit, from }: Of,
  what: Pick<Fields<'statClosings'>, 'act' | 'note' | 'report'>,
): void {
  draft.add('statClosings', uuid({ msecs: draft.at }), { unit, from, at: draft.at, staffId: actor.staffId ?? '', deskCode, ...what });
}
