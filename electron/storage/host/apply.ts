import { addTotals, NO_TOTALS, totalsDelta, type VisitFacts } from '../../../shared/rules/day-totals';
import type { BatchBody, Change } from '../batch';
import type { DataKeys } from './data-keys';
import type { ReceptionDb } from './db';
import { withFoundBy } from './newest-first-index';
import { applyChange } from './row';
import type { StoredAside, StoredRow, StoredTotals } from './stored';
import { isTable, OPEN_DEFAULTS, type TableName } from './tables';

/**
 * The rows that some batches change: read before the transaction, changed in memory, then stored whole. A write
 * holds the only lock, so nobody changes them in between, and the transaction itself is nothing but puts.
 */
export class RowSet {
  private readonly tables = new Map<TableName, Map<string, StoredRow>>();
  private readonly deltas = new Map<string, StoredTotals>();
  private readonly before = new Map<string, StoredTotals>();
  private totals: StoredTotals[] = [];
  readonly aside: StoredAside[] = [];

  constructor(
    private readonly db: ReceptionDb,
    private readonly keys: DataKeys,
  ) {}

  get tableNames(): TableName[] {
    return [...this.tables.keys()];
  }
  get changesTotals(): boolean {
    return this.totals.length > 0;
  }

  /** Reads what the changes will meet, and the keys to open it. */
  async load(changes: readonly Change[]): Promise<void> {
    const wanted = new Map<TableName, Set<string>>();
    const keyIds = new Set<string>();
    for (const change of changes) {
      if (!isTable(change.table)) continue;
      if (change.op !== 'add') getOrMake(wanted, change.table, () => new Set<string>()).add(change.rowId);
      getOrMake(this.tables, change.table, () => new Map<string, StoredRow>());
      if (change.keyId && change.op !== 'add') keyIds.add(change.keyId);
    }
    const days = changes.flatMap((change) =>
      change.table === 'visits' && change.open.date && !change.open.importId ? String(change.open.date) : [],
    );
    await this.keys.load(keyIds);
    await Promise.all([
      this.readTotals(days),
      ...[...wanted].map(async ([table, ids]) => {
        const rows = await this.db.rows(table).bulkGet([...ids]);
        for (const row of rows) if (row) this.at(table).set(row.id, row);
      }),
    ]);
  }

  /** @throws when a row that must be merged cannot be opened */
  apply(body: BatchBody, position: number): void {
    for (const change of body.changes) this.change(change, position);
  }

  /** The same for what comes from the journal: what cannot be applied is kept aside, the rest goes on. */
  applyKeeping(body: BatchBody, position: number): void {
    for (const [i, change] of body.changes.entries()) {
      const reason = this.tryChange(change, position);
      if (reason) this.aside.push({ id: `${position}.${i}`, position, reason });
    }
  }

  private tryChange(change: Change, position: number): StoredAside['reason'] | null {
    if (!isTable(change.table)) return 'newer';
    try {
      this.change(change, position);
      return null;
    } catch {
      return 'malformed';
    }
  }

  private change(change: Change, position: number): void {
    const { table } = change;
    if (!isTable(table)) throw new Error(`no table ${table}`);
    const rows = this.at(table);
    const before = rows.get(change.rowId);
    const merged = applyChange(before, change, position, (id) => this.keys.at(id));
    const after = table === 'persons' ? withFoundBy(merged) : merged;
    rows.set(change.rowId, after);
    if (table === 'visits') this.count(before, after);
  }

  /** The days' totals with what these batches add; the last step before the transaction. */
  async loadTotals(): Promise<void> {
    const days = [...this.deltas.keys()];
    await this.readTotals(days.filter((day) => !this.before.has(day)));
    this.totals = days.map((day) => sum(this.before.get(day) ?? zero(day), this.deltas.get(day) ?? zero(day)));
  }

  private async readTotals(days: string[]): Promise<void> {
    if (days.length === 0) return;
    const wanted = [...new Set(days)];
    const known = await this.db.dayTotals.bulkGet(wanted);
    for (const [i, day] of wanted.entries()) this.before.set(day, known[i] ?? zero(day));
  }

  /** Inside a transaction over the tables named by `tableNames`, and dayTotals and aside where needed. */
  async store(): Promise<void> {
    const puts: PromiseLike<unknown>[] = [...this.tables].map(([table, rows]) => this.db.rows(table).bulkPut([...rows.values()]));
    if (this.totals.length > 0) puts.push(this.db.dayTotals.bulkPut(this.totals));
    if (this.aside.length > 0) puts.push(this.db.aside.bulkPut(this.aside));
    await Promise.all(puts);
  }

  private at(table: TableName): Map<string, StoredRow> {
    return getOrMake(this.tables, table, () => new Map<string, StoredRow>());
  }

  private count(before: StoredRow | undefined, after: StoredRow): void {
    const day = String((after.erased ? before?.date : after.date) ?? '');
    if (!day) return;
    const facts = [factsOf(before), factsOf(after)] as const;
    if (!facts[0] && !facts[1]) return;
    const delta = totalsDelta(...facts);
    this.deltas.set(day, sum(this.deltas.get(day) ?? zero(day), { id: day, ...delta }));
  }
}

/** A line of the old ledger was never in this hall: it counts in no day. */
const factsOf = (row: StoredRow | undefined): VisitFacts | null =>
  !row || row.erased || row.importId ? null : ({ ...OPEN_DEFAULTS.visits, ...row } as unknown as VisitFacts);

const zero = (id: string): StoredTotals => ({ ...NO_TOTALS, id });
const sum = (a: StoredTotals, b: StoredTotals): StoredTotals => ({ ...addTotals(a, b), id: a.id });

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
