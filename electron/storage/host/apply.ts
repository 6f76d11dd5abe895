import { addTotals, type DayTotals, NO_TOTALS, totalsDelta, type VisitFacts } from '../../../shared/rules/day-totals';
import type { BatchBody, Change } from '../batch';
import type { SealKey } from './codec';
import type { DataKeys, WrappedKey } from './data-keys';
import { FigureDeltas } from './day-figures';
import type { ReceptionDb } from './db';
import { withFoundBy } from './newest-first-index';
import { applyChange, wantsKey } from './row';
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
  private readonly figures: FigureDeltas;
  readonly aside: StoredAside[] = [];

  constructor(
    private readonly db: ReceptionDb,
    private readonly keys: DataKeys,
  ) {
    this.figures = new FigureDeltas(db);
  }

  get tableNames(): TableName[] {
    return [...this.tables.keys()];
  }
  /** The tables that `store` writes. */
  get storedIn(): string[] {
    return [
      ...this.tables.keys(),
      ...(this.totals.length > 0 ? ['dayTotals'] : []),
      ...(this.figures.any ? ['dayFigures'] : []),
      ...(this.aside.length > 0 ? ['aside'] : []),
    ];
  }

  /**
   * Reads what the changes will meet, and the keys to open it. `own`: written now, under the lock, so that what they add is
   * not there yet. From elsewhere a row may have been changed here before it was added.
   * @param wrapped keys that were read already
   */
  async load(changes: readonly Change[], from: 'own' | 'elsewhere', wrapped?: ReadonlyMap<string, WrappedKey>): Promise<void> {
    const wanted = new Map<TableName, Set<string>>();
    const keyIds = new Set<string>();
    const { known } = this.db;
    if (from === 'elsewhere') await known.load([...new Set(changes.map(({ table }) => table))].filter(isTable));
    /** The key of a row that is new, until something must be merged into it. */
    const fresh = new Map<string, string>();
    for (const { table, rowId, op, keyId = '' } of changes) {
      if (!isTable(table)) continue;
      getOrMake(this.tables, table, () => new Map<string, StoredRow>());
      const isNew = from === 'own' ? op === 'add' : known.isAbsent(table, rowId);
      const row = `${table}/${rowId}`;
      const first = fresh.get(row);
      if (!isNew) getOrMake(wanted, table, () => new Set<string>()).add(rowId);
      if (isNew && first === undefined) fresh.set(row, keyId);
      else for (const id of [keyId, first]) if (id) keyIds.add(id);
    }
    const days = changes.flatMap((change) =>
      change.table === 'visits' && change.open.date && !change.open.importId ? String(change.open.date) : [],
    );
    await this.keys.load(keyIds, wrapped);
    await Promise.all([
      this.readTotals(days),
      this.figures.load(changes),
      ...[...wanted].map(async ([table, ids]) => {
        const rows = await this.db.rows(table).bulkGet([...ids]);
        for (const row of rows) if (row) this.at(table).set(row.id, row);
      }),
    ]);
  }

  /** After `load`: whether there is a row that the change meets. */
  has({ table, rowId }: Change): boolean {
    return isTable(table) && this.at(table).has(rowId);
  }

  /** @throws when a row that must be merged cannot be opened */
  apply(body: BatchBody, position: number): void {
    for (const change of body.changes) this.change(change, position);
  }

  /** The same for what comes from the journal: what cannot be applied is kept aside, the rest goes on. */
  applyKeeping(body: BatchBody, position: number): void {
    for (const [i, change] of body.changes.entries()) {
      const reason = this.tryChange(change, position);
      if (!reason) continue;
      const aside: StoredAside = { id: `${position}.${i}`, position, reason };
      this.aside.push(reason === 'no-key' && change.keyId ? { ...aside, keyId: change.keyId } : aside);
    }
  }

  /** @returns why it must stand aside; null: applied */
  tryChange(change: Change, position: number): StoredAside['reason'] | null {
    if (!isTable(change.table)) return 'newer';
    try {
      const waits = wantsKey(this.at(change.table).get(change.rowId), change, this.keyAt);
      this.change(change, position);
      return waits ? 'no-key' : null;
    } catch {
      return 'malformed';
    }
  }

  private readonly keyAt = (id: string): SealKey | undefined => this.keys.at(id);

  private change(change: Change, position: number): void {
    const { table } = change;
    if (!isTable(table)) throw new Error(`no table ${table}`);
    const rows = this.at(table);
    const before = rows.get(change.rowId);
    const merged = applyChange(before, change, position, this.keyAt);
    const after = table === 'persons' ? withFoundBy(merged) : merged;
    rows.set(change.rowId, after);
    if (table === 'visits') this.count(before, after);
    this.figures.count(table, before, after);
  }

  /** The days' totals and figures with what these batches add; the last step before the transaction. */
  async loadTotals(): Promise<void> {
    const days = [...this.deltas.keys()];
    await Promise.all([this.readTotals(days.filter((day) => !this.before.has(day))), this.figures.total()]);
    this.totals = days.map((day) => sum(this.before.get(day) ?? zero(day), this.deltas.get(day) ?? zero(day)));
  }

  private async readTotals(days: string[]): Promise<void> {
    if (days.length === 0) return;
    const wanted = [...new Set(days)];
    const known = await this.db.dayTotals.bulkGet(wanted);
    for (const [i, day] of wanted.entries()) this.before.set(day, known[i] ?? zero(day));
  }

  /** Inside a transaction over the tables named by `tableNames`, and dayTotals, dayFigures and aside where needed. */
  async store(): Promise<void> {
    for (const [table, rows] of this.tables) this.db.known.stored(table, rows.keys());
    const puts: PromiseLike<unknown>[] = [...this.tables].map(([table, rows]) => this.db.rows(table).bulkPut([...rows.values()]));
    if (this.totals.length > 0) puts.push(this.db.dayTotals.bulkPut(this.totals));
    if (this.figures.any) puts.push(this.figures.store());
    if (this.aside.length > 0) puts.push(this.db.aside.bulkPut(this.aside));
    await Promise.all(puts);
  }

  private at(table: TableName): Map<string, StoredRow> {
    return getOrMake(this.tables, table, () => new Map<string, StoredRow>());
  }

  private count(before: StoredRow | undefined, after: StoredRow): void {
    const facts = [factsOf(before), factsOf(after)] as const;
    const [was, is] = [facts[0] && String(before?.date), facts[1] && String(after.date)];
    if (was === is) this.add(is, totalsDelta(...facts));
    else {
      this.add(was, totalsDelta(facts[0], null));
      this.add(is, totalsDelta(null, facts[1]));
    }
  }

  private add(day: string | null, delta: DayTotals): void {
    if (day) this.deltas.set(day, sum(this.deltas.get(day) ?? zero(day), { id: day, ...delta }));
  }
}

/**
 * A line of the old ledger was never in this hall: it counts in no day. Nor does what is known only by a later change: it
 * is counted when it has come.
 */
const factsOf = (row: StoredRow | undefined): VisitFacts | null =>
  !row?.date || !row.state || row.erased || row.importId
    ? null
    : ({ heads: 0, others: 0, ...OPEN_DEFAULTS.visits, ...row } as unknown as VisitFacts);

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
