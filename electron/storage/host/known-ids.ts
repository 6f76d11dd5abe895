import type { ReceptionDb } from './db';
import type { TableName } from './tables';

/** Of one table that was empty when it was first looked at: all ids since. Otherwise only the last. */
interface Known {
  newest: string;
  all: Set<string> | null;
}
/** 100 bytes each: a first sync of 100,000 changes is known whole, a hall's history of years is not kept in memory. */
const AT_MOST = 250_000;

/**
 * Which rows are certainly not there, without asking the database: a desk that reads its hall's past meets hundreds of
 * thousands. Ids are mostly given in the order of time, so what stands behind a table's last one is new; and a table that
 * was empty is known whole. Never wrong: all rows are stored by RowSet, which says so before.
 */
export class KnownIds {
  private readonly tables = new Map<TableName, Known>();
  private count = 0;

  constructor(private readonly db: ReceptionDb) {}

  /** Under the lock of a write: what is stored while it asks would be missed. */
  async load(tables: readonly TableName[]): Promise<void> {
    const unknown = tables.filter((table) => !this.tables.has(table));
    const last = await Promise.all(unknown.map((table) => this.db.rows(table).orderBy(':id').lastKey()));
    for (const [i, table] of unknown.entries()) {
      const newest = last[i];
      this.tables.set(table, { newest: String(newest ?? ''), all: newest === undefined ? new Set() : null });
    }
  }

  /** After `load`. False: it may be there. */
  isAbsent(table: TableName, id: string): boolean {
    const known = this.tables.get(table);
    return known !== undefined && (id > known.newest || (known.all !== null && !known.all.has(id)));
  }

  stored(table: TableName, ids: Iterable<string>): void {
    const known = this.tables.get(table);
    if (!known) return;
    for (const id of ids) {
      if (id > known.newest) known.newest = id;
      if (!known.all || known.all.has(id)) continue;
      known.all.add(id);
      this.count++;
    }
    if (this.count <= AT_MOST) return;
    for (const each of this.tables.values()) each.all = null;
    this.count = 0;
  }
}
