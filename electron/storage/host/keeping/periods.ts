import type { KeptRow, PeriodKind } from '../../../../shared/domain/keeping';
import { refuse } from '../../../../shared/errors';
import { basisOf, becauseWords, daysOfPeriod, keptBecause, keptUntil, periodName, yearsOf } from '../../../../shared/rules/retention';
import { addDays, dayOf, instantAt } from '../../../../shared/rules/time';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { StoredBatch, StoredRow } from '../stored';
import { ownKeys } from './destroy';
import { holdsOn } from './matter-keeping';

/** More of a period than this goes in a second act: a batch must still be one message of the hub (8 MB). */
const AT_ONCE = 20_000;

interface Kept {
  /** The periods that have something in them, oldest first, without the running one. */
  periods(host: Host): Promise<string[]>;
  count(host: Host, period: string): Promise<number>;
  /** At most so many. */
  rows(host: Host, period: string, atMost: number): Promise<StoredRow[]>;
  table: 'appointments' | 'careNotes' | 'audit';
  unit: string;
}

/** Rows by a day that is indexed, a year at a time. */
function byYear(table: 'appointments' | 'careNotes', day: 'date' | 'expires'): Kept {
  const within = ({ db }: Host, period: string) =>
    db
      .rows(table)
      .where(day)
      .between(...daysOfPeriod(period), true, true);
  return {
    ...{ table, unit: '条' },
    periods: async ({ db, clock }) => {
      const first = String((await db.rows(table).orderBy(day).first())?.[day] ?? '');
      return first ? years(first, clock.today()) : [];
    },
    count: (host, period) => within(host, period).count(),
    rows: (host, period, atMost) => within(host, period).limit(atMost).toArray(),
  };
}

/** The lines that batches wrote for the trail, by when; the batches themselves are the chain and stay. */
const trail: Kept = {
  ...{ table: 'audit', unit: '行' },
  periods: async ({ db, clock }) => {
    const first = (await db.batches.orderBy('auditAt').first())?.auditAt;
    return first === undefined ? [] : months(dayOf(first), clock.today());
  },
  // By the index: a month's batches are too heavy to be read for a list. Lines go in their order, so the last one tells whether any is left.
  count: async (host, period) => {
    const last = await batchesIn(host, period).reverse().filter(hasLine).first();
    const rows = last ? await linesOf(host, [last]) : [];
    return rows.length > 0 ? batchesIn(host, period).count() : 0;
  },
  rows: (host, period, atMost) => lines(host, period, atMost),
};

function batchesIn({ db }: Pick<Host, 'db'>, period: string) {
  const first = `${period}-01`;
  const next = `${addDays(`${period}-28`, 4).slice(0, 7)}-01`;
  return db.batches.where('auditAt').between(instantAt(first, '00:00'), instantAt(next, '00:00'), true, false);
}
const hasLine = ({ touched }: StoredBatch): boolean => touched.some((each) => each.startsWith(LINE));

async function lines(host: Host, period: string, atMost: number): Promise<StoredRow[]> {
  const batches: Pick<StoredBatch, 'touched'>[] = [];
  await batchesIn(host, period).each(({ touched }) => {
    batches.push({ touched });
  });
  return (await linesOf(host, batches)).slice(0, atMost);
}
/** Those that are still there: a destruction touched earlier ones, too. */
async function linesOf({ db }: Host, batches: readonly Pick<StoredBatch, 'touched'>[]): Promise<StoredRow[]> {
  const ids = batches.flatMap(({ touched }) => touched.filter((each) => each.startsWith(LINE)).map((each) => each.slice(LINE.length)));
  const rows = await db.rows('audit').bulkGet([...new Set(ids)]);
  return rows.filter((row): row is StoredRow => row !== undefined && !row.erased);
}
const LINE = 'audit/';

const years = (first: string, today: string): string[] => {
  const [from, to] = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => String(from + i));
};
const months = (first: string, today: string): string[] => {
  const all: string[] = [];
  for (let month = first.slice(0, 7); month < today.slice(0, 7); month = addDays(`${month}-28`, 4).slice(0, 7)) all.push(month);
  return all;
};

const KINDS: Record<PeriodKind, Kept> = { appointment: byYear('appointments', 'date'), careNote: byYear('careNotes', 'expires'), trail };

/** Periods with something in them, due or not: each says until when it is kept, and what holds it. A page at a time. */
export async function keptPeriods(host: Host, kind: PeriodKind, skip: number, limit: number): Promise<{ rows: KeptRow[]; more: boolean }> {
  const rows: KeptRow[] = [];
  for (const period of (await KINDS[kind].periods(host)).slice(skip)) {
    if (rows.length > limit) break;
    const count = await KINDS[kind].count(host, period);
    if (count > 0) rows.push(await rowOf(host, kind, period, count));
  }
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

async function rowOf(host: Host, kind: PeriodKind, period: string, count: number): Promise<KeptRow> {
  const id = `${kind}:${period}`;
  const { retention } = await host.reader.settings();
  const [, lastDay] = daysOfPeriod(period);
  const destroyableFrom = keptUntil(lastDay, yearsOf(kind, retention));
  const holds = (await holdsOn(host, id)).map(({ reason }) => reason);
  const facts = { today: host.clock.today(), destroyableFrom, basis: basisOf(kind), holds, stillNeeded: false };
  const label = `${periodName(period)}，${count} ${KINDS[kind].unit}`;
  return { kind, id, label, maskedName: '', lastDay, destroyableFrom, hold: holds[0] ?? '', kept: keptBecause(facts) };
}

/**
 * A period whole, its rows and their keys. What was written before they had keys of their own stands in the journal under the
 * hall's, as the lines of a trail do. @throws Refusal with what keeps it, and by which rule
 */
export async function destroyPeriod(host: Host, draft: Draft, kind: PeriodKind, id: string): Promise<{ keys: string[]; label: string }> {
  const period = id.slice(kind.length + 1);
  const { table, unit, rows: rowsOf } = KINDS[kind];
  const rows = id === `${kind}:${period}` && period < host.clock.today().slice(0, period.length) ? await rowsOf(host, period, AT_ONCE) : [];
  if (rows.length === 0) refuse('not-found', { message: '没有找到，可能已经销毁。请刷新列表。' });
  const { kept } = await rowOf(host, kind, period, rows.length);
  if (kept.length > 0) refuse('refused', { message: `不能销毁：${becauseWords(kept)}。什么也没有改变。` });
  for (const row of rows) draft.erase(table, row.id);
  return { keys: ownKeys(rows), label: `${periodName(period)}，${rows.length} ${unit}` };
}
