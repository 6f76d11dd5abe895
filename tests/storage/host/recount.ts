import { isFill } from '../../../electron/storage/host/day-figures';
import type { ReceptionDb } from '../../../electron/storage/host/db';
import type { StoredRow } from '../../../electron/storage/host/stored';

type Figures = Record<string, number>;
const DAY = 86_400_000;
const dayOfInstant = (at: unknown): string => new Date(Number(at) + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * The days' figures counted anew from the rows, question by question: which rows are of this kind, on which day. Nothing of
 * the code that keeps them is used.
 */
export async function recount(db: ReceptionDb): Promise<Record<string, Figures>> {
  const days: Record<string, Figures> = {};
  const note = (day: unknown, figure: string, by = 1): void => {
    if (by === 0) return;
    const of = days[String(day)] ?? {};
    of[figure] = (of[figure] ?? 0) + by;
    days[String(day)] = of;
  };
  const alive = async (table: Parameters<ReceptionDb['rows']>[0]): Promise<StoredRow[]> =>
    (await db.rows(table).toArray()).filter((row) => row.erased === undefined);

  for (const row of await alive('visits')) {
    if (!row.date || !row.state || row.state === 'void' || row.importId) continue;
    const heads = Number(row.heads ?? 0);
    note(row.date, 'visits');
    note(row.date, 'heads', heads);
    note(row.date, `visits.size.${heads}`);
    const purpose = ['suggestion', 'accusation', 'appeal', 'inquiry'].includes(String(row.purpose)) ? row.purpose : 'other';
    const kinds = [`field.${row.fieldCode ?? ''}`, `purpose.${purpose}`, row.repeated === true ? 'repeated' : 'first'];
    if (row.verification === 'anonymous') kinds.push('anonymous');
    if (row.appointment === 'leader') kinds.push('leader');
    for (const mark of (row.marks as string[] | undefined) ?? []) kinds.push(mark);
    if (typeof row.enteredAt === 'number') kinds.push('paper');
    for (const kind of kinds) {
      note(row.date, `visits.${kind}`);
      note(row.date, `heads.${kind}`, heads);
    }
    if (typeof row.waitingSince === 'number' && typeof row.startedAt === 'number' && row.startedAt >= row.waitingSince) {
      note(row.date, 'waits');
      note(row.date, 'waits.ms', row.startedAt - row.waitingSince);
    }
  }
  for (const row of await alive('interviews')) {
    if (!row.date || row.state !== 'ended' || !row.result) continue;
    note(row.date, 'talks');
    note(row.date, `talks.result.${row.result}`);
    if (typeof row.endedElapsed !== 'number') continue;
    note(row.date, 'talks.timed');
    note(row.date, 'talks.ms', Math.max(0, row.endedElapsed - Number(row.pausedMs ?? 0)));
  }
  for (const row of await alive('promises')) {
    const state = row.state ?? 'open';
    if (!row.due || !row.code || (state !== 'open' && state !== 'kept')) continue;
    const late = typeof row.keptAt === 'number' && row.keptAt >= Date.parse(`${row.due}T00:00:00+08:00`) + DAY;
    note(row.due, `due.${row.code}.${state === 'open' ? 'open' : late ? 'late' : 'kept'}`);
  }
  for (const row of await alive('incidents')) {
    if (row.mode !== 'real' || !row.date || !row.state || row.state === 'pending') continue;
    if (row.state === 'false-alarm') note(row.date, 'incidents.false');
    else {
      note(row.date, 'incidents');
      note(row.date, `incidents.code.${row.code ?? ''}`);
      if (row.level) note(row.date, `incidents.level.${row.level}`);
    }
  }
  for (const row of await alive('followUps')) {
    if (row.kind !== 'satisfaction' || !row.day || !(Number(row.number) >= 1)) continue;
    note(row.day, 'rated');
    note(row.day, `rated.${row.number}`);
  }
  for (const row of await alive('forecastItems')) {
    const grade = row.grade || row.suggested;
    if (!row.date || row.state !== 'standing' || !grade) continue;
    note(row.date, 'forecasts');
    note(row.date, `forecasts.grade.${grade}`);
  }
  for (const row of await alive('printJobs')) {
    if (typeof row.createdAt !== 'number' || !row.state || row.kind === 'calibration') continue;
    const day = dayOfInstant(row.createdAt);
    note(day, 'prints');
    if (row.state === 'failed' || row.state === 'unknown') note(day, `prints.${row.state}`);
    if (row.kind !== 'card' || row.state !== 'printed' || row.reprint || typeof row.changedAt !== 'number') continue;
    if (row.changedAt < row.createdAt) continue;
    note(day, 'cards');
    note(day, 'cards.ms', row.changedAt - row.createdAt);
  }
  return days;
}

/** What is kept, in the same shape; days that say nothing are left out. */
export async function keptFigures(db: ReceptionDb): Promise<Record<string, Figures>> {
  const rows = await db.dayFigures.toArray();
  return Object.fromEntries(rows.flatMap((row) => (isFill(row) || Object.keys(row.figures).length === 0 ? [] : [[row.id, row.figures]])));
}
