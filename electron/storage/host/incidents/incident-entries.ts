import { v7 as uuid } from 'uuid';
import type { EntryData } from '../../../../shared/domain/incident';
import type { Entry } from '../../../../shared/rules/incident-picture';
import type { ReceptionDb } from '../db';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';

type Incident = Pick<Opened<'incidents'>, 'id' | 'raisedAt' | 'keyId'>;

const END = Number.MAX_SAFE_INTEGER;
const linesOf = (db: ReceptionDb, incidentId: string) =>
  db.rows('incidentEntries').where('[incidentId+n]').between([incidentId, 0], [incidentId, END], true, true);

export const lastEntry = (db: ReceptionDb, incidentId: string) => linesOf(db, incidentId).last();

/**
 * All of them in their order: an incident has tens of lines, seldom hundreds. Two desks that did not hear each other gave
 * one number twice, so the order is that of the hybrid clocks, the same at every desk; `n` is the place in it.
 */
export async function entriesOf({ db, reader }: Host, incidentId: string): Promise<Entry[]> {
  const stored = (await linesOf(db, incidentId).toArray()).sort((a, b) => (a.clock < b.clock ? -1 : 1));
  const rows = await reader.open('incidentEntries', stored);
  return rows.map(({ id, at, elapsed, staffId, deskCode, data }, n) => ({ id, n, at, elapsed, staffId, deskCode, data }));
}

/** Codes of the desks where somebody has taken note of it; no line is opened for that. */
export async function heardAt({ db }: Pick<Host, 'db'>, incidentId: string): Promise<string[]> {
  const rows = await linesOf(db, incidentId).toArray();
  return [...new Set(rows.flatMap(({ kind, deskCode }) => (kind === 'heard' ? [String(deskCode)] : [])))].sort();
}

/** Adds lines at the end, under the write lock. @returns their ids */
export async function addEntries(
  host: Host,
  draft: Draft,
  incident: Incident,
  staffId: string,
  lines: readonly EntryData[],
): Promise<string[]> {
  const last = await lastEntry(host.db, incident.id);
  const first = last ? Number(last.n) + 1 : 0;
  const now = await host.incidentClocks.since(incident.id, incident.raisedAt);
  // An entry never stands before the one it follows, whatever a clock did between two starts.
  const elapsed = Math.max(now, last ? Number(last.elapsed) : 0);
  return lines.map((data, i) => {
    const id = uuid();
    const open = { incidentId: incident.id, n: first + i, at: draft.at, elapsed, kind: data.kind, staffId, deskCode: host.deskCode };
    draft.add('incidentEntries', id, { ...open, data }, incident.keyId);
    return id;
  });
}
